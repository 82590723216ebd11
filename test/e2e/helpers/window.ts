import type { Locator, Page } from '@playwright/test';
import { expect } from './launch.ts';

/** Printing starts a process and lays out every page: on a busy machine that takes longer than anything else in the window. */
export const PRINTED = { timeout: 60_000 } as const;

/** The companies and policies on the left. */
export function libraryTree(page: Page): Locator {
  return page.getByRole('treegrid', { name: 'Companies and policies' });
}

/** Opens a policy from the library tree and waits until its text is in the editor. */
export async function openPolicy(page: Page, company: string, policy: string): Promise<void> {
  const tree = libraryTree(page);
  await tree.getByRole('row', { name: company, exact: true }).waitFor();
  const rows = await tree.getByRole('row').allTextContents();
  const companyAt = rows.findIndex((text) => text.startsWith(company));
  const policyAt = rows.findIndex((text, index) => index > companyAt && text.startsWith(policy));
  await tree.getByRole('row').nth(policyAt).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(company);
  await expect(page.locator('.view-line').first()).toBeVisible();
  await expect(statusBar(page)).toContainText('word');
}

/** Chooses one of the views of the open policy. */
export async function showView(page: Page, view: 'Edit' | 'Preview' | 'History' | 'Compare'): Promise<void> {
  await page
    .getByRole('radiogroup', { name: 'View', exact: true })
    .getByRole('radio', { name: view })
    .click();
}

/** Chooses a side panel and gives it. */
export async function showPanel(page: Page, name: string): Promise<Locator> {
  await page.getByRole('tab', { name }).click();
  return page.getByRole('tabpanel');
}

export function statusBar(page: Page): Locator {
  return page.getByRole('contentinfo');
}

/** The text area in which Monaco takes the keyboard. */
export function editorInput(page: Page): Locator {
  return page.getByRole('textbox', { name: 'Policy text' });
}

/** Types at the very end of the text. */
export async function typeAtEnd(page: Page, text: string): Promise<void> {
  await editorInput(page).focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(text);
}

/** Waits until the engine has said that the draft is on the disk. */
export async function draftSaved(page: Page): Promise<void> {
  await expect(statusBar(page)).toContainText('Draft saved');
}
