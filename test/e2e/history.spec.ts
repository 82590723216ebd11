import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { answerOpenDialog } from './helpers/dialogs.ts';
import { expect, test } from './helpers/launch.ts';
import { editorInput, openPolicy, showView, typeAtEnd } from './helpers/window.ts';

const COMPANY = 'Hollowreed Software';

test('a version is saved with its date and note, and stands in the history', async ({ launch }) => {
  const { page } = await launch();
  await openPolicy(page, COMPANY, 'Privacy Policy');
  await typeAtEnd(page, '\n\n## Lanterns\n\nWe keep lantern records for 11 months.\n');
  await page.keyboard.press('Control+s');
  const dialog = page.getByRole('dialog', { name: 'Save version' });
  await dialog.getByLabel('Effective date').fill('2026-03-01');
  await expect(dialog.getByLabel('What changed')).not.toHaveValue('');
  await dialog.getByLabel('What changed').fill('Added lanterns.');
  await dialog.getByLabel('Author').fill('Ida Fenwick');
  await dialog.getByRole('button', { name: 'Save version' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('contentinfo')).toContainText('Version 8, effective 1 Mar 2026');

  await showView(page, 'History');
  const row = page.getByRole('table').getByRole('row').nth(1);
  await expect(row).toContainText('1 Mar 2026');
  await expect(row).toContainText('Added lanterns.');
  await expect(row).toContainText('by Ida Fenwick');
});

test('the same text is not saved twice, and a date that does not exist is refused', async ({ launch }) => {
  const { page } = await launch();
  await openPolicy(page, COMPANY, 'Privacy Policy');
  await page.getByRole('button', { name: 'Save version' }).click();
  const dialog = page.getByRole('dialog', { name: 'Save version' });
  await expect(dialog).toContainText('nothing to save');
  await expect(dialog.getByRole('button', { name: 'Save version' })).toBeDisabled();
});

test('an old version can be read, and restored as a draft that can be undone', async ({ launch }) => {
  const { page } = await launch();
  await openPolicy(page, COMPANY, 'Privacy Policy');
  await showView(page, 'History');
  await page.getByRole('button', { name: 'Read version 1' }).click();
  const reader = page.getByRole('region', { name: 'Version 1' });
  await expect(reader.getByRole('heading', { level: 1 })).toContainText('Privacy');
  await reader.getByRole('button', { name: 'Restore as new draft' }).click();
  await expect(page.getByText('The draft is now the text of version 1.')).toBeVisible();
  await expect(page.locator('.view-lines')).toContainText('2014');
  await editorInput(page).focus();
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+Home');
  await expect(page.locator('.view-lines')).toContainText('2025');
});

test('any two versions are chosen on the timeline or in the list, and compared', async ({ launch }) => {
  const { page } = await launch();
  await openPolicy(page, COMPANY, 'Privacy Policy');
  await showView(page, 'History');
  await page.getByRole('radio', { name: 'Compare version 2 as the old text' }).check();
  await page.getByRole('radio', { name: 'Compare version 4 as the new text' }).check();
  await page.getByRole('button', { name: /^Version 1, / }).click();
  await expect(page.getByRole('radio', { name: 'Compare version 1 as the old text' })).toBeChecked();
  await page.getByRole('button', { name: 'Compare', exact: true }).click();
  const compare = page.getByRole('region', { name: 'Compare' });
  await expect(compare).toContainText('Version 1,');
  await expect(compare).toContainText('Version 4,');
});

const TOLD = `# Tansy & Moss Privacy Policy

Effective May 2, 2019

We keep your address for 60 days.

## Document history

* May 2, 2019: Shortened.
* [March 1, 2015](https://tansy.example/privacy-2015): First published.
`;

test('a version that the policy names is attached to its place in time, and a wrong note corrected on record', async ({
  launch,
  folder,
}) => {
  const { page, electron } = await launch({ empty: true });
  await page.getByText('Your library is empty').waitFor();
  const [now, old] = ['now.md', 'old.md'].map((name) => path.join(folder, name));
  writeFileSync(now ?? '', TOLD);
  writeFileSync(old ?? '', '# Tansy & Moss Privacy Policy\n\nWe keep your address for ever.\n');
  await answerOpenDialog(electron, [now ?? '']);
  await page.keyboard.press('Control+o');
  await page
    .getByRole('dialog', { name: 'Import' })
    .getByRole('button', { name: /^Open / })
    .click();
  await expect(page.locator('.view-lines')).toContainText('60 days');
  await showView(page, 'History');

  const timeline = page.getByRole('toolbar', { name: 'Timeline' });
  await timeline.getByRole('button', { name: /Version 1/ }).focus();
  await page.keyboard.press('ArrowLeft');
  await expect(timeline.getByRole('button', { name: /Named in the text.*1 Mar 2015/ })).toBeFocused();
  await page.keyboard.press('Enter');
  const attach = page.getByRole('dialog', { name: 'Attach the text of 1 Mar 2015' });
  await answerOpenDialog(electron, [old ?? '']);
  await attach.getByRole('button', { name: 'From a file…' }).click();
  await expect(attach).toBeHidden();
  const rows = page.getByRole('table').getByRole('row');
  await expect(rows.nth(1)).toContainText('2 May 2019');
  await expect(rows.nth(2)).toContainText('1 Mar 2015');
  await expect(page.getByRole('contentinfo')).toContainText('Version 1, effective 2 May 2019');
  await expect(page.getByRole('radio', { name: 'Compare version 2 as the old text' })).toBeChecked();

  await page.getByRole('button', { name: 'More for version 2' }).click();
  await page.getByRole('menuitem', { name: /Correct/ }).click();
  const correct = page.getByRole('dialog', { name: 'Correct version 2' });
  await expect(correct.getByRole('button', { name: 'Record the correction' })).toBeDisabled();
  await correct.getByLabel('What changed').fill('First published, on paper.');
  await correct.getByRole('button', { name: 'Record the correction' }).click();
  await expect(correct).toBeHidden();
  await expect(rows.nth(2)).toContainText('First published, on paper.');
  await rows
    .nth(2)
    .getByText(/^Corrected/)
    .click();
  await expect(rows.nth(2)).toContainText('Before: substantive, effective 1 Mar 2015. First published.');

  await page.getByRole('button', { name: 'Read version 2' }).click();
  const reader = page.getByRole('region', { name: 'Version 2' });
  await expect(reader).toContainText('for ever');
  await page.keyboard.press('Alt+ArrowRight');
  await expect(page.getByRole('region', { name: 'Version 1' })).toContainText('60 days');
});
