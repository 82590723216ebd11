import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';

const stateHome = join(tmpdir(), `codicil-test-folder-${process.pid}`);
afterAll(() => rmSync(stateHome, { recursive: true, force: true }));
const entry = fileURLToPath(new URL('../../../main/cli/codicil.ts', import.meta.url));

function environment(folder: string): NodeJS.ProcessEnv {
  return { ...process.env, XDG_STATE_HOME: stateHome, CODICIL_LIBRARY: join(folder, 'none.codicil') };
}

function cli(folder: string, ...args: readonly string[]): { code: number | null; out: string; err: string } {
  const run = spawnSync(process.execPath, [entry, ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: environment(folder),
  });
  return { code: run.status, out: run.stdout, err: run.stderr };
}

function folderOfPolicies(): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'policies/eu'), { recursive: true });
  writeFileSync(join(folder, 'policies/terms.md'), '# Terms\n\nBe kind.\n');
  writeFileSync(
    join(folder, 'policies/eu/privacy.md'),
    '# Privacy Policy\n\nEffective May 2, 2021.\n\nWe keep it.\n',
  );
  return folder;
}

/** Each test starts the command line several times, which takes seconds each on a busy machine. */
const TIME_LIMIT_MS = 240_000;

describe('codicil publish FOLDER', { timeout: TIME_LIMIT_MS }, () => {
  test('writes every policy once, again only what changed, and goes on after one that it cannot read', () => {
    const folder = folderOfPolicies();
    const publish = () =>
      cli(folder, 'publish', 'policies', '--html', 'out', '--docx', 'out', '--theme', 'chambers');
    expect(publish()).toEqual({ code: 0, out: '4 written, 0 unchanged\n', err: '' });
    expect(readFileSync(join(folder, 'out/eu/privacy.html'), 'utf8')).toContain('--paper: #fffdf8');
    writeFileSync(join(folder, 'policies/terms.md'), '# Terms\n\nBe kinder.\n');
    writeFileSync(join(folder, 'policies/broken.md'), Buffer.from([0, 1, 2, 0, 255, 254, 0, 0, 7]));
    const again = publish();
    expect(again).toMatchObject({ code: 1, out: '2 written, 2 unchanged\n' });
    expect(again.err).toMatch(/^codicil: broken\.md: .*\n$/);
    expect(existsSync(join(folder, 'none.codicil'))).toBe(false);
  });

  test('links between the policies lead from page to page, others are named, and another look makes Word files anew', () => {
    const folder = folderOfPolicies();
    const privacy = '# Privacy\n\nSee [terms](../terms.md#be) and [our app](/app).\n';
    writeFileSync(join(folder, 'policies/eu/privacy.md'), privacy);
    const publish = (accent: string) =>
      cli(folder, 'publish', 'policies', '--html', 'out', '--docx', 'word', '--accent', accent);
    const first = publish('#0a5a8a');
    expect(first).toMatchObject({ code: 0, out: '4 written, 0 unchanged\n' });
    expect(first.err).toBe(
      'eu/privacy.md: Line 3: the link to “/app” leads to no page that is published with this one; it is kept as written.\n',
    );
    const page = readFileSync(join(folder, 'out/eu/privacy.html'), 'utf8');
    expect(page).toContain('<a href="../terms.html#be">');
    expect(page).toContain('<a href="/app">');
    expect(publish('#0a5a8a').out).toBe('0 written, 4 unchanged\n');
    expect(publish('#7a1f2b').out).toBe('4 written, 0 unchanged\n');
    rmSync(join(folder, 'word/terms.docx'));
    expect(publish('#7a1f2b').out).toBe('1 written, 3 unchanged\n');
  });

  test('--site makes a site of each policy and a page that lists them', () => {
    const folder = folderOfPolicies();
    const publish = () => cli(folder, 'publish', 'policies', '--site', 'site', '--company', 'Acme');
    expect(publish()).toMatchObject({ code: 0 });
    expect(readFileSync(join(folder, 'site/index.html'), 'utf8')).toContain(
      'href="acme/privacy-policy/index.html"',
    );
    expect(existsSync(join(folder, 'site/acme/privacy-policy/versions/1.html'))).toBe(true);
    writeFileSync(join(folder, 'policies/terms.md'), '# Terms\n\nSee [privacy](eu/privacy.md).\n');
    publish();
    const old = readFileSync(join(folder, 'site/acme/terms-of-service/index.html'), 'utf8');
    expect(old).toContain('<a href="../../acme/privacy-policy/index.html">privacy</a>');
    const other = cli(folder, 'publish', 'policies', '--site', 'policies', '--company', 'Acme');
    expect(other).toMatchObject({ code: 2, out: '' });
    expect(other.err).toContain('holds other files');
  });

  test('says what is wrong with a look', () => {
    const folder = folderOfPolicies();
    expect(cli(folder, 'publish', 'policies', '--html', 'out', '--accent', 'red').err).toContain(
      'is no colour',
    );
    const weak = cli(folder, 'publish', 'policies', '--html', 'out', '--accent', '#ffee00');
    expect(weak).toMatchObject({ code: 0 });
    expect(weak.err).toContain('links on the page has a contrast of');
    expect(cli(folder, 'publish', 'policies', '--html', 'out', '--logo', 'none.png')).toMatchObject({
      code: 2,
    });
  });

  test('--watch publishes again on each save, survives a mistake, and ends cleanly', async () => {
    const folder = folderOfPolicies();
    const watching = spawn(process.execPath, [entry, 'publish', 'policies', '--html', 'out', '--watch'], {
      cwd: folder,
      env: environment(folder),
    });
    let said = '';
    const hears = async (words: RegExp): Promise<void> => {
      while (!words.test(said))
        await new Promise((next) => watching.stdout.once('data', next).setMaxListeners(0));
    };
    const note = new Promise<void>((ready) =>
      watching.stderr.on('data', (data: Buffer) => {
        said += String(data);
        if (said.includes('Watching')) ready();
      }),
    );
    watching.stdout.on('data', (data: Buffer) => {
      said += String(data);
    });
    await note;
    writeFileSync(join(folder, 'policies/terms.md'), Buffer.from([0, 1, 2, 0, 255, 254, 0, 0, 7]));
    await hears(/0 written, 1 unchanged/);
    writeFileSync(join(folder, 'policies/terms.md'), '# Terms\n\nBe kindest.\n');
    await hears(/1 written, 1 unchanged/);
    expect(readFileSync(join(folder, 'out/terms.html'), 'utf8')).toContain('Be kindest.');
    const ended = new Promise((resolve) => watching.once('exit', resolve));
    watching.kill('SIGINT');
    expect(await ended).toBe(0);
  });
});
