// Saves one version after the other through the command line itself, one process each, and notes those that it said were saved: the program
// under test of a kill loop that kills the whole group. node test/reliability/cli-writer.ts LIBRARY ACKS [SAVES]      Needs `npm run build`.
// Each acknowledged save is a line `ACK policy number sha256`; a refusal prints `ERR reason` and ends with exit code 3.
import { spawnSync } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const codicil = fileURLToPath(new URL('../../dist/cli/codicil.mjs', import.meta.url));
const [library = '', acks = '', saves = '1000000'] = process.argv.slice(2);
const folder = join(dirname(acks), 'incoming');
mkdirSync(folder, { recursive: true });

for (let index = 0; index < Number(saves); index++) {
  const text = `# Terms\n\n${Array.from({ length: 60 }, (_, line) => `Clause ${line}: ${(line * index) % 13} days.`).join('\n')}\n\n${randomUUID()}\n`;
  const refusal = save(text);
  if (refusal === null) continue;
  console.log(`ERR ${refusal}`);
  process.exitCode = 3;
  break;
}

/** Null when the version was acknowledged. */
function save(text: string): string | null {
  const file = join(folder, 'terms.md');
  writeFileSync(file, text);
  const names = ['--company', 'Fernholm Ferries', '--policy', 'Terms'];
  const run = spawnSync(
    process.execPath,
    [codicil, 'import', file, ...names, '--json', '--library', library],
    {
      encoding: 'utf8',
    },
  );
  if (run.status !== 0) return run.stderr.trim() || `ended by ${run.signal ?? run.status}`;
  const { files } = JSON.parse(run.stdout) as { files: { outcome: string; version: number }[] };
  const [saved] = files;
  if (saved?.outcome !== 'imported') return `not imported: ${run.stdout}`;
  appendFileSync(acks, `ACK 1 ${saved.version} ${createHash('sha256').update(text).digest('hex')}\n`);
  return null;
}
