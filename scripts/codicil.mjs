// The command line from a checkout: builds what changed, then becomes dist/cli/codicil.mjs. Standard output stays the command's own.
import path from 'node:path';
import { staleTargets } from './build/stamp.mjs';
import { dist, root } from './build/targets.mjs';
import { runCommand } from './runtime/command.mjs';
import { ensureDependencies } from './runtime/dependencies.mjs';
import { electronCommand, ensureDisplay } from './runtime/display.mjs';
import { ensureElectron, findElectron } from './runtime/electron.mjs';
import { ensureNode, typeScriptSwitches } from './runtime/node.mjs';
import { MissingError, runMain } from './runtime/say.mjs';

const parts = ['engine', 'cli', 'main'];

await runMain(async () => {
  const args = process.argv.slice(2);
  const node = ensureNode();
  process.env['CODICIL_NODE'] = node;
  if (staleTargets(parts).length > 0) await build(node);
  const command = await electronFor(args, node);
  if (command) process.env['CODICIL_ELECTRON_COMMAND'] = JSON.stringify(command);
  const file = path.join(dist, 'cli', 'codicil.mjs');
  if (node !== process.execPath) return runCommand(node, [file, ...args]);
  process.argv.splice(1, process.argv.length - 1, file, ...args);
  await import(file);
  return Number(process.exitCode ?? 0);
});

/** @param {string} node */
async function build(node) {
  ensureDependencies();
  const script = path.join(root, 'scripts/tasks/build.ts');
  const code = await runCommand(node, [...typeScriptSwitches(node), script, ...parts], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (code !== 0) throw new MissingError('the command line could not be built.');
}

/**
 * The command that starts the app in Electron, which only PDF needs: fetched when a PDF is asked for, otherwise named if it is there.
 * @param {readonly string[]} args
 * @param {string} node
 */
async function electronFor(args, node) {
  const wanted = args.some((argument) => argument === '--pdf' || argument.startsWith('--pdf='));
  const electron = wanted ? await ensureElectron(node) : findElectron();
  if (!electron) return null;
  if (wanted) await ensureDisplay(electron.path);
  return [...electronCommand(electron.path), root];
}
