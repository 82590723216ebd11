import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readGitHistories } from '../../../main/engine/import/git/read-git-histories.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';
import { ask, openTestEngine } from '../../helpers/test-library.ts';

/** A real repository, made by git itself with nothing of the machine's configuration. */
function repository(): {
  readonly folder: string;
  git(...args: string[]): string;
  commit(date: string, message: string): void;
} {
  const folder = temporaryFolder();
  const env = {
    PATH: process.env['PATH'] ?? '',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_AUTHOR_NAME: 'Mara Lindqvist',
    GIT_AUTHOR_EMAIL: 'mara@fernholm.example',
    GIT_COMMITTER_NAME: 'Bot',
    GIT_COMMITTER_EMAIL: 'bot@fernholm.example',
  };
  const run = (args: readonly string[], more: Readonly<Record<string, string>> = {}): string =>
    execFileSync('git', [...args], {
      cwd: folder,
      env: { ...env, ...more },
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  run(['init', '-q', '-b', 'main']);
  return {
    folder,
    git: (...args) => run(args),
    commit(date, message) {
      run(['add', '-A']);
      run(['commit', '-q', '--allow-empty', '-m', message], {
        GIT_AUTHOR_DATE: date,
        GIT_COMMITTER_DATE: date,
      });
    },
  };
}

async function importGit(folder: string, revision = 'HEAD', engine = openTestEngine()): Promise<string[]> {
  const { files } = await ask(engine, 'import.paths', {
    job: 'g',
    paths: [folder],
    git: revision,
    company: 'Fernholm',
  });
  return files.map(({ file, outcome, policy, versions }) =>
    `${file}: ${outcome} ${policy ?? ''} ${versions ?? ''}`.trim(),
  );
}

/** What the worker would say of a repository from which everything is wanted. */
function readEverything(folder: string): unknown[] {
  const said: unknown[] = [];
  const reading = readGitHistories(folder, 'HEAD', 'Fernholm');
  for (let step = reading.next(); ; ) {
    said.push(step.value);
    if (step.done) return said;
    const contents = step.value?.kind === 'contents' ? step.value : null;
    step = reading.next(contents?.files.map(({ origins }) => [...origins.keys()]));
  }
}

const LINES = Array.from({ length: 30 }, (_, index) => `Clause ${index}: we keep it for ${index} days.`);

describe('import of git repositories', () => {
  test('makes each commit a version with its date, author and message, and follows renames', async () => {
    const { folder, git, commit } = repository();
    writeFileSync(join(folder, 'privacy.md'), LINES.join('\n'));
    commit('2015-03-01T23:30:00-05:00', 'Publish the privacy policy');
    writeFileSync(join(folder, 'privacy.md'), LINES.join('\n').replace('3 days', '5 days'));
    commit('2016-03-01T12:00:00+01:00', 'Keep it longer\n\nCounsel asked for it.');
    mkdirSync(join(folder, 'legal'));
    git('mv', 'privacy.md', 'legal/privacy-policy.md');
    writeFileSync(join(folder, 'legal/privacy-policy.md'), LINES.join('\n').replace('4 days', '6 days'));
    writeFileSync(join(folder, 'logo.png'), Buffer.from([0x89, 0x50]));
    commit('2017-03-01T12:00:00Z', 'Move it');
    git('gc', '-q', '--aggressive');
    const engine = openTestEngine();
    expect(await importGit(folder, 'HEAD', engine)).toEqual([
      'legal/privacy-policy.md: imported Legal – privacy policy 3',
    ]);
    const { versions } = await ask(engine, 'policy.get', { policyId: 1 });
    expect(
      versions.map(({ number, effectiveDate, savedAt, author, note }) => [
        number,
        effectiveDate,
        savedAt,
        author,
        note,
      ]),
    ).toEqual([
      [3, '2017-03-01', '2017-03-01T12:00:00.000Z', 'Mara Lindqvist', 'Move it'],
      [
        2,
        '2016-03-01',
        '2016-03-01T11:00:00.000Z',
        'Mara Lindqvist',
        'Keep it longer\n\nCounsel asked for it.',
      ],
      [1, '2015-03-01', '2015-03-02T04:30:00.000Z', 'Mara Lindqvist', 'Publish the privacy policy'],
    ]);
    for (const { id, source } of versions) {
      const { text } = await ask(engine, 'text.load', { ref: { kind: 'version', versionId: id } });
      expect(text).toBe(git('show', source.kind === 'imported' ? source.from : ''));
    }
    expect(await importGit(folder, 'HEAD', engine)).toEqual([
      'legal/privacy-policy.md: already-there Legal – privacy policy 3',
    ]);
    writeFileSync(join(folder, 'legal/privacy-policy.md'), 'Rewritten.');
    commit('2018-03-01T12:00:00Z', 'Rewrite');
    expect(await importGit(folder, 'HEAD', engine)).toEqual([
      'legal/privacy-policy.md: imported Legal – privacy policy 4',
    ]);
  });

  test('takes both sides of a merge, and another branch by its name', async () => {
    const { folder, git, commit } = repository();
    writeFileSync(join(folder, 'terms.md'), LINES.join('\n'));
    commit('2015-01-01T00:00:00Z', 'Begin');
    git('checkout', '-q', '-b', 'side');
    writeFileSync(join(folder, 'terms.md'), LINES.join('\n').replace('Clause 0', 'Section 0'));
    commit('2015-01-02T00:00:00Z', 'Side');
    git('checkout', '-q', 'main');
    writeFileSync(join(folder, 'terms.md'), LINES.join('\n').replace('Clause 29', 'Section 29'));
    commit('2015-01-03T00:00:00Z', 'Main');
    expect(await importGit(folder, 'side')).toEqual(['terms.md: imported Terms 2']);
    git('merge', '-q', 'side', '-m', 'Merge');
    expect(await importGit(folder)).toEqual(['terms.md: imported Terms 4']); // the merge's own text is new
    expect(await importGit(folder, 'nowhere').catch((error: Error) => error.message)).toContain(
      'no commit "nowhere"',
    );
  });

  test('reads the collections of Open Terms Archive by service and document type, technical commits marked', async () => {
    const { folder, commit } = repository();
    mkdirSync(join(folder, 'Fernholm Ferries'));
    const file = join(folder, 'Fernholm Ferries', 'Privacy Policy.md');
    writeFileSync(file, 'We keep it.');
    commit('2020-01-01T00:00:00Z', 'Record first version of Fernholm Ferries Privacy Policy');
    writeFileSync(file, '# We keep it.');
    commit(
      '2020-01-02T00:00:00Z',
      'Apply technical or declaration upgrade on Fernholm Ferries Privacy Policy',
    );
    const engine = openTestEngine();
    await ask(engine, 'import.paths', { job: 'g', paths: [folder], git: 'HEAD' });
    const { companies } = await ask(engine, 'library.list', {});
    expect(companies).toMatchObject([
      { name: 'Fernholm Ferries', policies: [{ name: 'Privacy Policy', versions: 2 }] },
    ]);
    const { versions } = await ask(engine, 'policy.get', { policyId: 1 });
    expect(versions.map(({ kind }) => kind)).toEqual(['editorial', 'substantive']);
  });

  test('runs nothing and leaves the folder for no link, hook, filter or alternate', async () => {
    const { folder, git, commit } = repository();
    const canary = join(temporaryFolder(), 'canary');
    writeFileSync(join(folder, 'terms.md'), 'We ferry you.');
    commit('2015-01-01T00:00:00Z', 'Begin');
    for (const key of [
      'core.fsmonitor',
      'diff.external',
      'core.pager',
      'filter.x.smudge',
      'uploadpack.packObjectsHook',
      'core.sshCommand',
    ])
      git('config', key, `touch ${canary}`);
    writeFileSync(join(folder, '.gitattributes'), '*.md filter=x diff=x');
    writeFileSync(join(folder, '.git/hooks/post-checkout'), `#!/bin/sh\ntouch ${canary}\n`, { mode: 0o755 });
    const before = readdirSync(join(folder, '.git')).sort();
    expect(await importGit(folder)).toEqual(['terms.md: imported Terms 1']);
    expect(readdirSync(join(folder, '.git')).sort()).toEqual(before);
    expect(readdirSync(join(canary, '..'))).toEqual([]);
    const elsewhere = repository();
    writeFileSync(join(elsewhere.folder, 'secret.md'), 'Elsewhere.');
    elsewhere.commit('2015-01-01T00:00:00Z', 'Elsewhere');
    rmSync(join(folder, '.git/objects'), { recursive: true });
    symlinkSync(join(elsewhere.folder, '.git/objects'), join(folder, '.git/objects'));
    expect(await importGit(folder).catch((error: Error) => error.message)).toContain(
      'is not a git repository',
    );
  });

  test('a flipped byte in a pack is never taken for a text', () => {
    const { folder, git, commit } = repository();
    for (let index = 0; index < 3; index++) {
      writeFileSync(join(folder, 'terms.md'), LINES.join('\n').replace('1 days', `${index} days`));
      commit(`201${index}-01-01T00:00:00Z`, `Change ${index}`);
    }
    git('gc', '-q');
    const pack = readdirSync(join(folder, '.git/objects/pack')).find((name) => name.endsWith('.pack')) ?? '';
    const file = join(folder, '.git/objects/pack', pack);
    const sound = readFileSync(file);
    rmSync(file);
    for (let at = 12; at < sound.length - 20; at += 7) {
      const flipped = Buffer.from(sound);
      flipped[at] = (flipped[at] ?? 0) ^ 0x10;
      writeFileSync(file, flipped);
      const said = JSON.stringify(readEverything(folder));
      // Either something is refused in words, or the byte belonged to an object that no version needs.
      if (!/"severity":"error"|"ok":false|"problems":\["/.test(said))
        expect(said).toMatch(/(?:"savedAt".*){3}/);
    }
  });
});
