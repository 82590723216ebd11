import type { Locator, Page } from '@playwright/test';
import { answerOpenDialog, answerSaveDialog } from './dialogs.ts';
import type { RunningApp } from './launch.ts';
import { expect } from './launch.ts';
import { draftSaved, showView, typeAtEnd } from './window.ts';

/** The main job of the app, step by step, as a person does it: `npm start` without a display runs the same steps. */

/** Imports files by the menu's shortcut and opens the first of them. */
export async function importAndOpen({ electron, page }: RunningApp, files: readonly string[]): Promise<void> {
  await answerOpenDialog(electron, files);
  await page.keyboard.press('Control+o');
  const report = page.getByRole('dialog', { name: 'Import' });
  await expect(report).toContainText(`${files.length} imported`);
  await report
    .getByRole('button', { name: /^Open / })
    .first()
    .click();
  await expect(page.locator('.view-line').first()).toBeVisible();
}

/** Writes at the end of the open policy and waits until the draft is on the disk. */
export async function editDraft({ page }: RunningApp, text: string): Promise<void> {
  await typeAtEnd(page, text);
  await draftSaved(page);
}

/** Saves the draft as a version with a date and a note. */
export async function saveVersion({ page }: RunningApp, date: string, note: string): Promise<void> {
  await page.keyboard.press('Control+s');
  const dialog = page.getByRole('dialog', { name: 'Save version' });
  await dialog.getByLabel('Effective date').fill(date);
  await dialog.getByLabel('What changed').fill(note);
  await dialog.getByLabel('Author').fill('Ida Fenwick');
  await dialog.getByRole('button', { name: 'Save version' }).click();
  await expect(dialog).toBeHidden();
}

/** Compares the first version of the open policy with the newest one; gives the comparison's region. */
export async function compareFirstAndLast({ page }: RunningApp): Promise<Locator> {
  await showView(page, 'History');
  await page.getByRole('radio', { name: 'Compare version 1 as the old text' }).check();
  await page
    .getByRole('radio', { name: /^Compare version \d+ as the new text/ })
    .first()
    .check();
  await page.getByRole('button', { name: 'Compare', exact: true }).click();
  const compare = page.getByRole('region', { name: 'Compare' });
  await expect(compare.locator('.cmp-accounting')).toContainText(
    'Every word of both texts is shown exactly once.',
  );
  return compare;
}

/** Publishes the open policy to `file` through the Publish menu. */
export async function publish(
  { electron, page }: RunningApp,
  item: 'Web page…' | 'PDF…',
  file: string,
): Promise<void> {
  await answerSaveDialog(electron, file);
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await page.getByRole('menuitem', { name: item }).click();
  await published(page, file);
}

/** Exports the comparison on the screen as a web page. */
export async function exportComparison({ electron, page }: RunningApp, file: string): Promise<void> {
  await answerSaveDialog(electron, file);
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await page.getByRole('menuitem', { name: /web page/i }).click();
  await published(page, file);
}

function published(page: Page, file: string): Promise<void> {
  const name = file.replace(/^.*[\\/]/, '');
  return expect(page.getByRole('region', { name: 'Messages' })).toContainText(name);
}
