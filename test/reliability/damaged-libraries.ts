import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, readlinkSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { backupFolder } from '../../main/engine/library-guard.ts';
import { libraryStateFolder } from '../../main/engine/library-location.ts';
import { makeBackup } from '../../main/engine/store/backups.ts';
import { openLibrary } from '../../main/engine/store/open-library.ts';
import { listAllVersions, loadVersionText } from '../../main/engine/store/versions.ts';
import { type Environment, freshFolder, ours, root } from './environment.ts';
import type { Outcome } from './harnesses.ts';

/** A case of the harness's `cases.json`: a folder and what is expected, in words that begin with the outcome. */
interface Case {
  readonly case: string;
  readonly expect: string;
}

const LIMIT_MS = 10_000;
const codicil = join(root, 'dist/cli/codicil.mjs');

/**
 * Opens each damaged library with the command line: no crash, no hang, one line that names the file and the newest backup, the file byte for
 * byte as it was where it is refused, and never a text that is not the one that was saved. `bad` opens them as SQLite alone would.
 */
export async function judgeDamagedLibraries(environment: Environment, bad: boolean): Promise<Outcome> {
  const folder = freshFolder(environment, 'damaged');
  const good = await killedLibrary(folder);
  const copies = join(folder, 'cases');
  mkdirSync(copies);
  spawnSync(process.execPath, [environment.harness('dbcorrupt.mjs'), '--db', good, '--out', copies]);
  const cases = listCases(copies);
  const wanted = textsOf(join(copies, cases[0]?.case ?? '', 'library.db'));
  const faults: string[] = [];
  const outcomes: Record<string, number> = { opened: 0, found: 0, refused: 0 };
  for (const one of cases) {
    const file = join(copies, one.case, 'library.db');
    putBackup(good, file);
    const judged = judgeOne(environment, one, file, wanted, bad);
    outcomes[judged.outcome] = (outcomes[judged.outcome] ?? 0) + 1;
    faults.push(...judged.faults.map((fault) => `${one.case}: ${fault}`));
  }
  const report = { libraries: cases.length, ...outcomes, faults: bad ? faults.slice(0, 5) : faults };
  return { sound: faults.length === 0 && cases.length >= 50, report: JSON.stringify(report) };
}

function judgeOne(
  environment: Environment,
  { expect }: Case,
  file: string,
  wanted: ReadonlyMap<number, string>,
  bad: boolean,
): { readonly outcome: 'opened' | 'found' | 'refused'; readonly faults: string[] } {
  const names = readdirSync(dirname(file));
  const before = fingerprint(dirname(file), names);
  const run = bad ? runReference(environment, file) : runCodicil('verify', file);
  const faults: string[] = [];
  if (run.signal) faults.push(`ended by ${run.signal}`);
  if (/\n\s+at /.test(run.stderr) || run.status === 3) faults.push(`a fault of its own: ${run.stderr}`);
  if (run.status === 0) {
    // With its log beside it, a damaged first page may be whole in the log: then everything must be there.
    const whole = !bad && existsSync(file) && textsOf(file).size === wanted.size;
    if (!whole && (/^refused(:|$)/.test(expect) || !existsSync(file))) faults.push(`opened, but: ${expect}`);
    else if (!bad) faults.push(...wrongTexts(file, wanted));
    return { outcome: 'opened', faults };
  }
  // A library of a newer app is whole: no backup helps there.
  if (!bad && !expect.includes('newer') && !run.stderr.includes('newest backup'))
    faults.push(`offers no backup: ${run.stderr}`);
  if (run.status === 1) return { outcome: 'found', faults };
  if (!run.stderr.includes(file)) faults.push(`does not name the file: ${run.stderr}`);
  if (run.stderr.trim().split('\n').length !== 1) faults.push(`more than a line: ${run.stderr}`);
  if (fingerprint(dirname(file), names) !== before) faults.push('refused, but changed');
  return { outcome: 'refused', faults };
}

interface Run {
  readonly status: number | null;
  readonly signal: string | null;
  readonly stderr: string;
}

function runCodicil(command: string, file: string): Run {
  const args = [codicil, command, '--library', file];
  return spawnSync(process.execPath, args, { encoding: 'utf8', timeout: LIMIT_MS, killSignal: 'SIGKILL' });
}

function runReference({ harness, folder }: Environment, file: string): Run {
  const args = [harness('writer.mjs'), '--db', file, '--ack', join(folder, 'nobody'), '--n', '0'];
  return spawnSync(process.execPath, args, { encoding: 'utf8', timeout: LIMIT_MS });
}

/** A library with its log still beside it, as a kill leaves it. */
async function killedLibrary(folder: string): Promise<string> {
  const file = join(folder, 'good.db');
  const acks = join(folder, 'acks');
  const child = spawn('/bin/sh', ['-c', `exec ${ours('save-writer.ts', file, acks)}`], { stdio: 'ignore' });
  const gone = new Promise((resolve) => child.on('close', resolve));
  while (!existsSync(acks) || statSync(acks).size < 40 * 75)
    await new Promise((resolve) => setTimeout(resolve, 20));
  child.kill('SIGKILL');
  await gone;
  return file;
}

function putBackup(good: string, file: string): void {
  const opened = openLibrary(good);
  if (!opened.ok) throw new Error(opened.error.message);
  makeBackup(opened.value.connection, backupFolder(libraryStateFolder(file)), new Date());
  opened.value.connection.close();
}

function listCases(folder: string): Case[] {
  const listed = join(folder, 'cases.json');
  if (existsSync(listed)) return JSON.parse(readFileSync(listed, 'utf8')) as Case[];
  return readdirSync(folder)
    .sort()
    .map((name) => ({ case: name, expect: '' }));
}

function textsOf(file: string): Map<number, string> {
  const opened = openLibrary(file);
  if (!opened.ok) throw new Error(opened.error.message);
  const { connection } = opened.value;
  const texts = listAllVersions(connection).map((version): [number, string] => {
    const text = loadVersionText(connection, version);
    return [version.number, text.ok ? text.value : `damaged: ${text.error.message}`];
  });
  connection.close();
  return new Map(texts);
}

/** An older state may lack the newest versions, but what is shown must be what was saved. */
function wrongTexts(file: string, wanted: ReadonlyMap<number, string>): string[] {
  const wrong = [...textsOf(file)].filter(([number, text]) => wanted.get(number) !== text);
  return wrong.slice(0, 2).map(([number]) => `version ${number} is another text, and verify said nothing`);
}

/** Of the files that were there: SQLite may leave its empty shared memory beside them. */
function fingerprint(folder: string, names: readonly string[]): string {
  const hash = createHash('sha256');
  for (const name of [...names].sort()) {
    const path = join(folder, name);
    hash.update(name);
    const stat = lstatSync(path);
    if (stat.isSymbolicLink()) hash.update(readlinkSync(path));
    else if (stat.isFile()) hash.update(readFileSync(path));
  }
  return hash.digest('hex');
}
