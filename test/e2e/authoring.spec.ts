import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { answerSaveDialog } from './helpers/dialogs.ts';
import { expect, test } from './helpers/launch.ts';
import { draftSaved, editorInput, openPolicy, showPanel, statusBar } from './helpers/window.ts';

/** A policy from nothing to the published page, by keyboard: what a legal writer does in a morning. */

test.setTimeout(180_000);

/** Moves the focus with Tab until an element has it. */
async function tabTo(
  page: Page,
  name: string,
  role: 'textbox' | 'combobox' | 'radio' | 'checkbox' | 'button',
): Promise<void> {
  const target = page.getByRole(role, { name, exact: true });
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

/** Puts the caret at the end of the first place that has these words, with the editor's own search. */
async function goToWords(page: Page, words: string): Promise<void> {
  await editorInput(page).focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Control+f');
  await page.locator('.find-widget textarea').first().fill(words);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(editorInput(page)).toBeFocused();
}

test('a policy is written from a template, edited through its panels, saved and published', async ({
  launch,
  folder,
}) => {
  const { page, electron } = await launch({ empty: true });
  await newFromTemplate(page);

  // A term gets another name everywhere.
  const terms = await showPanel(page, 'Terms');
  await expect(terms.getByRole('button', { name: /Personal Data/ })).toBeVisible();
  await goToWords(page, 'Personal Data that');
  await page.keyboard.press('ArrowLeft');
  await expect(statusBar(page)).toContainText('Draft saved');
  await goToWords(page, 'Personal Data');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('F2');
  await page.locator('.rename-box input').fill('Personal Information');
  await page.keyboard.press('Enter');
  await expect(terms.getByRole('button', { name: /Personal Information/ })).toBeVisible();

  // Two sections change places: one by keyboard, one by dragging.
  const outline = await showPanel(page, 'Outline');
  const names = async (): Promise<string[]> =>
    (await outline.getByRole('listitem').allTextContents()).map((text) => text.replace(/\d+$/, ''));
  await expect.poll(names).toContain('Security');
  const before = await names();
  await outline.getByRole('button', { name: /^Security/ }).focus();
  await page.keyboard.press('Alt+ArrowUp');
  await expect.poll(async () => (await names()).indexOf('Security')).toBe(before.indexOf('Security') - 1);
  const rows = outline.getByRole('listitem');
  await rows
    .filter({ hasText: /^Changes to this policy/ })
    .dragTo(rows.filter({ hasText: /^Your rights/ }), { targetPosition: { x: 40, y: 3 } });
  await expect
    .poll(
      async () => (await names()).indexOf('Changes to this policy') < (await names()).indexOf('Your rights'),
    )
    .toBe(true);

  // A vendor is added in the grid, cell by cell.
  const vendors = await showPanel(page, 'Vendors');
  const add = vendors.getByRole('button', { name: 'Add a vendor…' });
  await add.focus();
  await page.keyboard.type('Quillmint');
  await page.keyboard.press('Enter');
  const row = vendors.getByRole('row', { name: /^Quillmint Purpose: empty/ });
  await expect(row).toBeVisible();
  await row.getByRole('button').first().focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.type('Card payments');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Ireland');
  await page.keyboard.press('Tab');
  await page.keyboard.type('quillmint.example/privacy');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('gridcell', { name: 'https://quillmint.example/privacy' })).toBeVisible();
  const source = async (): Promise<string> => {
    await draftSaved(page);
    return page.evaluate(() => document.querySelector('.view-lines')?.textContent ?? '');
  };
  await goToWords(page, 'Quillmint');
  expect((await source()).replaceAll('\u00a0', ' ')).toContain(
    '| Quillmint | Card payments | Ireland | [Privacy policy](https://quillmint.example/privacy) |',
  );

  // The checks find what was mistyped; three are mended by their own fixes.
  await editorInput(page).focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(
    '\n\nWe read the the letters. Write to help (at) fernholm [dot] example, or to [a@fernholm.example](mailto:b@fernholm.example).\n',
  );
  const checks = await showPanel(page, 'Checks');
  for (const fix of [/^Fix: .*one/i, /^Fix: Write/i, /^Fix: Link to/i]) {
    const button = checks.getByRole('button', { name: fix }).first();
    await expect(button).toBeVisible();
    const count = await checks.getByRole('button', { name: fix }).count();
    await button.focus();
    await page.keyboard.press('Enter');
    await expect(checks.getByRole('button', { name: fix })).toHaveCount(count - 1);
  }

  await editorInput(page).focus();
  await page.keyboard.press('Control+s');
  const dialog = page.getByRole('dialog', { name: 'Save version' });
  await expect(dialog).toBeVisible();
  await dialog.getByRole('button', { name: 'Save version' }).click();
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
