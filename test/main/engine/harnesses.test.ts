import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { missingForHarnesses } from '../../reliability/environment.ts';

const program = fileURLToPath(new URL('../../reliability/run-harnesses.ts', import.meta.url));
const missing = missingForHarnesses();
if (missing) console.log(`The reliability harnesses are skipped: ${missing}.`);

/** The short form: each quick harness catches the writer that is broken on purpose, and ours comes through. */
test.skipIf(missing)(
  'no harness finds a lost save, and each one would',
  () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, '--short'], {
      encoding: 'utf8',
    });
    const lines = stdout.trim().split('\n');
    expect({
      status,
      faults: lines.filter((line) => /FAILED|FAULTY/.test(line)),
      last: lines.at(-1),
      errors: stderr,
    }).toEqual({
      status: 0,
      faults: [],
      last: 'Every harness saw its bad writer, and ours came through.',
      errors: '',
    });
  },
  600_000,
);
