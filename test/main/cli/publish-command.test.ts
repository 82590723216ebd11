import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';
import { docxPart, resolvedText } from '../engine/export/read-docx-xml.ts';

const stateHome = join(tmpdir(), `codicil-test-publish-${process.pid}`);
afterAll(() => rmSync(stateHome, { recursive: true, force: true }));
const entry = fileURLToPath(new URL('../../../main/cli/codicil.ts', import.meta.url));
const VERSIONS = ['2019', '2020', '2021'].map(
  (year, index) =>
    `# Privacy Policy\n\nEffective May 2, ${year}.\n\nWe keep it for ${30 * (index + 1)} days.\n`,
);

function cli(folder: string, ...args: readonly string[]): { code: number | null; out: string; err: string } {
  const run = spawnSync(process.execPath, [entry, ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, XDG_STATE_HOME: stateHome, CODICIL_LIBRARY: join(folder, 'library.codicil') },
  });
  return { code: run.status, out: run.stdout, err: run.stderr };
}

function folderWithTexts(): string {
  const folder = temporaryFolder();
  for (const [index, text] of VERSIONS.entries()) writeFileSync(join(folder, `${index}.md`), text);
  return folder;
}

/** Each test starts the command line several times, which takes seconds each on a busy machine. */
const TIME_LIMIT_MS = 120_000;

describe('codicil publish and Word files', { timeout: TIME_LIMIT_MS }, () => {
  test('publish writes a site once, and again only what changed', () => {
    const folder = folderWithTexts();
    const importing = (...files: readonly string[]) =>
      expect(cli(folder, 'import', ...files, '--company', 'Acme', '--policy', 'Privacy').code).toBe(0);
    importing('0.md', '1.md');
    const publish = () => cli(folder, 'publish', 'acme/privacy', '--site', 'site');
    expect(publish()).toMatchObject({ code: 0, err: '' });
    expect(readFileSync(join(folder, 'site/changes/2.html'), 'utf8')).toContain('<del>30</del>');
    expect(publish().out).toMatch(/: 0 of \d+ files written\n$/);
    importing('2.md');
    expect(publish().out).toMatch(/: 10 of \d+ files written\n$/);
    expect(readFileSync(join(folder, 'site/index.html'), 'utf8')).toContain('90 days');
  });

  test('publish leaves a folder of something else alone and says why', () => {
    const folder = folderWithTexts();
    cli(folder, 'import', '0.md', '--company', 'Acme', '--policy', 'Privacy');
    const run = cli(folder, 'publish', 'acme/privacy', '--site', '.');
    expect(run).toMatchObject({ code: 2, out: '' });
    expect(run.err).toContain('holds other files');
    expect(existsSync(join(folder, 'index.html'))).toBe(false);
  });

  test('compare --docx tracks the changes between two files', () => {
    const folder = folderWithTexts();
    expect(cli(folder, 'compare', '0.md', '1.md', '--docx', 'c.docx')).toEqual({ code: 0, out: '', err: '' });
    const docx = new Uint8Array(readFileSync(join(folder, 'c.docx')));
    expect(resolvedText(docx, 'accept')).toContain('We keep it for 60 days.');
    expect(resolvedText(docx, 'reject')).toContain('We keep it for 30 days.');
  });

  test('export --docx writes a version of the library and a file', () => {
    const folder = folderWithTexts();
    cli(folder, 'import', '0.md', '--company', 'Acme', '--policy', 'Privacy');
    for (const ref of ['acme/privacy@1', '0.md']) {
      expect(cli(folder, 'export', ref, '--docx', 'e.docx')).toEqual({ code: 0, out: '', err: '' });
      const docx = new Uint8Array(readFileSync(join(folder, 'e.docx')));
      expect(docxPart(docx, 'word/document.xml')).toContain('We keep it for 30 days.');
    }
  });
});
