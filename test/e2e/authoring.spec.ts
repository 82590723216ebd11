import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { answerSaveDialog } from './helpers/dialogs.ts';
import { expect, test } from './helpers/launch.ts';
import { draftSaved, editorInput, openPolicy, showPanel, statusBar } from './helpers/window.ts';

/** A policy from nothing to the published page, by keyboard: what a legal writer does in a morning. */

test.setTimeout(180_000);

/** Moves the focus with Tab until an element of the open dialog has it. */
async function tabTo(
  page: Page,
  name: string,
  role: 'textbox' | 'combobox' | 'radio' | 'checkbox' | 'button',
): Promise<void> {
  const target = page.getByRole('dialog').getByRole(role, { name, exact: true });
  await expect(target).toBeEnabled();
  for (let step = 0; step < 40; step++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${role} ${name}`);
}

async function fillByKeyboard(page: Page, name: string, text: string): Promise<void> {
  await tabTo(page, name, 'textbox');
  await page.keyboard.press('Control+a');
  await page.keyboard.type(text);
}

async function newFromTemplate(page: Page): Promise<void> {
  await page.keyboard.press('Control+n');
  await expect(page.getByRole('dialog', { name: 'New policy' })).toBeVisible();
  await page.keyboard.type('Fernholm Ferries Ltd');
  await page.keyboard.press('Tab');
  await tabTo(page, 'Policy', 'textbox');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: /^Privacy Policy/ })).toBeChecked();
  await fillByKeyboard(page, 'Product or website', 'fernholm.example');
  await fillByKeyboard(page, 'Postal address', '4 Quay Street, 5003 Bergen, Norway');
  await fillByKeyboard(page, 'E-mail address', 'privacy@fernholm.example');
  await tabTo(
    page,
    'European Union and United Kingdom (GDPR) Adds legal bases, rights, transfers and complaints.',
    'checkbox',
  );
  await page.keyboard.press('Space');
  await tabTo(page, 'Create', 'button');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Fernholm Ferries Ltd');
  await expect(page.locator('.view-lines')).toContainText('fernholm.example');
}

/** Selects the first place that has these words, with the editor's own search. */
async function goToWords(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Alt+0');
  await expect(editorInput(page)).toBeFocused();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Control+f');
  await expect(page.locator('.find-widget textarea').first()).toBeFocused();
  await page.keyboard.press('Control+a');
  await page.keyboard.type(words);
  await expect(page.locator('.find-widget .matchesCount')).toContainText(/^\d+ of/);
  await page.keyboard.press('Escape');
  await expect(editorInput(page)).toBeFocused();
}

/** What the element that has the focus says. */
function focusedText(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.textContent ?? '');
}

/** Goes into a side panel with its key and waits until one of its rows has the focus. */
async function goToPanel(page: Page, key: string, list: string): Promise<Locator> {
  await page.keyboard.press(key);
  const panel = page.getByRole('tabpanel');
  await expect(panel.locator(`[aria-label="${list}"] :focus`)).toBeVisible();
  return panel;
}

/** Goes down the list that has the focus, from its top, to the row of these words. */
async function goToRow(page: Page, words: RegExp): Promise<void> {
  await page.keyboard.press('Home');
  const rows = await page.locator('[role="tabpanel"] li').count();
  for (let step = 0; step < rows + 20; step++) {
    const text = await focusedText(page);
    if (words.test(text)) return;
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => focusedText(page)).not.toBe(text);
  }
  throw new Error(`No row says ${words}`);
}

async function runFromPalette(page: Page, title: string): Promise<void> {
  await page.keyboard.press('Control+Shift+P');
  const palette = page.getByRole('dialog', { name: 'Commands' });
  await expect(palette.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type(title);
  await expect(palette.getByRole('menuitem')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(palette).toBeHidden();
}

// No pointer and no focus() from here to the published page: what has no key cannot be done.
test('a policy is written from a template, edited through its panels, saved and published, by keyboard alone', async ({
  launch,
  folder,
}) => {
  const { page, electron } = await launch({ empty: true });
  await expect(page.getByText('Your library is empty')).toBeVisible();
  await newFromTemplate(page);

  // A term gets another name everywhere.
  await goToWords(page, 'Personal Data');
  await page.keyboard.press('ArrowLeft');
  await draftSaved(page);
  await page.keyboard.press('F2');
  await expect(page.locator('.rename-box input')).toBeFocused();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Personal Information');
  await page.keyboard.press('Enter');
  const terms = await goToPanel(page, 'Alt+4', 'Defined terms');
  await expect(terms.getByRole('button', { name: /Personal Information/ })).toBeVisible();

  // Two sections go up: the focus goes with each, so the same key again moves it further.
  const outline = await goToPanel(page, 'Alt+1', 'Outline');
  const names = async (): Promise<string[]> =>
    (await outline.locator('.place-name').allTextContents()).map((text) => text.trim());
  const before = await names();
  await goToRow(page, /^Security/);
  await page.keyboard.press('Alt+ArrowUp');
  await expect.poll(async () => (await names()).indexOf('Security')).toBe(before.indexOf('Security') - 1);
  await goToRow(page, /^Changes to this policy/);
  const from = (await names()).indexOf('Changes to this policy');
  for (const up of [1, 2]) {
    await page.keyboard.press('Alt+ArrowUp');
    await expect.poll(async () => (await names()).indexOf('Changes to this policy')).toBe(from - up);
    await expect.poll(() => focusedText(page)).toMatch(/^Changes to this policy/);
  }

  // A vendor is added in the grid and written on without a pause: no key is lost while the text is read back.
  await runFromPalette(page, 'Show panel: Vendors');
  await expect(page.locator('[role="tabpanel"] [aria-label="Vendors"] :focus')).toBeVisible();
  await page.keyboard.press('Control+End');
  await expect.poll(() => focusedText(page)).toBe('Add a vendor…');
  await page.keyboard.type('Quillmint');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Card payments');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Ireland');
  await page.keyboard.press('Tab');
  await page.keyboard.type('quillmint.example/privacy');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('gridcell', { name: 'https://quillmint.example/privacy' })).toBeVisible();
  await goToWords(page, 'Quillmint');
  await draftSaved(page);
  const source = await page.locator('.view-lines').textContent();
  expect((source ?? '').replaceAll('\u00a0', ' ')).toContain(
    '| Quillmint | Card payments | Ireland | [Privacy policy](https://quillmint.example/privacy) |',
  );

  // The checks find what was mistyped; three are mended by their own fixes.
  await page.keyboard.press('Control+End');
  await page.keyboard.type(
    '\n\nWe read the the letters. Write to help (at) fernholm [dot] example, or to [a@fernholm.example](mailto:b@fernholm.example).\n',
  );
  const checks = page.getByRole('tabpanel').getByRole('list', { name: 'Findings' });
  await goToPanel(page, 'Alt+7', 'Findings');
  for (const fix of [/ · .*one/i, / · Write/i, / · Link to/i]) {
    const found = checks.locator('.finding').filter({ hasText: fix });
    await expect(found.first()).toBeVisible();
    const count = await found.count();
    await goToRow(page, fix);
    await page.keyboard.press('Control+.');
    await expect(found).toHaveCount(count - 1);
  }

  await page.keyboard.press('F6');
  await page.keyboard.press('Shift+F6');
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('dialog', { name: 'Save version' })).toBeVisible();
  await tabTo(page, 'Save version', 'button');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(statusBar(page)).toContainText('Version 1');

  const file = path.join(folder, 'published.html');
  await answerSaveDialog(electron, file);
  await page.keyboard.press('Control+Shift+h');
  await expect(page.getByText(/published\.html/)).toBeVisible();
  const html = await readFile(file, 'utf8');
  for (const words of [
    'Personal Information',
    'Quillmint',
    'help@fernholm.example',
    'mailto:a@fernholm.example',
  ])
    expect(html).toContain(words);
});

test('panels write back: a date, a period, a link and the next entry of the history', async ({ launch }) => {
  const { page } = await launch();
  await openPolicy(page, 'Hollowreed Software', 'Privacy Policy');
  const lines = page.locator('.view-lines');

  const details = await showPanel(page, 'Details');
  await details.getByLabel('Effective', { exact: true }).fill('2026-04-01');
  await page.keyboard.press('Enter');
  await expect(lines).toContainText('Effective April 1, 2026.');

  const data = await showPanel(page, 'Data');
  const period = data
    .getByRole('grid', { name: 'Time commitments' })
    .getByRole('button', { name: '90 days' })
    .first();
  await period.focus();
  await page.keyboard.press('F2');
  await page.keyboard.type('60 days');
  await page.keyboard.press('Enter');
  await expect(
    data.getByRole('grid', { name: 'Time commitments' }).getByRole('button', { name: '60 days' }).first(),
  ).toBeVisible();

  const history = await showPanel(page, 'History');
  const note = history.getByLabel('What changed', { exact: true });
  await expect(note).toHaveValue(/90 days.*became.*60 days|Changed/);
  await note.fill('Deletion takes 60 days.');
  await history.getByRole('button', { name: 'Add to the history' }).click();
  await expect(history.getByRole('gridcell', { name: 'Deletion takes 60 days.' })).toBeVisible();
  await expect(history.getByRole('gridcell', { name: '1 Apr 2026', exact: true })).toBeVisible();

  const links = await showPanel(page, 'Links');
  const target = links.getByRole('gridcell', { name: '#document-history', exact: true });
  await target.getByRole('button').focus();
  await page.keyboard.type('#nowhere');
  await page.keyboard.press('Enter');
  await expect(links.getByRole('gridcell', { name: '✕ dead' })).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(links.getByRole('gridcell', { name: '✕ dead' })).toHaveCount(0);
});

test('a passage is kept as a clause, put into another place, deleted and brought back', async ({
  launch,
}) => {
  const { page } = await launch();
  await openPolicy(page, 'Hollowreed Software', 'Cookie Notice');
  await page.keyboard.press('Control+Shift+j');
  const library = page.getByRole('dialog', { name: 'Clause library' });
  await library.getByRole('button', { name: 'New clause…' }).click();
  const form = page.getByRole('dialog', { name: 'Keep as a clause' });
  await form.getByLabel('Name').fill('Quillon clause');
  await form.getByLabel('Tags').fill('quills');
  await form.getByLabel('Text').fill('We keep quills for 3 days.');
  await form.getByRole('button', { name: 'Keep' }).click();
  await expect(library.getByRole('option', { name: /Quillon clause/ })).toBeVisible();
  await library.getByLabel('Find by name, tag or words').fill('quills');
  await expect(library.getByRole('option')).toHaveCount(1);
  await library.getByRole('button', { name: 'Delete' }).click();
  await expect(library.getByText('No clause has these words.')).toBeVisible();
  await library.getByRole('button', { name: 'Close' }).first().click();
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await page.keyboard.press('Control+Shift+j');
  await library.getByLabel('Find by name, tag or words').fill('quills');
  await library.getByRole('button', { name: 'Insert' }).click();
  await expect(page.locator('.view-lines')).toContainText('We keep quills for 3 days.');
});

test('the house profile turns a check off for the whole library', async ({ launch }) => {
  const { page } = await launch();
  await openPolicy(page, 'Hollowreed Software', 'Privacy Policy');
  const checks = await showPanel(page, 'Checks');
  const finding = checks.getByRole('button', { name: /is a defined term/ });
  await expect(finding.first()).toBeVisible();
  await checks.getByRole('button', { name: 'House profile…' }).click();
  const dialog = page.getByRole('dialog', { name: 'House profile' });
  await dialog.getByLabel('Defined terms written without their capitals').selectOption('Off');
  await dialog.getByLabel('Preferred wordings').fill('picture -> image');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(finding).toHaveCount(0);
  await expect(checks.getByText(/The house writes “image” for “picture”/).first()).toBeVisible();
});
