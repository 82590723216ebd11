import { existsSync, writeFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { runQuietly } from '../../scripts/runtime/command.mjs';
import { sandboxSwitches } from '../../scripts/runtime/display.mjs';
import { findElectron } from '../../scripts/runtime/electron.mjs';
import { expect, root, test } from './helpers/launch.ts';
import { readPdf } from './helpers/read-pdf.ts';

/** Printing as the command line has it done: one page in, one PDF out, no window. */

function print(input: string, output: string): { ok: boolean; output: string } {
  const electron = findElectron()?.path ?? 'no electron';
  return runQuietly(electron, [...sandboxSwitches(), root, '--codicil-print-pdf', input, output]);
}

test('a page is printed without running or fetching anything in it', async ({ folder }) => {
  const [page, pdf] = [path.join(folder, 'page.html'), path.join(folder, 'page.pdf')];
  writeFileSync(
    page,
    `<!doctype html><title>Sorrel &amp; Sons</title><h1>Sorrel policy</h1><p id="p">As written.</p>
    <script>document.getElementById('p').textContent = 'changed by a script'</script>
    <img src="https://canary.invalid/x" onerror="document.title = 'changed by a handler'">
    <iframe src="file:///etc/passwd"></iframe><meta http-equiv="refresh" content="0;url=https://canary.invalid/">
    <p><a href="https://example.com/sorrel">link</a></p>`,
  );
  expect(print(page, pdf)).toMatchObject({ ok: true });
  const { pages, links } = await readPdf(pdf);
  expect(pages).toHaveLength(1);
  expect(pages[0]).toContain('Sorrel & Sons');
  expect(pages[0]).toContain('As written.');
  expect(pages[0]).toContain('Page 1 of 1');
  expect(pages[0]).not.toMatch(/changed|root:/);
  expect(links).toEqual(['https://example.com/sorrel']);
  expect((await readdir(folder)).sort()).toEqual(['page.html', 'page.pdf']);
});

test('a page that is not there is named, and nothing is written', async ({ folder }) => {
  const pdf = path.join(folder, 'page.pdf');
  const { ok, output } = print(path.join(folder, 'missing.html'), pdf);
  expect(ok).toBe(false);
  expect(output).toMatch(/^codicil: .*missing\.html cannot be read/m);
  expect(existsSync(pdf)).toBe(false);
});
