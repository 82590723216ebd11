// Follows phrases of a git repository's newest texts back to the version in which they first read so, and asks git the same: the oldest
// commit that `git log -S PHRASE` names for the paths that the file has had. Prints how many agree, and each that does not. With
// `--follow` git looks for earlier paths itself, and takes a new file that resembles another for its continuation.
// node test/bench/lifeline-agreement.ts REPOSITORY [PHRASES [SEED [--follow]]]
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEngine } from '../../main/engine/engine.ts';
import type { EngineRequest, RequestArgs, RequestValue } from '../../shared/ipc/contract.ts';
import type { VersionSummary } from '../../shared/model/policy.ts';
import type { Result } from '../../shared/model/result.ts';

const WORDS = 8;
const [repository = '', wanted = '100', seed = '7', follow] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'codicil-bench-'));
process.env['XDG_STATE_HOME'] = folder;
const engine = openEngine({ libraryFile: join(folder, 'library.codicil'), resourcesDir: '' });
if (!engine.ok) throw new Error(engine.error.message);
const { handle, close } = engine.value;
await ask('import.paths', { job: 'import', paths: [repository], git: 'HEAD' });
const policies = (await ask('library.list', {})).companies.flatMap(({ policies }) => policies);
const random = mulberry(Number(seed));
let [asked, agreed] = [0, 0];
for (let attempt = 0; asked < Number(wanted) && attempt < Number(wanted) * 20; attempt++) {
  const policy = policies[Math.floor(random() * policies.length)];
  const phrase = policy ? await pickPhrase(policy.id) : null;
  if (!phrase) continue;
  const { events } = await ask('lifeline.trace', {
    job: 'trace',
    versionId: phrase.version.id,
    ...phrase.range,
  });
  const mine = events.findLast(({ text }) => oneLine(text).includes(oneLine(phrase.text)))?.versionId;
  const ours = originOf(phrase.versions.find(({ id }) => id === mine)).split(':', 1)[0] ?? '';
  const newestPath = pathOf(phrase.version);
  const paths = follow ? [newestPath] : [...new Set(phrase.versions.map(pathOf))];
  const theirs = gitCommits(phrase.text, paths);
  asked += 1;
  if (theirs.at(-1) === ours) agreed += 1;
  else
    console.log(
      JSON.stringify({
        phrase: phrase.text,
        path: originOf(phrase.version),
        ours,
        theirs,
        events: events.length,
      }),
    );
}
console.log(`${agreed} of ${asked} phrases appeared in the same commit`);
close();
rmSync(folder, { recursive: true });

/** Some words in a row that stand once in the newest text and in one line of it. */
async function pickPhrase(policyId: number) {
  const { versions, policy } = await ask('policy.get', { policyId });
  const version = policy.latest;
  if (!version || versions.length < 3) return null;
  const { text } = await ask('text.load', { ref: { kind: 'version', versionId: version.id } });
  const lines = text.split('\n').filter((line) => line.split(/\s+/).length > WORDS + 2);
  const words = lines[Math.floor(random() * lines.length)]?.trim().split(' ') ?? [];
  const phrase = words.slice(1, 1 + WORDS).join(' ');
  const from = text.indexOf(phrase);
  if (phrase.length < 30 || /^\s|\s\s/.test(phrase) || from < 0 || text.indexOf(phrase, from + 1) >= 0)
    return null;
  return { versions, version, text: phrase, range: { from, to: from + phrase.length } };
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}

function gitCommits(phrase: string, paths: readonly string[]): string[] {
  const args = ['log', ...(follow ? ['--follow'] : []), `-S${phrase}`, '--format=%H', 'HEAD', '--', ...paths];
  const env = { PATH: process.env['PATH'] ?? '', GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };
  return execFileSync('git', ['--no-pager', ...args], { cwd: repository, env, encoding: 'utf8' })
    .trim()
    .split('\n');
}

function pathOf(version: VersionSummary): string {
  return originOf(version).replace(/^[^:]*:/, '');
}

function originOf(version: VersionSummary | undefined): string {
  return version?.source.kind === 'imported' ? version.source.from : '';
}

async function ask<Name extends EngineRequest>(
  name: Name,
  args: RequestArgs<Name>,
): Promise<RequestValue<Name>> {
  const result = (await handle(name, args)) as Result<RequestValue<Name>>;
  if (!result.ok) throw new Error(`${name}: ${result.error.message}`);
  return result.value;
}

function mulberry(start: number): () => number {
  let state = start;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
