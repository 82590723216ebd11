// Takes a git repository in and measures the library it becomes: processor time, memory, size, reads, search, and whether every text is
// the one that git has. node test/bench/store-figures.ts REPOSITORY
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEngine } from '../../main/engine/engine.ts';
import type { Connection } from '../../main/engine/store/connection.ts';
import { openLibrary } from '../../main/engine/store/open-library.ts';
import { searchLibrary } from '../../main/engine/store/search.ts';
import { catchUpIndex } from '../../main/engine/store/search-index.ts';
import { readVersionText } from '../../main/engine/store/version-text.ts';
import { listAllVersions } from '../../main/engine/store/versions.ts';

const READS = 400;
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
  return quantiles(QUERIES.map((query) => timed(() => searchLibrary(library, query, 20))));
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
