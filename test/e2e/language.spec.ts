import type { Page } from '@playwright/test';
import { expect, test } from './helpers/launch.ts';
import { editorInput, openPolicy, showPanel, typeAtEnd } from './helpers/window.ts';

const COMPANY = 'Hollowreed Software';

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
  // The place is asked about once the panel has read the very text that stands there.
  await expect(page.getByRole('contentinfo')).toContainText(/column 1$/);
  await page.waitForTimeout(700);
  await page.keyboard.press('F12');
  await expect(page.locator('.view-lines')).toContainText('"**Personal Data**" means');
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
  const names = async (): Promise<readonly string[]> =>
    (await outline.getByRole('listitem').allTextContents()).map((text) => text.replace(/\d+$/, ''));
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
