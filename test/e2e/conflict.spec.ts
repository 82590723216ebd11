import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, libraryIn, root, test } from './helpers/launch.ts';
import { draftSaved, editorInput, libraryTree, statusBar, typeAtEnd } from './helpers/window.ts';

const TEXT = `# Tansy & Moss Terms

Effective May 2, 2019

Dogs travel on deck. Bicycles travel free.

We keep your address for 60 days.
`;

/** Takes a text in by the command line while the window has the library open. */
function importBeside(folder: string, name: string, text: string): void {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  const cli = path.join(root, 'dist/cli/codicil.mjs');
  const library = ['--library', libraryIn(folder)];
  execFileSync(process.execPath, [
    cli,
    'import',
    file,
    '--company',
    'Tansy',
    '--policy',
    'Terms',
    ...library,
  ]);
}

test('a version that comes in while one writes is merged passage by passage, and nothing is lost', async ({
  launch,
  folder,
}) => {
  const { page } = await launch({ empty: true });
  await page.getByText('Your library is empty').waitFor();
  importBeside(folder, 'first.md', TEXT);
  await libraryTree(page)
    .getByRole('row', { name: /^Terms/ })
    .click();
  await expect(page.locator('.view-lines')).toContainText('Bicycles travel free.');
  await typeAtEnd(page, '\nTickets are on paper.\n');
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Control+f');
  await page.keyboard.type('60 days');
  await page.keyboard.press('Escape');
  await page.keyboard.type('6 weeks');
  await draftSaved(page);

  const theirs = TEXT.replace('May 2, 2019', 'May 2, 2020')
    .replace('60 days', '90 days')
    .replace('Dogs', 'Cats');
  importBeside(folder, 'second.md', theirs);
  const banner = page.getByRole('alert').filter({ hasText: 'Version 2 came in' });
  await expect(banner).toContainText('Your draft was begun from version 1');

  // Saving over it unseen is refused.
  await page.keyboard.press('Control+s');
  const save = page.getByRole('dialog', { name: 'Save version' });
  await save.getByRole('button', { name: 'Save version' }).click();
  await expect(save.getByRole('alert')).toContainText('Another version came in');
  await save.getByRole('button', { name: 'Cancel' }).click();

  await banner.getByRole('button', { name: 'Merge…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Merge your draft with version 2' });
  await expect(dialog.getByRole('status')).toContainText('1 conflict, 1 change only in your draft');
  await expect(dialog.getByRole('button', { name: 'Use as draft' })).toBeDisabled();
  const conflict = dialog.getByRole('listitem').filter({ hasText: 'Conflict: choose one' });
  await expect(conflict.locator('ins').first()).toHaveText('6 weeks');
  await conflict.getByRole('radio', { name: 'Both' }).click();
  await dialog.getByRole('button', { name: 'Use as draft' }).click();
  await expect(banner).toBeHidden();
  const lines = page.locator('.view-lines');
  for (const words of ['Cats travel', 'for 90 days', 'for 6 weeks', 'Tickets are on paper.', 'May 2, 2020'])
    await expect(lines).toContainText(words);

  await draftSaved(page);
  await page.keyboard.press('Control+s');
  await save.getByRole('button', { name: 'Save version' }).click();
  await expect(save).toBeHidden({ timeout: 60_000 });
  await expect(statusBar(page)).toContainText('Version 3');
  await editorInput(page).focus();
  await page.keyboard.press('Control+z');
  await expect(lines).toContainText('Dogs travel');
});
