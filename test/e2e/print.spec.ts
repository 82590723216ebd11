import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { runQuietly } from '../../scripts/runtime/command.mjs';
import { sandboxSwitches } from '../../scripts/runtime/display.mjs';
import { findElectron } from '../../scripts/runtime/electron.mjs';
import { parseDocument } from '../../shared/markdown/parse-document.ts';
import { renderPolicyPage } from '../../shared/publish/render-policy-page.ts';
import { inspect } from '../../shared/structure/inspect.ts';
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

const TALL_TABLE = `<table><thead><tr><th>Service</th><th>Purpose</th></tr></thead><tbody>${Array.from(
  { length: 120 },
  (_, row) => `<tr><td>Service ${row}</td><td>Purpose ${row}</td></tr>`,
).join('')}</tbody></table>`;

test('a printed policy has embedded letters, an outline, properties and table heads on each page', async ({
  folder,
}) => {
  const [page, pdf] = [path.join(folder, 'page.html'), path.join(folder, 'page.pdf')];
  const text = `# Sorrel policy\n\n## What we keep\n\nOffice “files”, it’s fine.\n\n## How long\n\nYes.\n\n## Whom to ask\n\n${TALL_TABLE}\n`;
  writeFileSync(
    page,
    renderPolicyPage({
      text,
      inspection: inspect(parseDocument(text)),
      company: 'Sorrel & Sons',
      policyName: 'Policy',
      version: null,
      history: [],
    }),
  );
  expect(print(page, pdf)).toMatchObject({ ok: true });
  const { pages, outline, info } = await readPdf(pdf);
  expect(pages.length).toBeGreaterThan(2);
  expect(pages.filter((content) => content.includes('Service 1')).length).toBeGreaterThan(1);
  for (const content of pages) expect(content).toContain('Service Purpose');
  expect(pages[0]).toContain('Office “files”, it’s fine.');
  expect(outline).toEqual(['What we keep', 'How long', 'Whom to ask']);
  expect(info).toMatchObject({
    Title: 'Sorrel policy – Sorrel & Sons',
    Author: 'Sorrel & Sons',
    Creator: 'Codicil',
  });
});

test('a folder of policies becomes PDFs, made anew only where text or look have changed', async ({
  folder,
}) => {
  const policies = path.join(folder, 'policies');
  mkdirSync(path.join(policies, 'eu'), { recursive: true });
  writeFileSync(
    path.join(policies, 'terms.md'),
    '# Terms\n\nSorrel serves [tea](https://example.com/tea).\n',
  );
  writeFileSync(path.join(policies, 'eu/privacy.md'), '# Privacy\n\nSee the [terms](../terms.md).\n');
  const publish = (...look: string[]) => {
    const args = ['publish', policies, '--pdf', path.join(folder, 'out'), ...look];
    const app = JSON.stringify([findElectron()?.path ?? '', ...sandboxSwitches(), root]);
    const run = spawnSync(process.execPath, [path.join(root, 'main/cli/codicil.ts'), ...args], {
      encoding: 'utf8',
      env: { ...process.env, CODICIL_ELECTRON_COMMAND: app },
    });
    return `${run.stdout}${run.stderr}`.trim();
  };
  expect(publish()).toBe('2 written, 0 unchanged');
  const terms = await readPdf(path.join(folder, 'out/terms.pdf'));
  expect(terms.pages[0]).toContain('Sorrel serves tea');
  expect(terms.links).toEqual(['https://example.com/tea']);
  const privacy = await readPdf(path.join(folder, 'out/eu/privacy.pdf'));
  expect(privacy.pages[0]).toContain('See the terms');
  expect(privacy.links).toEqual([]);
  writeFileSync(path.join(policies, 'terms.md'), '# Terms\n\nSorrel serves coffee.\n');
  expect(publish()).toBe('1 written, 1 unchanged');
  expect(publish('--theme', 'harbour')).toBe('2 written, 0 unchanged');
});
