import path from 'node:path';
import { BuildError, buildStale } from '../build/build.ts';
import { root } from '../build/targets.mjs';
import { runCommand } from '../runtime/command.mjs';
import { electronCommand, ensureDisplay, hasDisplay, virtualDisplay } from '../runtime/display.mjs';
import { ensureElectron } from '../runtime/electron.mjs';
import { typeScriptSwitches } from '../runtime/node.mjs';
import { runMain, say } from '../runtime/say.mjs';

// npm start: the window, or, where there is no display, its main job on a virtual one.
await runMain(async () => {
  try {
    await buildStale();
  } catch (error) {
    if (!(error instanceof BuildError)) throw error;
    process.stderr.write(`\n${error.message}\n`);
    return 1;
  }
  const electron = await ensureElectron(process.execPath);
  await ensureDisplay(electron.path);
  return hasDisplay() ? openWindow(electron.path) : showMainJob();
});

function openWindow(electronPath: string): Promise<number> {
  const [program = electronPath, ...args] = electronCommand(electronPath);
  return runCommand(program, [...args, root], { cwd: root });
}

function showMainJob(): Promise<number> {
  say('no display here: doing the main job on a virtual one, from import to PDF ...');
  const script = path.join(root, 'scripts/demo/main-job.ts');
  const command = [...virtualDisplay(), process.execPath, ...typeScriptSwitches(process.execPath), script];
  const [program = process.execPath, ...args] = command;
  return runCommand(program, args, { cwd: root });
}
