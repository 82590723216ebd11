import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, type LaunchOptions, type RunningApp, root, test } from './helpers/launch.ts';
import {
  compareFirstAndLast,
  editDraft,
  exportComparison,
  importAndOpen,
  publish,
  saveVersion,
} from './helpers/main-job.ts';
import { readPdf } from './helpers/read-pdf.ts';
import { editorInput } from './helpers/window.ts';

/** The whole path through the real app: import, edit, power cut, version, comparison, published files. */

const clause = 'Zyzzyva clause: we answer every letter within 23 days.';
const address = 'https://example.com/quillon';

const ownPolicy = `# Fennel & Rook Privacy Policy

Effective June 1, 2020

## What we keep

We keep your address for 60 days. See [how we delete](https://example.com/deleting).

${Array.from({ length: 30 }, (_, at) => `## Section ${at + 1}\n\nWe treat matter ${at + 1} with care and tell you when that changes.\n`).join('\n')}`;

const seeds = path.join(root, '../shared/seeds');
const seedFiles = existsSync(seeds) ? readdirSync(seeds).filter((name) => name.endsWith('.txt')) : [];
if (seedFiles.length === 0)
  process.stdout.write('journey: no ../shared/seeds here, so only the policy of our own is taken\n');

// Four starts of the app and six long steps; minutes only where the machine has much else to do.
test.setTimeout(240_000);

test('a policy of our own goes the whole way', async ({ launch, folder }) => {
  const file = path.join(folder, 'fennel-and-rook-privacy.md');
  await writeFile(file, ownPolicy);
  await goTheWholeWay(launch, file, folder);
});

for (const name of seedFiles) {
  test(`${name} goes the whole way`, async ({ launch, folder }) => {
    await goTheWholeWay(launch, path.join(seeds, name), folder);
  });
}

async function goTheWholeWay(
  launch: (options?: LaunchOptions) => Promise<RunningApp>,
  file: string,
  folder: string,
): Promise<void> {
  const original = readFileSync(file, 'utf8');
  const first = await launch({ empty: true });
  await importAndOpen(first, [file]);
  await editDraft(first, `\n\n${clause} See [Quillon](${address}).\n`);
  await first.kill();

  const app = await launch({ empty: true });
  await editorInput(app.page).focus();
  await app.page.keyboard.press('Control+End');
  await expect(app.page.locator('.view-lines')).toContainText('Zyzzyva clause');

  await saveVersion(app, '2026-03-01', 'Answers within 23 days.');
  const [html, pdf, comparison] = ['policy.html', 'policy.pdf', 'comparison.html'].map((name) =>
    path.join(folder, name),
  ) as [string, string, string];
  await publish(app, 'Web page…', html);
  await publish(app, 'PDF…', pdf);
  const compare = await compareFirstAndLast(app);
  await expect(compare.locator('ins').filter({ hasText: 'Zyzzyva' }).first()).toBeAttached();
  await exportComparison(app, comparison);

  await checkWebPage(html, clause);
  await checkWebPage(comparison, 'Zyzzyva');
  await checkPdf(pdf);
  expect(readFileSync(file, 'utf8'), 'the imported file is only read').toBe(original);
}

async function checkWebPage(file: string, text: string): Promise<void> {
  const html = await readFile(file, 'utf8');
  expect(html).toContain(text);
  expect(html).not.toMatch(/<script|\son\w+=|<link[^>]+stylesheet|<img[^>]+src="?https?:/i);
}

async function checkPdf(file: string): Promise<void> {
  const { pages, links } = await readPdf(file);
  expect(pages.length).toBeGreaterThan(1);
  expect(pages.join(' ')).toContain(clause);
  expect(links).toContain(address);
  pages.forEach((page, at) => {
    expect(page).toContain(`Page ${at + 1} of ${pages.length}`);
  });
}
