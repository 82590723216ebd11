// Takes a git repository in and measures the library it becomes: processor time, memory, size, reads, search, and whether every text is
// the one that git has. Then saves the same versions again from memory, which is the store without the reading of git.
// node test/bench/store-figures.ts REPOSITORY
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEngine } from '../../main/engine/engine.ts';
import type { Connection } from '../../main/engine/store/connection.ts';
import { ensureCompany, ensurePolicy } from '../../main/engine/store/names.ts';
import { openLibrary } from '../../main/engine/store/open-library.ts';
import { listCompanies } from '../../main/engine/store/policies.ts';
import { searchLibrary } from '../../main/engine/store/search.ts';
import { catchUpIndex } from '../../main/engine/store/search-index.ts';
import { readVersionText } from '../../main/engine/store/version-text.ts';
import {
  appendVersion,
  listAllVersions,
  listVersions,
  type NewVersion,
} from '../../main/engine/store/versions.ts';

const READS = 400;
/** Rounds of all queries: enough calls for a 95th percentile. */
const SEARCH_ROUNDS = 10;
const QUERIES = [
  'arbitration',
  '"class action"',
  'personal data',
  'cookies',
  '"third part*"',
  'delete your account',
  'liability',
  'minor*',
];

const [repository = ''] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'codicil-bench-'));
process.env['XDG_STATE_HOME'] = folder;
const file = join(folder, 'library.codicil');
console.log(`import: ${await importRepository()}`);
const opened = openLibrary(file);
if (!opened.ok) throw new Error(opened.error.message);
const { connection } = opened.value;
console.log(`library: ${megabytes()} without index, git's objects ${gitMegabytes()}`);
console.log(`texts that differ from git's: ${differences(connection)}`);
console.log(`read at random, nothing cached: ${readTimes(connection)}`);
const began = performance.now();
for (const _ of catchUpIndex(connection));
connection.database.pragma('wal_checkpoint(TRUNCATE)');
console.log(`index: ${Math.round(performance.now() - began)} ms, library then ${megabytes()}`);
console.log(`search, second time: ${searchTimes(connection)}`);
console.log(`store alone, one durable write a policy: ${saveAgain(connection)}`);
connection.close();
rmSync(folder, { recursive: true });

async function importRepository(): Promise<string> {
  const engine = openEngine({ libraryFile: file, resourcesDir: '' });
  if (!engine.ok) throw new Error(engine.error.message);
  let peak = 0;
  engine.value.onEvent(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  });
  const before = process.cpuUsage();
  await engine.value.handle('import.paths', { job: 'bench', paths: [repository], git: 'HEAD' });
  const { user, system } = process.cpuUsage(before);
  engine.value.close();
  return `${((user + system) / 1e6).toFixed(1)} s of processor time, ${Math.round(peak / 1e6)} MB at the peak`;
}

function differences(library: Connection): string {
  const versions = listAllVersions(library);
  const origins = versions.map(({ source }) => (source.kind === 'imported' ? source.from : ''));
  const out = execFileSync('git', ['-C', repository, 'cat-file', '--batch'], {
    input: `${origins.join('\n')}\n`,
    maxBuffer: 2 ** 30,
  });
  let different = 0;
  let at = 0;
  for (const { id } of versions) {
    const line = out.indexOf(10, at);
    const bytes = Number(out.toString('latin1', at, line).split(' ').at(-1));
    const text = out
      .toString('utf8', line + 1, line + 1 + bytes)
      .replace(/^\uFEFF/, '')
      .replace(/\r\n?/g, '\n');
    if (readVersionText(library, id)?.toString('utf8') !== text) different += 1;
    at = line + 1 + bytes + 1;
  }
  return `${different} of ${versions.length}`;
}

function readTimes(library: Connection): string {
  const ids = listAllVersions(library).map(({ id }) => id);
  return quantiles(
    Array.from({ length: READS }, (_, index) => ids[(index * 7919) % ids.length] ?? 1).map((id) =>
      timed(() => readVersionText(library, id)),
    ),
  );
}

function searchTimes(library: Connection): string {
  for (const query of QUERIES) searchLibrary(library, query, 20);
  return quantiles(
    Array.from({ length: SEARCH_ROUNDS }, () =>
      QUERIES.map((query) => timed(() => searchLibrary(library, query, 20))),
    ).flat(),
  );
}

/** Saves every version of every policy into a library of its own; the texts are in memory before the clock starts. */
function saveAgain(library: Connection): string {
  const texts = listCompanies(library)
    .flatMap(({ policies }) => policies)
    .map(({ id }) =>
      listVersions(library, id)
        .reverse()
        .map((version): NewVersion => ({ ...version, text: textOf(library, version.id) })),
    );
  const second = openLibrary(join(folder, 'again.codicil'));
  if (!second.ok) throw new Error(second.error.message);
  const before = process.cpuUsage();
  const start = performance.now();
  for (const [index, versions] of texts.entries()) {
    second.value.connection.write(() => {
      const company = ensureCompany(second.value.connection, 'Bench');
      const { id } = ensurePolicy(second.value.connection, company.id, `Policy ${index}`);
      for (const version of versions) appendVersion(second.value.connection, id, version);
    });
  }
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(before);
  second.value.connection.close();
  const count = texts.flat().length;
  const busy = (user + system) / 1e6;
  return `${Math.round(count / seconds)} versions/s by the clock, ${Math.round(count / busy)} a second of processor time`;
}

function textOf(library: Connection, versionId: number): string {
  const bytes = readVersionText(library, versionId, library.recentTexts.byId);
  if (!bytes) throw new Error(`Version ${versionId} cannot be read`);
  library.recentTexts.remember(versionId, bytes);
  return bytes.toString('utf8');
}

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function quantiles(times: readonly number[]): string {
  const sorted = [...times].sort((x, y) => x - y);
  const at = (share: number): string => (sorted[Math.floor((sorted.length - 1) * share)] ?? 0).toFixed(1);
  return `median ${at(0.5)} ms, p95 ${at(0.95)} ms`;
}

function megabytes(): string {
  return `${(statSync(file).size / 1e6).toFixed(1)} MB`;
}

function gitMegabytes(): string {
  const kilobytes = execFileSync('git', ['-C', repository, 'count-objects', '-v'], { encoding: 'utf8' });
  return `${(Number(/size-pack: (\d+)/.exec(kilobytes)?.[1] ?? 0) / 1000).toFixed(1)} MB`;
}
