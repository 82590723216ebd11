// Runs a task of scripts/tasks in a Node that is new enough, with the dependencies in place: node scripts/run.mjs TASK [ARGUMENT...]
import path from 'node:path';
import { root } from './build/targets.mjs';
import { runCommand } from './runtime/command.mjs';
import { ensureDependencies } from './runtime/dependencies.mjs';
import { ensureNode, typeScriptSwitches } from './runtime/node.mjs';
import { runMain } from './runtime/say.mjs';

await runMain(async () => {
  const [task = '', ...args] = process.argv.slice(2);
  const node = ensureNode();
  // Tools that look for "node" themselves must find this one.
  process.env['PATH'] = `${path.dirname(node)}${path.delimiter}${process.env['PATH'] ?? ''}`;
  process.env['CODICIL_NODE'] = node;
  ensureDependencies();
  const file = path.join(root, 'scripts/tasks', `${task}.ts`);
  return runCommand(node, [...typeScriptSwitches(node), file, ...args], { cwd: root });
});
