import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';
import { ask, openTestEngine } from '../../helpers/test-library.ts';

const sqlite = createRequire(import.meta.url).resolve('better-sqlite3');
const entry = { effectiveDate: null, note: '', kind: 'substantive', author: '' } as const;

/** Another program that writes to the library for so long; resolves when it has the lock. */
async function holdFor(file: string, milliseconds: number): Promise<void> {
  const program = `
    const database = new (require(${JSON.stringify(sqlite)}))(${JSON.stringify(file)});
    database.exec('BEGIN IMMEDIATE');
    console.log('held');
    setTimeout(() => database.exec('COMMIT'), ${milliseconds});`;
  const child = spawn(process.execPath, ['-e', program], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  await once(child.stdout, 'data');
}

test('a save waits for another program, and says busy when that takes too long', async () => {
  const file = join(temporaryFolder(), 'library.codicil');
  const engine = openTestEngine(file);
  const { policyId } = await ask(engine, 'policy.create', { company: 'Fernholm', name: 'Terms', text: 'x' });
  const reading = openTestEngine(file);

  await holdFor(file, 700);
  await ask(engine, 'version.save', { policyId, text: 'one', ...entry });

  await holdFor(file, 60_000);
  expect(await engine.handle('version.save', { policyId, text: 'two', ...entry })).toMatchObject({
    ok: false,
    error: {
      code: 'busy',
      message: `The library ${file} is busy: another program is writing to it. Try again.`,
    },
  });
  expect((await ask(reading, 'policy.get', { policyId })).versions).toHaveLength(1);
});
