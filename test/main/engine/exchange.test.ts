import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Engine } from '../../../main/engine/engine.ts';
import type { ExchangeReport } from '../../../shared/ipc/import-requests.ts';
import type { PolicyDetail } from '../../../shared/ipc/library-requests.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';
import { ask, openTestEngine } from '../../helpers/test-library.ts';

const hasGit = findGit();

function findGit(): boolean {
  try {
    execFileSync('git', ['--version'], { stdio: 'ignore' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error) return false;
    throw error;
  }
}

/** The team's own git on the repository, with nothing of the machine's configuration. */
function git(folder: string, ...args: string[]): string {
  const env = {
    PATH: process.env['PATH'] ?? '',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_AUTHOR_NAME: 'Nils',
    GIT_AUTHOR_EMAIL: 'nils@fernholm.example',
    GIT_COMMITTER_NAME: 'Nils',
    GIT_COMMITTER_EMAIL: 'nils@fernholm.example',
  };
  return execFileSync('git', args, { cwd: folder, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

async function save(
  engine: Engine,
  text: string,
  fields: { note?: string; author?: string } = {},
): Promise<number> {
  const { companies } = await ask(engine, 'library.list', {});
  const known = companies.find(({ slug }) => slug === 'fernholm-ferries')?.policies[0]?.id;
  const policyId =
    known ??
    (await ask(engine, 'policy.create', { company: 'Fernholm Ferries', name: 'Privacy Policy', text }))
      .policyId;
  await ask(engine, 'version.save', {
    policyId,
    text,
    effectiveDate: '2019-05-02',
    note: fields.note ?? 'Change it',
    kind: 'substantive',
    author: fields.author ?? 'Mara Lindqvist',
  });
  return policyId;
}

async function push(engine: Engine, folder: string, policyId = 1, branch?: string): Promise<ExchangeReport> {
  return ask(engine, 'exchange.push', {
    job: 'x',
    folder,
    policyIds: [policyId],
    create: true,
    ...(branch ? { branch } : {}),
  });
}

function pull(
  engine: Engine,
  folder: string,
  more: { branches?: string[]; as?: { company: string; policy: string } } = {},
) {
  return ask(engine, 'exchange.pull', { job: 'x', folder, ...more });
}

/** Everything that a policy is, without what differs between libraries. */
async function contents(engine: Engine, policyId = 1): Promise<unknown> {
  const { policy, company, versions }: PolicyDetail = await ask(engine, 'policy.get', { policyId });
  const texts: unknown[] = [];
  for (const { id, policyId: _policyId, ...version } of versions)
    texts.push({
      ...version,
      text: (await ask(engine, 'text.load', { ref: { kind: 'version', versionId: id } })).text,
    });
  return { company: [company.slug, company.name], policy: [policy.slug, policy.name], versions: texts };
}

function outcomes({ policies }: ExchangeReport): string[] {
  return policies.map(({ outcome, added, versions, problem }) =>
    `${outcome} ${added}/${versions} ${problem}`.trim(),
  );
}

describe('a team’s git repository', () => {
  test('gives back every history as it was', async () => {
    const line = fc.oneof(
      fc.string(),
      fc.constantFrom('', '# Privacy', '- kept for 3 days', '\n\n', 'Ünïcode \u{1F6A2}'),
    );
    const histories = fc.sample(
      fc.array(fc.record({ text: fc.array(line, { maxLength: 6 }), note: line, author: line }), {
        minLength: 1,
        maxLength: 12,
      }),
      { numRuns: 4, seed: 8 },
    );
    for (const history of histories) {
      const [here, there] = [openTestEngine(), openTestEngine()];
      for (const { text, ...fields } of history) await save(here, text.join('\n'), fields);
      const folder = join(temporaryFolder(), 'shared.git');
      expect(outcomes(await push(here, folder))).toEqual([`pushed ${history.length}/${history.length}`]);
      expect(outcomes(await pull(there, folder))).toEqual([`pulled ${history.length}/${history.length}`]);
      expect(await contents(there)).toEqual(await contents(here));
      expect((await ask(there, 'library.verify', { job: 'v' })).problems).toEqual([]);
      expect(outcomes(await pull(there, folder))).toEqual([`up-to-date 0/${history.length}`]);
    }
  }, 60_000);

  test('grows from two machines in turn, and a push to one that has moved on is refused', async () => {
    const folder = join(temporaryFolder(), 'shared.git');
    const [here, there] = [openTestEngine(), openTestEngine()];
    await save(here, 'We keep it for 3 days.');
    await push(here, folder);
    await pull(there, folder);
    await save(there, 'We keep it for 4 days.');
    expect(outcomes(await push(there, folder))).toEqual(['pushed 1/2']);
    expect(outcomes(await push(here, folder))).toEqual([
      'refused 0/0 The repository has 1 version more; pull first.',
    ]);
    expect(outcomes(await pull(here, folder))).toEqual(['pulled 1/2']);
    await save(here, 'We keep it for 5 days.');
    expect(outcomes(await push(here, folder))).toEqual(['pushed 1/3']);
    const written = readdirSync(join(folder, 'objects'), { recursive: true }).length;
    expect(outcomes(await push(here, folder))).toEqual(['up-to-date 0/3']);
    expect(readdirSync(join(folder, 'objects'), { recursive: true })).toHaveLength(written);
  }, 60_000);

  test('carries corrections of a date and a note with the versions that they correct', async () => {
    const folder = join(temporaryFolder(), 'shared.git');
    const [here, there] = [openTestEngine(), openTestEngine()];
    const policyId = await save(here, 'We keep it for 3 days.');
    const [version] = (await ask(here, 'policy.get', { policyId })).versions;
    await ask(here, 'version.correct', {
      versionId: version?.id ?? 0,
      effectiveDate: '2018-01-01',
      note: 'The date was wrong',
      kind: 'editorial',
      author: 'Counsel',
    });
    expect(outcomes(await push(here, folder))).toEqual(['pushed 2/2']);
    await pull(there, folder);
    expect(await contents(there)).toEqual(await contents(here));
    expect(await contents(there)).toMatchObject({ versions: [{ effectiveDate: '2018-01-01' }] });
  }, 60_000);

  test('never loses a version of histories that have parted', async () => {
    const folder = join(temporaryFolder(), 'shared.git');
    const [here, there] = [openTestEngine(), openTestEngine()];
    await save(here, 'We keep it for 3 days.');
    await push(here, folder);
    await pull(there, folder);
    await save(here, 'We keep it for 4 days.');
    await save(there, 'We keep it for 40 days.');
    await push(there, folder);
    const [mine, theirs] = [await contents(here), await contents(there)];
    const apart =
      'refused 0/0 The two histories have parted after version 1: 1 version here and 1 version there.';
    for (const report of [await push(here, folder), await pull(here, folder)])
      expect(outcomes(report)[0]).toContain(apart);
    expect(await ask(here, 'exchange.list', { job: 'l', folder })).toMatchObject([
      { branch: 'fernholm-ferries/privacy-policy', here: 2, there: 2, common: 1, state: 'apart' },
    ]);
    await push(here, folder, 1, 'mara/privacy-policy');
    const branches = ['mara/privacy-policy'];
    expect(
      outcomes(
        await pull(there, folder, { branches, as: { company: 'Fernholm Ferries', policy: 'Mara’s' } }),
      ),
    ).toEqual(['pulled 2/2']);
    expect(await contents(here)).toEqual(mine);
    expect(await contents(there)).toEqual(theirs);
    expect(await contents(there, 2)).toMatchObject({ versions: (mine as { versions: unknown[] }).versions });
  }, 60_000);

  test.skipIf(!hasGit)(
    'is a repository that git itself finds sound, and can repack, clone and push to',
    async () => {
      const folder = join(temporaryFolder(), 'shared.git');
      const [here, there] = [openTestEngine(), openTestEngine()];
      await save(here, 'We keep it for 3 days.', { note: 'First version', author: '' });
      await save(here, 'We keep it for 4 days.', {
        note: 'Keep it longer',
        author: 'Mara <mara@fernholm.example>',
      });
      await push(here, folder);
      expect(git(folder, 'fsck', '--strict', '--full')).toBe('');
      const format = '%an|%ae|%s|%(trailers:key=Codicil-Number,valueonly,separator=%x2C)';
      expect(
        git(folder, 'log', `--format=${format}`, 'fernholm-ferries/privacy-policy').trim().split('\n'),
      ).toEqual(['Mara|mara@fernholm.example|Keep it longer|2', 'Unknown||First version|1']);
      expect(git(folder, 'show', 'HEAD:fernholm-ferries/privacy-policy.md')).toBe('We keep it for 4 days.');
      git(folder, 'gc', '-q', '--prune=now'); // packs the objects and the branch
      await pull(there, folder);
      expect(await contents(there)).toEqual(await contents(here));
      await save(here, 'We keep it for 5 days.');
      expect(outcomes(await push(here, folder))).toEqual(['pushed 1/3']);
      const copy = join(temporaryFolder(), 'copy');
      git(folder, 'clone', '-q', folder, copy);
      expect(outcomes(await pull(there, copy))).toEqual(['pulled 1/3']);
      await save(there, 'We keep it for 6 days.');
      expect(outcomes(await push(there, copy))[0]).toContain('is checked out there');
      writeFileSync(join(copy, 'fernholm-ferries/privacy-policy.md'), 'Changed by hand.');
      git(copy, 'commit', '-q', '-a', '-m', 'By hand');
      expect(outcomes(await pull(here, copy, { branches: ['fernholm-ferries/privacy-policy'] }))[0]).toMatch(
        /^refused .*was not made by Codicil/,
      );
    },
    60_000,
  );

  test('many versions are written as one pack, that git finds sound and another library reads', async () => {
    const folder = join(temporaryFolder(), 'shared.git');
    const [here, there] = [openTestEngine(), openTestEngine()];
    for (let days = 1; days <= 30; days++)
      await save(here, `We keep it for ${days % 7} days.\n`.repeat(days));
    expect(outcomes(await push(here, folder))).toEqual(['pushed 30/30']);
    const objects = readdirSync(join(folder, 'objects'), { recursive: true }).map(String).sort();
    expect(objects.map((name) => name.replace(/[0-9a-f]{40}/, '…'))).toEqual([
      'info',
      'pack',
      join('pack', 'pack-….idx'),
      join('pack', 'pack-….pack'),
    ]);
    if (hasGit) {
      expect(git(folder, 'fsck', '--strict', '--full')).toBe('');
      git(folder, 'verify-pack', join(folder, 'objects', objects.at(-1) ?? ''));
    }
    await pull(there, folder);
    expect(await contents(there)).toEqual(await contents(here));
    await save(there, 'We keep it no longer.');
    expect(outcomes(await push(there, folder))).toEqual(['pushed 1/31']);
  });

  test('is refused in one line when it is an address, missing, no repository, locked or of another kind', async () => {
    const engine = openTestEngine();
    await save(engine, 'We ferry you.');
    const said = async (folder: string): Promise<string> => {
      const answer = await engine.handle('exchange.push', { job: 'x', folder, policyIds: [1] });
      if (!answer.ok) return answer.error.message;
      return (answer.value as ExchangeReport).policies.map(({ problem }) => problem).join();
    };
    for (const address of [
      'https://git.example/p.git',
      'ssh://git.example/p',
      'git@git.example:p.git',
      'host:p.git',
      'ext::sh -c touch',
    ])
      expect(await said(address)).toContain('makes no connections');
    const folder = temporaryFolder();
    expect(await said(join(folder, 'missing'))).toContain('holds no repository yet');
    writeFileSync(join(folder, 'notes.txt'), 'Not a repository.');
    expect(await said(folder)).toContain('is not a git repository');
    const shared = join(folder, 'shared.git');
    await push(engine, shared);
    await save(engine, 'We ferry you twice.');
    const lock = join(shared, 'refs/heads/fernholm-ferries/privacy-policy.lock');
    writeFileSync(lock, '');
    expect(await said(shared)).toContain('is being written by another program');
    rmSync(lock);
    writeFileSync(join(shared, 'config'), '[core]\n[extensions]\n\tobjectFormat = sha256\n');
    expect(await said(shared)).toContain('objectFormat');
    writeFileSync(join(shared, 'config'), '');
    const outside = temporaryFolder();
    rmSync(join(shared, 'refs/heads/fernholm-ferries'), { recursive: true });
    symlinkSync(outside, join(shared, 'refs/heads/fernholm-ferries'));
    expect(await said(shared)).toContain('lead out of it');
    expect(readdirSync(outside)).toEqual([]);
  }, 60_000);

  test('with a damaged object, an exchanged text or a branch name that leads out is refused, and nothing is taken', async () => {
    const folder = join(temporaryFolder(), 'shared.git');
    const [here, there] = [openTestEngine(), openTestEngine()];
    await save(here, 'We keep it for 3 days.');
    await save(here, 'We keep it for 4 days.');
    await push(here, folder);
    for (const branch of ['../../codicil-outside', 'a//b', '-x', 'a.lock', 'x/../y', 'a b', ''])
      expect(outcomes(await pull(there, folder, { branches: [branch, 'other/branch'] }))[0]).toMatch(
        /^refused /,
      );
    const objects = readdirSync(join(folder, 'objects'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
    expect(objects).toHaveLength(8);
    for (const file of objects) {
      const kept = `${file}.kept`;
      renameSync(file, kept);
      mkdirSync(file);
      const [outcome] = outcomes(
        await pull(there, folder, { branches: ['fernholm-ferries/privacy-policy'] }),
      );
      expect(outcome).toMatch(/^refused 0\/0 .*(?:missing|damaged)/);
      rmSync(file, { recursive: true });
      renameSync(kept, file);
    }
    expect(existsSync(join(folder, '..', '..', 'codicil-outside'))).toBe(false);
    expect((await ask(there, 'library.list', {})).companies).toEqual([]);
  }, 60_000);

  test('can be left in the middle and continued', async () => {
    const folder = join(temporaryFolder(), 'shared.git');
    const [here, there] = [openTestEngine(), openTestEngine()];
    for (let days = 0; days < 30; days++) await save(here, `We keep it for ${days} days.`);
    const stopListening = here.onEvent((name, payload) => {
      if (name === 'job.progress' && 'done' in payload && payload.done === 9)
        void here.handle('job.cancel', { job: 'x' });
    });
    expect(await push(here, folder).catch((error: Error) => error.message)).toContain('cancelled');
    expect(existsSync(join(folder, 'refs/heads/fernholm-ferries/privacy-policy'))).toBe(false);
    stopListening();
    expect(outcomes(await push(here, folder))).toEqual(['pushed 30/30']);
    await pull(there, folder);
    expect(await contents(there)).toEqual(await contents(here));
  }, 60_000);
});

test('an empty folder lists nothing, and one that is gone is said to be gone and is not made', async () => {
  const engine = openTestEngine();
  const folder = temporaryFolder();
  expect(await ask(engine, 'exchange.list', { job: 'l', folder })).toEqual([]);
  const gone = join(folder, 'share');
  const answer = await engine.handle('exchange.list', { job: 'l', folder: gone });
  expect(answer).toMatchObject({ ok: false, error: { code: 'not-found' } });
  expect(existsSync(gone)).toBe(false);
});
