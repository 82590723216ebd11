import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import markdownIt from 'markdown-it';
import type { TextReference } from '../../shared/ipc/schemas.ts';
import { answerSaveDialog } from './helpers/dialogs.ts';
import { expect, test } from './helpers/launch.ts';
import { readPdf } from './helpers/read-pdf.ts';

/** Comparing in the real window: choosing versions, reading both columns, stepping, filtering, jumping, exporting. */

test('two versions are compared, and the columns read as the old and the new text', async ({ launch }) => {
  const app = await launch();
  const versions = await openPolicy(app.page);
  await compare(app.page, 1, versions.length);
  await expect(app.page.locator('.cmp-accounting')).toContainText(
    'Every word of both texts is shown exactly once.',
  );
  for (const [side, version] of [
    ['a', versions[0]],
    ['b', versions.at(-1)],
  ] as const) {
    const shown = await app.page.locator(`[data-side="${side}"] [data-text]`).allTextContents();
    expect(wordsOf(shown.join(' '))).toEqual(wordsOf(renderedText(version?.text ?? '')));
  }
});

test('F8 and Shift+F8 go through the changes and say what they are', async ({ launch }) => {
  const { page } = await launch();
  await openPolicy(page);
  await compare(page, 3, 4);
  const total = Number((await page.locator('.cmp-position').textContent())?.replace(/\D/g, ''));
  expect(total).toBeGreaterThan(2);
  await page.keyboard.press('F8');
  await page.keyboard.press('F8');
  await expect(page.locator('.cmp-position')).toHaveText(`2 of ${total}`);
  await expect(page.locator('.rl-row[data-current]')).toBeInViewport();
  await expect(page.getByText(new RegExp(`^Change 2 of ${total}, `))).toBeAttached();
  await page.keyboard.press('Shift+F8');
  await page.keyboard.press('Shift+F8');
  await expect(page.locator('.cmp-position')).toHaveText(`${total} of ${total}`);
  await expect(page.locator('.rl-row[data-current]')).toBeInViewport();
  await expect(
    page.getByRole('listbox', { name: 'Changes' }).locator('[aria-selected="true"]'),
  ).toBeVisible();
});

test('filters take marks away, say how many changes are not shown, and list them', async ({ launch }) => {
  const { page } = await launch();
  await openPolicy(page);
  await compare(page, 1, 7);
  const wording = page.getByRole('button', { name: /^Wording/ });
  const count = Number((await wording.textContent())?.replace(/\D/g, ''));
  const marked = page.locator('[data-side="b"] ins[data-class="substantive"]:not([data-quiet])');
  await expect(marked.first()).toBeAttached();
  await wording.click();
  await expect(marked).toHaveCount(0);
  await expect(page.getByText(`${count} changes not shown.`)).toBeVisible();
  await page.getByRole('button', { name: 'List them' }).click();
  await expect(
    page.getByRole('listbox', { name: 'Changes not shown' }).getByRole('option').first(),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Show all' }).click();
  await expect(marked.first()).toBeAttached();
  const duration = page.getByRole('button', { name: /^Duration/ });
  const durations = Number((await duration.textContent())?.replace(/\D/g, ''));
  await duration.click();
  await expect(page.locator('.cmp-position')).toHaveText(new RegExp(`^${durations} changes?$`));
});

test('a moved passage names its other place and goes there', async ({ launch }) => {
  const { page } = await launch();
  await openPolicy(page);
  await compare(page, 4, 5);
  const away = page.locator('[data-side="a"] .rl-chip').first();
  await expect(away).toHaveAccessibleName(/^Moved to .*: go there$/);
  const target = page.locator(`.rl-row[data-row="${await away.getAttribute('data-jump')}"]`);
  await away.click();
  await expect(target).toBeInViewport();
  await expect(target.locator('.rl-chip').first()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(away).toBeInViewport();
});

test('inline shows both texts in one flow; unchanged runs collapse; find marks every match', async ({
  launch,
}) => {
  const { page } = await launch();
  await openPolicy(page);
  await compare(page, 6, 7);
  await page.getByRole('radio', { name: 'Inline' }).click();
  await expect(page.locator('[data-side="inline"] ins').first()).toBeVisible();
  await expect(page.locator('[data-side="a"]')).toHaveCount(0);
  await page.getByRole('button', { name: 'Collapse unchanged' }).click();
  const fold = page.getByRole('button', { name: /^Show \d+ unchanged paragraphs$/ }).first();
  const hiddenRows = page.locator('.rl-row[hidden]');
  const hidden = await hiddenRows.count();
  expect(hidden).toBeGreaterThan(2);
  await fold.click();
  expect(await hiddenRows.count()).toBeLessThan(hidden);
  await page.keyboard.press('Control+f');
  await page.keyboard.type('personal data');
  await expect(page.locator('.find-count')).toHaveText(/^1 of \d+ matches$/);
  const matches = await page.locator('[data-text]').allTextContents();
  const expected = matches.join('\n').match(/personal\s+data/gi)?.length ?? 0;
  expect(await page.evaluate(() => CSS.highlights.get('codicil-find')?.size)).toBe(expected);
  await page.keyboard.press('Escape');
  expect(await page.evaluate(() => CSS.highlights.has('codicil-find'))).toBe(false);
});

test('a wording goes into the draft, and the comparison into an HTML file', async ({ launch, folder }) => {
  const app = await launch();
  const { page } = app;
  await openPolicy(page);
  await compare(page, 3, 4);
  const file = path.join(folder, 'redline.html');
  await answerSaveDialog(app.electron, file);
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: /HTML/ }).click();
  await expect.poll(() => readFile(file, 'utf8').catch(() => '')).toContain('<ins');
  await page.keyboard.press('F8');
  const wording = await page.locator('[data-side="b"] ins[data-current]').first().textContent();
  await page.getByRole('button', { name: 'Copy', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Put new wording into the draft' }).click();
  await expect(page.locator('.monaco-editor').first()).toContainText(
    wording?.trim().split(/\s+/)[0] ?? 'no change',
  );
});

test('a filtered comparison is printed as PDF that says what it leaves out; printing can be stopped', async ({
  launch,
  folder,
}) => {
  const app = await launch();
  const { page } = app;
  await openPolicy(page);
  await compare(page, 1, 7);
  await page
    .getByRole('button', { name: /^Typography|^Wording/ })
    .last()
    .click();
  await expect(page.getByText(/^\d+ changes? not shown/)).toBeVisible();
  const file = path.join(folder, 'redline.pdf');
  await answerSaveDialog(app.electron, file);
  await holdPrinting(app.electron);
  const exportPdf = async () => {
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    await page.getByRole('menuitem', { name: 'PDF, filtered as shown…' }).click();
  };
  await exportPdf();
  const work = page.getByRole('region', { name: 'Work in progress' });
  await expect(work).toContainText('Exporting the comparison: Printing');
  await work.getByRole('button', { name: 'Cancel' }).click();
  await expect(work).toBeHidden();
  await expect(readFile(file)).rejects.toThrow('ENOENT');
  await releasePrinting(app.electron);
  await exportPdf();
  await expect(page.getByRole('region', { name: 'Messages' })).toContainText('redline.pdf');
  const { pages } = await readPdf(file);
  expect(pages.join(' ')).toMatch(/\d+ of \d+ changes not shown/);
});

test('both texts go by their names; the strip, the list and Markdown lead to the changes', async ({
  launch,
}) => {
  const { page } = await launch();
  await openPolicy(page);
  await compare(page, 6, 7);
  const oldText = page.getByRole('button', { name: /^Old text/ });
  await expect(oldText).toContainText(/Version 6, \d+ \w+ \d{4} · .+ Privacy Policy/);
  await expect(page.locator('.rl-heads th').first()).toContainText(/^Version 6, /);
  const options = page.getByRole('listbox', { name: 'Changes' }).getByRole('option');
  await options.nth(2).click();
  await expect(page.locator('.cmp-position')).toHaveText(/^3 of \d+$/);
  await expect(page.locator('.rl-row[data-current]')).toBeInViewport();
  const strip = page.locator('.cmp-strip');
  const box = await strip.boundingBox();
  const scroller = page.locator('.rl-scroller');
  const before = await scroller.evaluate((element) => element.scrollTop);
  await strip.click({ position: { x: (box?.width ?? 10) / 2, y: (box?.height ?? 10) - 12 } });
  await expect.poll(() => scroller.evaluate((element) => element.scrollTop)).not.toBe(before);
  await page.getByRole('radio', { name: 'Markdown' }).click();
  await expect(page.locator('.monaco-diff-editor .view-line').first()).toBeVisible();
});

/** Lets no window print until it is released: long work that a test can be sure to meet. */
async function holdPrinting(electron: ElectronApplication): Promise<void> {
  await electron.evaluate(({ app }) => {
    const state = { held: true };
    Object.assign(globalThis, { printing: state });
    app.on('web-contents-created', (_event, contents) => {
      const print = contents.printToPDF.bind(contents);
      contents.printToPDF = (options) => (state.held ? new Promise(() => undefined) : print(options));
    });
  });
}

async function releasePrinting(electron: ElectronApplication): Promise<void> {
  await electron.evaluate(() => {
    (globalThis as unknown as { printing: { held: boolean } }).printing.held = false;
  });
}

interface SavedVersion {
  readonly number: number;
  readonly text: string;
}

/** Opens the sample policy with the longest history in the compare view, and gives its versions, oldest first. */
async function openPolicy(page: Page): Promise<readonly SavedVersion[]> {
  await page.getByText('Privacy Policy', { exact: true }).first().click();
  await page.getByRole('radio', { name: 'Compare' }).click();
  await expect(page.getByText('Choose two texts to compare')).toBeVisible();
  return page.evaluate(async () => {
    const list = await window.codicil.request('library.list', {});
    const policies = list.ok ? list.value.companies.flatMap((company) => company.policies) : [];
    const policy = policies.find(({ name }) => name === 'Privacy Policy');
    const detail = await window.codicil.request('policy.get', { policyId: policy?.id ?? 0 });
    const versions = detail.ok ? [...detail.value.versions].reverse() : [];
    return Promise.all(
      versions.map(async ({ id, number }) => {
        const ref: TextReference = { kind: 'version', versionId: id };
        const loaded = await window.codicil.request('text.load', { ref });
        return { number, text: loaded.ok ? loaded.value.text : '' };
      }),
    );
  });
}

/** Chooses two versions of the open policy in the lists of both sides. */
async function compare(page: Page, a: number, b: number): Promise<void> {
  for (const [side, number] of [
    ['Old text', a],
    ['New text', b],
  ] as const) {
    await page.getByRole('button', { name: new RegExp(`^${side}`) }).click();
    await page.getByRole('option', { name: new RegExp(`^Version ${number} `) }).click();
  }
  await expect(page.locator('.rl-row').first()).toBeVisible();
  await expect(page.getByRole('listbox', { name: 'Changes' })).toBeVisible();
}

/** What a reader of the rendered Markdown sees, by a renderer that has no part in the comparison. */
function renderedText(markdown: string): string {
  const html = markdownIt({ linkify: false }).render(markdown);
  return html
    .replace(/<[^>]+>/g, ' ')
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
}

function wordsOf(text: string): string {
  return (text.match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
}

test('renamed words and changed definitions are told in one line each, and facts go to their sentence', async ({
  launch,
}) => {
  const { page } = await launch();
  await openPolicy(page);
  await compare(page, 5, 6);
  const rename = page.getByRole('button', {
    name: /^Renamed: Customer Workspace in \d+ places/,
  });
  await expect(rename).toBeVisible();
  await rename.click();
  const first = await page.locator('.cmp-position').textContent();
  expect(first).toMatch(/^\d+ of \d+$/);
  await rename.click();
  await expect(page.locator('.cmp-position')).not.toHaveText(first ?? '');
  await compare(page, 2, 3);
  await page.getByText(/^“Services” is defined anew; \d+ clauses use it$/).click();
  await page.locator('.cmp-definition[open] .cmp-fact').last().click();
  await expect(page.locator('[data-side="b"]', { hasText: 'Services' }).last()).toBeAttached();
  await compare(page, 3, 4);
  const facts = page.locator('.cmp-facts');
  await expect(facts.locator('summary')).toHaveText(/^\d+ facts? stated differently$/);
  if ((await facts.getAttribute('open')) === null) await facts.locator('summary').click();
  await facts
    .getByRole('button', { name: /30 days to .*90 days/ })
    .first()
    .click();
  await expect(page.locator('[data-side="b"]', { hasText: 'up to 90 days' }).first()).toBeInViewport();
});
