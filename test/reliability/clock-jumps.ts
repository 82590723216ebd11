import { spawn } from 'node:child_process';
import { copyFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type Environment, freshFolder, root } from './environment.ts';
import type { Outcome } from './harnesses.ts';

const YEAR = 365 * 24 * 60 * 60;
/** Where the clock stands before each save, in seconds from now. */
const JUMPS = [0, 10 * YEAR, -20 * YEAR, 60, YEAR, -YEAR, 0];

/** What the program says of its library. */
interface Look {
  readonly order: readonly string[];
  readonly backup: readonly string[];
  readonly rollback: readonly string[];
}

/**
 * Moves the clock by years in both directions while versions and backups are made: the order of the versions must be that of the saves, the
 * newest backup the one made last, and an old copy of the library must be noticed, whatever the clock says.
 */
export async function jumpTheClock(environment: Environment, bad: boolean): Promise<Outcome> {
  const folder = freshFolder(environment, 'clock');
  const file = join(folder, 'library.codicil');
  const faults: string[] = [];
  const program = start(environment, file, folder, bad);
  for (const [index, jump] of JUMPS.entries()) {
    await setClock(folder, jump);
    await program.ask('save');
    await program.ask('backup');
    const look = await program.ask<Look>('look');
    const wanted = JSON.stringify(Array.from({ length: index + 1 }, (_, at) => `${at + 1}`));
    if (JSON.stringify(look.order) !== wanted)
      faults.push(`after save ${index + 1} the order is ${look.order}`);
    if (JSON.stringify(look.backup) !== wanted)
      faults.push(`after backup ${index + 1} the newest holds ${look.backup}`);
    if (look.rollback.length > 0) faults.push(`a rollback is seen where there was none: ${look.rollback}`);
    if (index === 2) await copyLibrary(program, file, folder);
  }
  await program.end();
  for (const suffix of ['-wal', '-shm']) rmSync(file + suffix, { force: true });
  copyFileSync(join(folder, 'old'), file);
  await setClock(folder, -5 * YEAR);
  const again = start(environment, file, folder, bad);
  if ((await again.ask<Look>('look')).rollback.length === 0)
    faults.push('an old copy of the library is not noticed');
  await again.end();
  return { sound: faults.length === 0, report: JSON.stringify({ jumps: JUMPS.length, faults }) };
}

/** A copy as a backup program would make it: by SQLite, so that the log is in it. */
async function copyLibrary(program: Program, file: string, folder: string): Promise<void> {
  const { default: Database } = await import('better-sqlite3');
  const database = new Database(file, { readonly: true });
  database.prepare('VACUUM INTO ?').run(join(folder, 'old'));
  database.close();
  await program.ask('look');
}

/** The preloaded library reads the file again at most every 50 ms. */
async function setClock(folder: string, seconds: number): Promise<void> {
  writeFileSync(join(folder, 'clock'), `${seconds}`);
  await new Promise((resolve) => setTimeout(resolve, 80));
}

interface Program {
  ask<T = unknown>(line: string): Promise<T>;
  end(): Promise<void>;
}

function start({ clockSkew }: Environment, file: string, folder: string, bad: boolean): Program {
  const args = [join(root, 'test/reliability/clock-writer.ts'), file, ...(bad ? ['--bad'] : [])];
  const env = { ...process.env, LD_PRELOAD: clockSkew, CS_FILE: join(folder, 'clock') };
  const child = spawn(process.execPath, args, { env, stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const gone = new Promise<void>((resolve) => child.on('close', () => resolve()));
  return {
    async ask<T>(line: string): Promise<T> {
      child.stdin.write(`${line}\n`);
      const answer = await lines.next();
      if (answer.done) throw new Error(`The program ended at "${line}"`);
      return JSON.parse(answer.value) as T;
    },
    async end() {
      child.stdin.end();
      await gone;
    },
  };
}
