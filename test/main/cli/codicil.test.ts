import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { openCliContext } from '../../../main/cli/cli-context.ts';
import { runCli } from '../../../main/cli/run-cli.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';

const home = process.cwd();
afterEach(() => process.chdir(home));
const stateHome = join(tmpdir(), `codicil-test-state-${process.pid}`);
process.env['XDG_STATE_HOME'] = stateHome;
process.env['CODICIL_ELECTRON_COMMAND'] = '';
afterAll(() => rmSync(stateHome, { recursive: true, force: true }));
const entry = fileURLToPath(new URL('../../../main/cli/codicil.ts', import.meta.url));

interface Run {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs a command in a folder of its own, with its library there; in this process, so that forty of them take seconds. */
async function cli(folder: string, args: readonly string[]): Promise<Run> {
  let out = '';
  let err = '';
  process.chdir(folder);
  process.env['CODICIL_LIBRARY'] = join(folder, 'library.codicil');
  const code = await runCli(
    args,
    openCliContext({
      print: async (text) => {
        out += text;
      },
      note: (text) => {
        err += text;
      },
    }),
  );
  return { code, out, err };
}

/** Runs the program itself. */
function spawnCli(folder: string, args: readonly string[], input: string): Run {
  const run = spawnSync(process.execPath, [entry, ...args], { cwd: folder, encoding: 'utf8', input });
  return { code: run.status, out: run.stdout, err: run.stderr };
}

const OLD = '# Privacy Policy\n\nEffective May 2, 2019.\n\nWe keep it for 30 days.\n';
const NEW = '# Privacy Policy\n\nEffective May 2, 2020.\n\nWe keep it for 90 days.\n';

function folderWithTexts(): string {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'old.md'), OLD);
  writeFileSync(join(folder, 'new.md'), NEW);
  return folder;
}

describe('codicil on files', () => {
  test('writes a unified patch and CriticMarkup', async () => {
    const folder = folderWithTexts();
    const run = await cli(folder, [
      'compare',
      'old.md',
      'new.md',
      '--patch',
      'c.patch',
      '--critic',
      'c.critic.md',
    ]);
    expect(run).toEqual({ code: 0, out: '', err: '' });
    expect(readFileSync(join(folder, 'c.critic.md'), 'utf8')).toContain('{--30--}{++90++} days');
    expect(readFileSync(join(folder, 'c.patch'), 'utf8')).toContain(
      '-We keep it for 30 days.\n+We keep it for 90 days.',
    );
  });

  test('says nothing when its reader goes away', async () => {
    const folder = folderWithTexts();
    writeFileSync(join(folder, 'long.md'), `${OLD}\n`.repeat(5_000));
    const line = `"${process.execPath}" "${entry}" inspect long.md --json | head -c 10`;
    const run = spawnSync('/bin/sh', ['-c', line], { cwd: folder, encoding: 'utf8' });
    expect([run.stdout, run.stderr]).toEqual(['{\n "format', '']);
  });

  test('inspects and compares as JSON, and never opens the library', async () => {
    const folder = folderWithTexts();
    const inspected = await cli(folder, ['inspect', 'old.md', '--json']);
    expect(JSON.parse(inspected.out)).toMatchObject({
      format: 'codicil.inspect/1',
      title: 'Privacy Policy',
      dates: [{ kind: 'effective', iso: '2019-05-02', line: 3 }],
    });
    const compared = spawnCli(folder, ['compare', 'old.md', '-', '--json', '--exit-code'], NEW);
    expect([compared.code, compared.err]).toEqual([1, '']);
    expect(JSON.parse(compared.out)).toMatchObject({
      format: 'codicil.compare/1',
      a: { label: 'old.md', text: OLD },
      b: { label: '-', text: NEW },
    });
    expect((await cli(folder, ['compare', 'old.md', 'old.md', '--exit-code'])).code).toBe(0);
    expect(readdirSync(folder).sort()).toEqual(['new.md', 'old.md']);
  });

  test('writes pages whole', async () => {
    const folder = folderWithTexts();
    expect(await cli(folder, ['compare', 'old.md', 'new.md', '--html', 'redline.html'])).toEqual({
      code: 0,
      out: '',
      err: '',
    });
    expect(readFileSync(join(folder, 'redline.html'), 'utf8')).toContain('<!');
    expect((await cli(folder, ['export', 'new.md', '--html', 'new.html', '--md', 'copy.md'])).code).toBe(0);
    expect(readFileSync(join(folder, 'copy.md'), 'utf8')).toBe(NEW);
    expect(readFileSync(join(folder, 'new.html'), 'utf8')).toContain('We keep it for 90 days.');
    expect(existsSync(join(folder, 'library.codicil'))).toBe(false);
  });

  test('marks only the changes asked for, and counts and lists the others', async () => {
    const folder = folderWithTexts();
    const all = await cli(folder, ['compare', 'old.md', 'new.md']);
    expect(all.out).not.toContain('not shown');
    const args = ['compare', 'old.md', 'new.md', '--only', 'typography', '--html', 'few.html', '--text'];
    const few = await cli(folder, args);
    expect(few.out).toMatch(
      /\n\d+ of \d+ changes? not shown:\n1\. replace, substantive; touches number, date: line 3, Privacy Policy\n2\. /,
    );
    expect(few.out).not.toContain('+ 90');
    expect(readFileSync(join(folder, 'few.html'), 'utf8')).toMatch(/\d+ of \d+ changes? not shown/);
  });

  test('an empty file is a text to compare with', async () => {
    const folder = folderWithTexts();
    writeFileSync(join(folder, 'empty.md'), '');
    const { code, out } = await cli(folder, ['compare', 'empty.md', 'new.md', '--json']);
    const { a, spans } = JSON.parse(out);
    expect([code, a.text, spans.every(({ op }: { op: string }) => op === 'insert')]).toEqual([0, '', true]);
  });

  test('bad usage and unreadable input are one line and exit 2', async () => {
    const folder = folderWithTexts();
    writeFileSync(join(folder, 'empty.md'), '');
    writeFileSync(join(folder, 'picture.md'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10]));
    const runs: readonly (readonly [args: readonly string[], says: string])[] = [
      [['frobnicate'], "unknown command 'frobnicate'"],
      [['compare', 'old.md'], "missing required argument 'b'"],
      [['show', '--nope', 'old.md'], "unknown option '--nope'"],
      [['inspect', 'missing.md'], 'missing.md does not exist.'],
      [['inspect', 'empty.md'], 'empty.md is empty.'],
      [['check', 'picture.md'], 'picture.md is not text: it is a PNG picture.'],
      [['inspect', '.'], '. is not a file.'],
      [
        ['compare', 'old.md', 'new.md', '--hide', 'x'],
        '--hide: "x" is none of substantive, moved, numbering, link-target, link-tracking, typography, markup, reflow.',
      ],
      [
        ['compare', 'old.md', 'new.md', '--section', 'Nowhere'],
        '--section: nothing changed under a heading "Nowhere".',
      ],
      [['compare', '-', '-'], 'Only one text can come from standard input.'],
      [['export', 'old.md'], 'Say what to write: --html FILE, --pdf FILE, --docx FILE or --md FILE.'],
      [
        ['export', 'old.md', '--pdf', 'o.pdf'],
        'PDF needs the app: CODICIL_ELECTRON_COMMAND does not name it.',
      ],
      [
        ['export', 'old.md', '--html', 'no/such/o.html'],
        `${join(folder, 'no/such/o.html')} was not written: its folder does not exist.`,
      ],
      [['search', 'x', '--limit', '0'], '--limit 0: a number from 1 to 500 is needed.'],
      [['import', 'old.md', '--date', 'May 2'], '--date May 2: a date is written YYYY-MM-DD.'],
    ];
    const said: Run[] = [];
    for (const [args] of runs) said.push(await cli(folder, args));
    expect(said).toEqual(runs.map(([, says]) => ({ code: 2, out: '', err: `codicil: ${says}\n` })));
  });

  test('check goes by a house profile, and names what is wrong with one', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'terms.md'), `${OLD}We utilise the the ferry.\n`);
    const write = (name: string, profile: unknown): void =>
      writeFileSync(join(folder, name), typeof profile === 'string' ? profile : JSON.stringify(profile));
    write('house.json', {
      disabledRules: ['repeated-word'],
      severities: { 'house-wording': 'error' },
      preferredWordings: [{ avoid: 'utilise', prefer: 'use' }],
    });
    write('list.json', '[1]');
    write('rule.json', { disabledRules: ['no-such-rule'] });
    write('text.json', 'not JSON');
    expect(await cli(folder, ['check', 'terms.md', '--profile', 'house.json'])).toEqual({
      code: 1,
      out: 'terms.md:6: error: The house writes “use” for “utilise”. [house-wording]\n',
      err: '',
    });
    const said = [];
    for (const name of ['list.json', 'rule.json', 'text.json', 'none.json'])
      said.push((await cli(folder, ['check', 'terms.md', '--profile', name])).err);
    expect(said).toEqual([
      'codicil: list.json is no house profile: Invalid input: expected object, received array.\n',
      'codicil: rule.json is no house profile: there is no check named "no-such-rule".\n',
      'codicil: text.json is no house profile: it is not JSON.\n',
      'codicil: none.json does not exist.\n',
    ]);
  });

  test('every command has help', async () => {
    const folder = temporaryFolder();
    const commands = [
      'import',
      'list',
      'history',
      'show',
      'inspect',
      'compare',
      'align',
      'check',
      'search',
      'export',
      'publish',
      'verify',
    ];
    for (const command of commands) {
      const { code, out, err } = await cli(folder, [command, '--help']);
      expect([code, err, out.startsWith(`Usage: codicil ${command} `), out.includes('--library')]).toEqual([
        0,
        '',
        true,
        true,
      ]);
    }
  });
});

describe('codicil on the library', () => {
  test('imports, lists, shows, searches, compares, exports and verifies', async () => {
    const folder = folderWithTexts();
    const imported = await cli(folder, [
      'import',
      'new.md',
      'old.md',
      '--company',
      'Fernholm Ferries',
      '--json',
    ]);
    expect(JSON.parse(imported.out)).toMatchObject({
      files: [
        {
          outcome: 'imported',
          company: 'Fernholm Ferries',
          policy: 'Privacy Policy',
          version: 2,
          effectiveDate: '2020-05-02',
        },
        { outcome: 'imported', version: 1, effectiveDate: '2019-05-02' },
      ],
    });
    const name = 'fernholm-ferries/privacy-policy';
    expect((await cli(folder, ['list'])).out).toBe(
      `${name}  Fernholm Ferries, Privacy Policy: 2 versions, latest 2020-05-02\n`,
    );
    expect(JSON.parse((await cli(folder, ['history', name, '--json'])).out).versions).toMatchObject([
      { number: 2 },
      { number: 1 },
    ]);
    expect((await cli(folder, ['show', `${name}@1`])).out).toBe(OLD);
    expect((await cli(folder, ['show', `${name}@latest`])).out).toBe(NEW);
    expect((await cli(folder, ['show', `${name}@2020-01-01`])).out).toBe(OLD);
    expect(JSON.parse((await cli(folder, ['search', '"90 days"', '--json'])).out)).toMatchObject({
      hits: [{ company: 'fernholm-ferries', fromVersion: 2, toVersion: 2, line: 5 }],
    });
    const compared = JSON.parse((await cli(folder, ['compare', `${name}@1`, `${name}@2`, '--json'])).out);
    expect(compared).toMatchObject({
      a: { label: `${name}@1`, text: OLD },
      b: { label: `${name}@2`, text: NEW },
    });
    expect((await cli(folder, ['export', `${name}@2`, '--html', 'o.html'])).code).toBe(0);
    expect(await cli(folder, ['verify'])).toEqual({
      code: 0,
      out: `${join(folder, 'library.codicil')}: 1 policies, 2 versions, nothing was altered\n`,
      err: '',
    });
  });

  test('the beginning of a name is enough while it is the only one', async () => {
    const folder = folderWithTexts();
    const names = ['--company', 'Fernholm Ferries', '--policy'];
    await cli(folder, ['import', 'old.md', ...names, 'Privacy Policy']);
    expect((await cli(folder, ['show', 'fernholm/privacy@latest'])).out).toBe(OLD);
    expect((await cli(folder, ['history', 'fernholm-ferries'])).code).toBe(0);
    expect((await cli(folder, ['history', 'fern'])).code).toBe(2);
    await cli(folder, ['import', 'new.md', ...names, 'Privacy Notice']);
    expect((await cli(folder, ['history', 'fernholm/privacy'])).err).toBe(
      'codicil: fernholm/privacy may mean any of fernholm-ferries/privacy-notice, fernholm-ferries/privacy-policy; say which.\n',
    );
  });

  test('refused files and unknown references exit 2 and name what it is about', async () => {
    const folder = folderWithTexts();
    writeFileSync(join(folder, 'empty.md'), '');
    const imported = await cli(folder, ['import', 'empty.md', 'old.md', '--company', 'F']);
    expect([imported.code, imported.err]).toEqual([2, 'codicil: empty.md is empty.\n']);
    expect((await cli(folder, ['list'])).out).toContain('1 version,');
    expect(await cli(folder, ['show', 'f/privacy-policy@9'])).toMatchObject({
      code: 2,
      err: 'codicil: f/privacy-policy@9: there is no such version.\n',
    });
    expect((await cli(folder, ['show', 'f/privacy-policy@draft'])).err).toBe(
      'codicil: f/privacy-policy has no draft.\n',
    );
    expect((await cli(folder, ['history', 'nobody/nothing'])).err).toContain(
      'nobody/nothing is not in the library',
    );
  });

  test('what is printed cannot act on the terminal', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'new\nline \u001b[31m.md'), OLD);
    const imported = await cli(folder, ['import', 'new\nline \u001b[31m.md', '--company', 'F\u202eerry']);
    expect([
      imported.code,
      imported.out.split('\n').length,
      imported.out.includes('\u001b') || imported.out.includes('\u202e'),
    ]).toEqual([0, 2, false]);
    expect((await cli(folder, ['list'])).out).not.toContain('\u202e');
    expect((await cli(folder, ['inspect', 'no\nsuch'])).err).toBe('codicil: no\\u000asuch does not exist.\n');
  });

  test('a damaged library exits 2 and stays as it is', async () => {
    const folder = folderWithTexts();
    writeFileSync(join(folder, 'library.codicil'), 'not a library');
    const run = await cli(folder, ['list']);
    expect(run).toMatchObject({ code: 2, out: '', err: expect.stringContaining('is not a Codicil library') });
    expect(readFileSync(join(folder, 'library.codicil'), 'utf8')).toBe('not a library');
    const missing = join(folder, 'missing.codicil');
    expect(await cli(folder, ['verify', '--library', missing])).toEqual({
      code: 2,
      out: '',
      err: `codicil: There is no library at ${missing}.\n`,
    });
    expect(existsSync(missing)).toBe(false);
  });

  test('a library that is not there is said, and none is made by looking for it', async () => {
    const folder = folderWithTexts();
    const library = join(folder, 'library.codicil');
    const lookers = [
      ['list'],
      ['search', 'ferry'],
      ['show', 'f/p@1'],
      ['history', 'f/p'],
      ['compare', 'f/p@1', 'f/p@2'],
    ];
    for (const args of lookers)
      expect(await cli(folder, args)).toEqual({
        code: 2,
        out: '',
        err: `codicil: There is no library at ${library}.\n`,
      });
    expect(existsSync(library)).toBe(false);
    await cli(folder, ['import', 'old.md', '--company', 'F']);
    const backup = (await cli(folder, ['backup'])).out.trim();
    rmSync(library);
    expect((await cli(folder, ['list'])).err).toBe(
      `codicil: There is no library at ${library}. Its newest backup: ${backup}\n`,
    );
    expect((await cli(folder, ['restore', backup])).code).toBe(0);
    expect((await cli(folder, ['list'])).out).toContain('1 version');
  });

  test('one flipped bit of a stored text stops compare and export, with its place and the newest backup', async () => {
    const folder = folderWithTexts();
    const names = ['--company', 'F', '--policy', 'Terms'];
    for (const file of ['old.md', 'new.md']) await cli(folder, ['import', file, ...names]);
    const backup = (await cli(folder, ['backup'])).out.trim();
    const library = join(folder, 'library.codicil');
    const database = new Database(library);
    const body = database
      .prepare('SELECT body FROM version_text WHERE version_id = 1')
      .pluck()
      .get() as Buffer;
    database.close();
    const bytes = readFileSync(library);
    // Near the end of the frame, where its text is and not its header.
    const at = bytes.indexOf(body) + body.length - 6;
    bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
    writeFileSync(library, bytes);
    for (const args of [
      ['compare', 'f/terms@1', 'f/terms@2'],
      ['export', 'f/terms@2', '--html', 'out.html'],
      ['publish', 'f/terms', '--site', 'site'],
    ]) {
      const { code, out, err } = await cli(folder, args);
      expect([code, out, err]).toEqual([
        2,
        '',
        'codicil: f/terms@1: The text is not the one that was saved.\n',
      ]);
    }
    expect(existsSync(join(folder, 'out.html'))).toBe(false);
    const verified = await cli(folder, ['verify']);
    expect([verified.code, verified.out.split('\n')[0]]).toEqual([
      1,
      'f/terms@1: The text is not the one that was saved.',
    ]);
    expect(verified.err).toContain(backup);
  });

  test('rename moves a policy; the old reference still works, and history says what it was called', async () => {
    const folder = folderWithTexts();
    await cli(folder, ['import', 'old.md', '--company', 'Acme', '--policy', 'Privacy']);
    const moved = await cli(folder, [
      'rename',
      'acme/privacy',
      '--company',
      'Quill Bank',
      '--slug',
      'notice',
    ]);
    expect(moved).toEqual({ code: 0, out: 'quill-bank/notice: Privacy of Quill Bank\n', err: '' });
    expect((await cli(folder, ['show', 'acme/privacy@1'])).out).toBe(OLD);
    expect((await cli(folder, ['history', 'acme/privacy'])).out).toMatch(
      /until \d{4}-\d\d-\d\d called Privacy of Acme\n$/,
    );
    const again = await cli(folder, [
      'import',
      'old.md',
      '--company',
      'Acme',
      '--policy',
      'Privacy',
      '--json',
    ]);
    expect(JSON.parse(again.out)).toMatchObject({ files: [{ outcome: 'already-there' }] });
    expect((await cli(folder, ['rename', 'quill-bank', '--name', 'Quillbank', '--slug', 'quill'])).out).toBe(
      'quill: Quillbank\n',
    );
    expect((await cli(folder, ['show', 'quill-bank/notice@1'])).out).toBe(OLD);
    expect(await cli(folder, ['rename', 'quill', '--company', 'Acme'])).toMatchObject({ code: 2, out: '' });
    expect(await cli(folder, ['rename', 'quill'])).toMatchObject({ code: 2, out: '' });
  });
});
