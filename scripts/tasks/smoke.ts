import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { root } from '../build/targets.mjs';
import { runCommand } from '../runtime/command.mjs';
import { ensureDisplay, virtualDisplay } from '../runtime/display.mjs';
import { typeScriptSwitches } from '../runtime/node.mjs';
import { MissingError, runMain } from '../runtime/say.mjs';

// npm run smoke: tries what "npm run package" made.
await runMain(async () => {
  const program = findPackage();
  await ensureDisplay(program);
  const script = path.join(root, 'scripts/package/smoke.ts');
  const command = [
    ...virtualDisplay(),
    process.execPath,
    ...typeScriptSwitches(process.execPath),
    script,
    program,
  ];
  const [file = process.execPath, ...args] = command;
  return runCommand(file, args, { cwd: root });
});

function findPackage(): string {
  const release = path.join(root, 'release');
  const folders = ['stand-in/linux-unpacked', 'linux-unpacked'];
  const found = folders
    .map((folder) => path.join(release, folder, 'codicil-desktop'))
    .find((program) => existsSync(program));
  if (!found)
    throw new MissingError(`nothing is packaged (${listing(release)}): run "npm run package" first.`);
  return found;
}

function listing(folder: string): string {
  return existsSync(folder) ? readdirSync(folder).join(', ') || 'release/ is empty' : 'no release/';
}
