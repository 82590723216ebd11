import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { answerOpenDialog, answerSaveDialog } from './helpers/dialogs.ts';
import { expect, test } from './helpers/launch.ts';
import { editorInput, libraryTree, openPolicy, showView, statusBar, typeAtEnd } from './helpers/window.ts';

const POLICY = `# Tansy & Moss Privacy Policy

Effective May 2, 2019

## What we keep

We keep your address for 60 days.
`;

test('an empty library says what to do, and a first policy can be begun by keyboard alone', async ({
  launch,
}) => {
  const { page } = await launch({ empty: true });
  await expect(page.getByText('Your library is empty')).toBeVisible();
  await page.keyboard.press('Control+n');
  const dialog = page.getByRole('dialog', { name: 'New policy' });
  await expect(dialog.getByLabel('Company')).toBeFocused();
  await page.keyboard.type('Quince Press');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Terms of Sale');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Quince Press');
  await expect(libraryTree(page).getByRole('row', { name: /Terms of Sale/ })).toBeVisible();
});

test('files are imported by menu, each with what became of it', async ({ launch, folder }) => {
  const { page, electron } = await launch({ empty: true });
  const good = path.join(folder, 'tansy-and-moss-privacy.md');
  const bad = path.join(folder, 'picture.md');
  writeFileSync(good, POLICY);
  writeFileSync(bad, new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0, 1, 2, 3, 0, 0, 0]));
  await answerOpenDialog(electron, [good, bad]);
  await page.keyboard.press('Control+o');
  const report = page.getByRole('dialog', { name: 'Import' });
  await expect(report).toContainText('1 imported, 1 refused.');
  await expect(report).toContainText('effective 2 May 2019');
  await expect(report.getByRole('listitem').filter({ hasText: 'picture.md' }).first()).toContainText(
    'Refused',
  );
  await report.getByRole('button', { name: /^Open / }).click();
  await expect(page.locator('.view-lines')).toContainText('We keep your address for 60 days.');
});

test('a file that is held over the window shows where it goes', async ({ launch }) => {
  const { page } = await launch({ empty: true });
  await page.getByText('Your library is empty').waitFor();
  await page.evaluate(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(['# Title'], 'dropped.md'));
    const root = document.querySelector('.app');
    root?.dispatchEvent(new DragEvent('dragenter', { bubbles: true, dataTransfer: transfer }));
  });
  await expect(page.getByText('Drop to import')).toBeVisible();
  await page.evaluate(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(['# Title'], 'dropped.md'));
    document
      .querySelector('.app')
      ?.dispatchEvent(new DragEvent('drop', { bubbles: true, dataTransfer: transfer }));
  });
  await expect(page.getByText('Drop to import')).toBeHidden();
  // A file made in memory has no path on this computer, and that is said.
  await expect(page.getByText('Only files and folders from this computer can be imported.')).toBeVisible();
});

test('companies and policies are renamed from the keyboard and from the context menu', async ({ launch }) => {
  const { page } = await launch();
  const company = libraryTree(page).getByRole('row', { name: 'Hollowreed Software', exact: true });
  await company.click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Rename' }).click();
  const dialog = page.getByRole('dialog', { name: 'Rename company' });
  await dialog.getByLabel('Name', { exact: true }).fill('Hollowreed Limited');
  await page.keyboard.press('Enter');
  await expect(libraryTree(page).getByRole('row', { name: 'Hollowreed Limited', exact: true })).toBeVisible();
  await libraryTree(page)
    .getByRole('row', { name: /Terms of Service/ })
    .click();
  await page.keyboard.press('F2');
  await page
    .getByRole('dialog', { name: 'Rename or move policy' })
    .getByLabel('Name', { exact: true })
    .fill('General Terms');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Hollowreed Limited General Terms');
});

test('the search tells in which versions a passage stands, and leads there', async ({ launch }) => {
  const { page } = await launch();
  await libraryTree(page)
    .getByRole('row', { name: /Privacy Policy/ })
    .waitFor();
  await page.keyboard.press('Control+Shift+f');
  await page.keyboard.type('"personal data"');
  const results = page.getByRole('region', { name: 'Search all versions' });
  await expect(results.getByRole('heading', { name: /Privacy Policy Hollowreed Software/ })).toBeVisible();
  await expect(results.locator('mark').first()).toHaveText(/personal/i);
  await expect(results.getByText(/^Came in on .* The policy has it now\.$/).first()).toBeVisible();
  await results.getByLabel('Company').selectOption({ label: 'Brackwater Bookings' });
  await expect(results.getByRole('heading', { name: /Hollowreed/ })).toBeHidden();
  await results.getByRole('button', { name: 'Clear' }).click();
  await expect(results.getByRole('heading', { name: /Privacy Policy Hollowreed Software/ })).toBeVisible();
  await results.getByRole('searchbox').focus();
  await page.keyboard.press('ArrowDown');
  await expect(results.locator('.search-hit').first()).toBeFocused();
  await results
    .getByRole('button', { name: /^in versions \d to 7/ })
    .first()
    .click();
  await expect(page.locator('.view-lines')).toContainText('Personal Data', { ignoreCase: true });
});

test('the policy is published as web page, PDF, Word and Markdown', async ({ launch, folder }) => {
  const { page, electron } = await launch();
  await openPolicy(page, 'Hollowreed Software', 'Privacy Policy');
  const formats = [
    { item: 'Web page…', file: 'out.html', begins: '<!doctype html>' },
    { item: 'PDF…', file: 'out.pdf', begins: '%PDF-' },
    { item: 'Word…', file: 'out.docx', begins: 'PK' },
    { item: 'Markdown…', file: 'out.md', begins: '# Hollowreed Privacy Policy' },
  ];
  for (const { item, file, begins } of formats) {
    const target = path.join(folder, file);
    await answerSaveDialog(electron, target);
    await page.getByRole('button', { name: 'Publish' }).click();
    await page.getByRole('menuitem', { name: item }).click();
    await expect(page.getByText(`Published ${file}`)).toBeVisible();
    expect(readFileSync(target, 'latin1').slice(0, begins.length).toLowerCase()).toBe(begins.toLowerCase());
  }
  // Messages are a part of the window that F6 leads to, and Escape dismisses the one that has the focus.
  const messages = page.getByRole('region', { name: 'Messages' });
  await editorInput(page).focus();
  await expect(async () => {
    await page.keyboard.press('Shift+F6');
    await expect(messages.locator(':focus')).toBeVisible({ timeout: 500 });
  }).toPass();
  const said = await messages.locator('.notice:has(:focus) .notice-text').innerText();
  await page.keyboard.press('Escape');
  await expect(messages.getByText(said, { exact: true })).toBeHidden();
  await expect(editorInput(page)).toBeFocused();
});

test('the library is checked, with the outcome in words', async ({ launch }) => {
  const { page } = await launch();
  await libraryTree(page)
    .getByRole('row', { name: /Privacy Policy/ })
    .waitFor();
  await page.keyboard.press('Control+Shift+p');
  await page.keyboard.type('check the library');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Check the library' })).toContainText(
    'Everything is as it was saved',
  );
});

test('the preview shows the text as it is written, and links ask first', async ({ launch }) => {
  const { page } = await launch();
  await openPolicy(page, 'Hollowreed Software', 'Privacy Policy');
  await showView(page, 'Preview');
  const preview = page.getByRole('region', { name: 'Preview' });
  await expect(preview.getByRole('heading', { level: 1 })).toHaveText('Hollowreed Privacy Policy');
  await page.getByRole('textbox', { name: 'Policy text' }).focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('\n\n## Marigold\n\n<img src=x onerror="document.title=1">');
  await expect(preview.getByRole('heading', { name: 'Marigold' })).toBeVisible();
  await expect(preview.getByRole('heading', { name: 'Marigold' })).toBeInViewport();
  await expect(preview.locator('[onerror]')).toHaveCount(0);
  // The passage of the caret is marked, and a double click leads back to the text.
  const title = preview.getByRole('heading', { level: 1 });
  await expect(title).not.toHaveAttribute('data-caret');
  await title.dblclick();
  await expect(editorInput(page)).toBeFocused();
  await expect(statusBar(page)).toContainText(/Line 1, column 1$/);
  await expect(title).toHaveAttribute('data-caret');
});

test('a policy moves to another company by keyboard, and the message takes it back', async ({ launch }) => {
  const { page } = await launch();
  await openPolicy(page, 'Hollowreed Software', 'Privacy Policy');
  await libraryTree(page)
    .getByRole('row', { name: /^Privacy Policy/, selected: true })
    .focus();
  await page.keyboard.press('F2');
  const dialog = page.getByRole('dialog', { name: 'Rename or move policy' });
  await expect(dialog.getByLabel('Name', { exact: true })).toBeFocused();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Privacy Notice');
  await dialog.getByLabel('Company').fill('Reedmace');
  await dialog.getByLabel('Company').press('Tab');
  await dialog.getByRole('button', { name: 'Move' }).click();
  await expect(dialog).toBeHidden();
  await expect(libraryTree(page).getByRole('row', { name: 'Reedmace', exact: true })).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Reedmace');
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Hollowreed Software');
  await expect(libraryTree(page).getByRole('row', { name: 'Reedmace', exact: true })).toBeHidden();
  await libraryTree(page)
    .getByRole('row', { name: /^Privacy Policy/, selected: true })
    .focus();
  await page.keyboard.press('F2');
  await expect(dialog.getByRole('region', { name: 'Former names' })).toContainText(
    'Privacy Notice of Reedmace',
  );
});

test('the library at a glance tells what is in work, sorts, and opens', async ({ launch }) => {
  const { page } = await launch();
  const overview = page.getByRole('region', { name: 'Library at a glance' });
  const policies = overview.locator('tbody tr');
  await expect(policies).toHaveCount(6);
  await expect(overview.getByRole('img', { name: '7 versions from 2014 to 2025' })).toBeVisible();
  await overview.getByRole('button', { name: 'Words' }).click();
  await expect(policies.first()).toContainText('1,490');
  await overview.getByRole('button', { name: 'Words' }).click();
  await expect(policies.first()).toContainText('134');
  await overview.getByRole('button', { name: 'More for Privacy Policy, Hollowreed Software' }).press('Enter');
  await expect(page.getByRole('menuitem', { name: 'History' })).toBeVisible();
  await page.keyboard.press('Escape');
  await overview.getByRole('button', { name: 'Privacy Policy', exact: true }).click();
  await expect(page.locator('.view-lines')).toContainText('Hollowreed');
  await typeAtEnd(page, 'We keep tansy.');
  await page.keyboard.press('Control+6');
  await overview.getByRole('radio', { name: 'With a draft 1' }).click();
  await expect(policies).toHaveCount(1);
  await expect(policies).toContainText('Draft');
  await overview.getByRole('radio', { name: 'Not yet in effect 0' }).click();
  await expect(overview).toContainText('The latest version of every policy is in effect');
});
