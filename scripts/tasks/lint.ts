import { root } from '../build/targets.mjs';
import { checkTree } from '../imports/check-tree.ts';
import { runCommand } from '../runtime/command.mjs';
import { toolFile } from '../runtime/tools.ts';

// npm run lint [-- --write]: format and lint rules, then the import direction.
const fix = process.argv.includes('--write');
const biome = await runCommand(
  process.execPath,
  [toolFile('biome'), 'check', ...(fix ? ['--write'] : []), '.'],
  {
    cwd: root,
  },
);
const { files, faults } = checkTree(root);
for (const fault of faults) process.stderr.write(`${fault}\n`);
process.stderr.write(`import direction: ${files} files, ${faults.length} faults\n`);
process.exitCode = biome === 0 && faults.length === 0 ? 0 : 1;
