import type { Locator, Page } from '@playwright/test';
import { expect, test } from './helpers/launch.ts';
import { editorInput, openPolicy, showPanel, typeAtEnd } from './helpers/window.ts';

const COMPANY = 'Hollowreed Software';

async function sectionNames(outline: Locator): Promise<readonly string[]> {
  const rows = await outline.getByRole('listitem').allTextContents();
  return rows.map((text) => text.replace(/\d+$/, ''));
}

/** Puts the caret on the first place where the words stand, with the editor's own search. */
async function goToWords(page: Page, words: string): Promise<void> {
  await editorInput(page).focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Control+f');
  await page.keyboard.type(words);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await expect(editorInput(page)).toBeFocused();
  await page.keyboard.press('ArrowLeft');
}

test('a defined term is renamed everywhere as one step', async ({ launch }) => {
  const { page } = await launch();
  await openPolicy(page, COMPANY, 'Privacy Policy');
  const terms = await showPanel(page, 'Terms');
  await expect(terms.getByRole('button', { name: /Personal Data/ })).toBeVisible();
  await goToWords(page, 'Personal Data at risk');
  await page.keyboard.press('F2');
  const box = page.locator('.rename-box input');
  await expect(box).toHaveValue('Personal Data');
  await box.fill('Personal Information');
  await page.keyboard.press('Enter');
  await expect(terms.getByRole('button', { name: /Personal Information/ })).toBeVisible();
  await expect(terms.getByRole('button', { name: /Personal Data/ })).toHaveCount(0);
  await editorInput(page).focus();
  await page.keyboard.press('Control+z');
  await expect(terms.getByRole('button', { name: /Personal Data/ })).toBeVisible();
});

test('a term leads to its definition', async ({ launch }) => {
  const { page } = await launch();
  await openPolicy(page, COMPANY, 'Privacy Policy');
  await showPanel(page, 'Terms');
  await typeAtEnd(page, '\n\nPersonal Data again.');
  await expect(page.getByRole('tabpanel').getByRole('button', { name: /Personal Data/ })).toBeVisible();
  await page.keyboard.press('Home');
  // The key finds the term once the very text that stands there has been read.
  await expect(async () => {
    await page.keyboard.press('F12');
    await expect(page.locator('.view-lines')).toContainText('"**Personal Data**" means', { timeout: 1000 });
  }).toPass();
});

test('hovering over a term tells what it means', async ({ launch }) => {
  const { page } = await launch();
  await openPolicy(page, COMPANY, 'Privacy Policy');
  await showPanel(page, 'Terms');
  await page
    .getByRole('tabpanel')
    .getByRole('button', { name: /Personal Data/ })
    .click();
  await page
    .locator('.view-line', { hasText: 'means any information' })
    .getByText('Personal')
    .first()
    .hover();
  await expect(page.locator('.monaco-hover:not(.hidden)')).toContainText('defined term, used');
});

test('a finding is underlined, and its fix is offered in the panel', async ({ launch }) => {
  const { page } = await launch();
  await openPolicy(page, COMPANY, 'Privacy Policy');
  const checks = await showPanel(page, 'Checks');
  const fix = checks.getByRole('button', { name: /^Fix: / });
  await expect(fix.first()).toBeVisible();
  const before = await fix.count();
  await fix.first().click();
  await expect(fix).toHaveCount(before - 1);
  await editorInput(page).focus();
  await page.keyboard.press('Control+z');
  await expect(fix).toHaveCount(before);
});

test('a section is moved from the outline by keyboard, and the move is one step', async ({ launch }) => {
  const { page } = await launch();
  await openPolicy(page, COMPANY, 'Cookie Notice');
  const outline = await showPanel(page, 'Outline');
  const names = (): Promise<readonly string[]> => sectionNames(outline);
  await expect(outline.getByRole('listitem').nth(2)).toBeVisible();
  const before = await names();
  await outline.getByRole('button').first().focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Alt+ArrowDown');
  const moved = [before[0], before[2], before[1], ...before.slice(3)];
  await expect.poll(names).toEqual(moved);
  await editorInput(page).focus();
  await page.keyboard.press('Control+z');
  await expect.poll(names).toEqual(before);
});

test('a section is dragged to its new place in the outline, and taken back from there and from the menu', async ({
  launch,
}) => {
  const { page, electron } = await launch();
  await openPolicy(page, COMPANY, 'Terms of Service');
  const outline = await showPanel(page, 'Outline');
  const rows = outline.getByRole('listitem');
  await expect(rows.nth(6)).toContainText('6. Liability');
  const before = await sectionNames(outline);
  await rows
    .filter({ hasText: '3. Subscriptions' })
    .dragTo(rows.filter({ hasText: '6. Liability' }), { targetPosition: { x: 40, y: 24 } });
  await expect(rows.nth(5)).toContainText('5. Liability');
  await expect(rows.nth(6)).toContainText('6. Subscriptions');
  const moved = await sectionNames(outline);
  await rows.nth(6).getByRole('button').first().focus();
  await page.keyboard.press('Control+z');
  await expect.poll(() => sectionNames(outline)).toEqual(before);
  const clickInMenu = (id: string): Promise<void> =>
    electron.evaluate(({ Menu }, entry) => Menu.getApplicationMenu()?.getMenuItemById(entry)?.click(), id);
  await clickInMenu('edit.redo');
  await expect.poll(() => sectionNames(outline)).toEqual(moved);
  await clickInMenu('edit.undo');
  await expect.poll(() => sectionNames(outline)).toEqual(before);
});

test('all findings of one kind are fixed as one step, by keyboard', async ({ launch }) => {
  const { page } = await launch();
  await openPolicy(page, COMPANY, 'Cookie Notice');
  const checks = await showPanel(page, 'Checks');
  const address = 'https://web.archive.org/web/20190507061744id_/https://hollowreed.example';
  await editorInput(page).focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.insertText(
    `\n\nSee [one](${address}/one), [two](${address}/two), [three](${address}/three).`,
  );
  const archived = checks.getByRole('button', { name: /^Fix: Link to/ });
  await expect(archived).toHaveCount(3);
  const fixAll = checks.getByRole('button', { name: 'Fix all', exact: true });
  await fixAll.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: 'Links that lead to a web archive (3)' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(archived).toHaveCount(0);
  await expect(page.locator('.view-lines')).toContainText('[two](https://hollowreed.example/two)');
  await editorInput(page).focus();
  await page.keyboard.press('Control+z');
  await expect(archived).toHaveCount(3);
});
