import type { Page } from '@playwright/test';
import { expect, test } from './helpers/launch.ts';
import { editorInput, openPolicy, showPanel, showView, statusBar, typeAtEnd } from './helpers/window.ts';

const COMPANY = 'Hollowreed Software';

async function openCookies(page: Page): Promise<void> {
  await openPolicy(page, COMPANY, 'Cookie Notice');
}

/** Opens the menu of quick fixes at the caret. */
async function quickFix(page: Page, title: string): Promise<void> {
  const action = page.locator('.action-widget').getByText(title);
  await page.keyboard.press('Control+.');
  await expect(action).toBeVisible();
  await action.click();
}

test('a misspelled word is marked and corrected, and a word of one’s own is taken as right', async ({
  launch,
}) => {
  const { page } = await launch();
  await openCookies(page);
  const unknown = statusBar(page).getByRole('button', { name: /^English \(U[SK]\)/ });
  await expect(unknown).toBeVisible();
  const before = await unknown.textContent();
  await typeAtEnd(page, '\n\nthe wobblet will recieve');
  await expect(unknown).not.toHaveText(before ?? '');
  await expect(page.locator('.squiggly-info').first()).toBeVisible();
  await page.keyboard.press('Control+ArrowLeft');
  await quickFix(page, 'Change to “receive”');
  await expect(page.locator('.view-lines')).toContainText('will receive');
  for (let word = 0; word < 2; word++) await page.keyboard.press('Control+ArrowLeft');
  await expect(async () => {
    await quickFix(page, 'Add “wobblet” to the dictionary');
  }).toPass();
  await expect(unknown).toHaveText(before ?? '');
  await unknown.click();
  const settings = page.getByRole('dialog', { name: 'Settings' });
  await expect(settings.getByLabel('Words of your own')).toHaveValue('wobblet');
  await settings.getByRole('radio', { name: 'Off', exact: true }).click();
  await page.keyboard.press('Escape');
  await expect(statusBar(page)).toContainText('Spelling off');
});

test('a text in another language says that there is no dictionary for it', async ({ launch }) => {
  const { page } = await launch();
  await openCookies(page);
  await editorInput(page).focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(
    '# Datenschutz\n\nWir verarbeiten Ihre Daten nur für die Zwecke, die in der Erklärung stehen, und nicht für andere. Sie werden von uns nicht mit Dritten geteilt.\n',
  );
  await expect(statusBar(page)).toContainText('No spell check for German');
});

test('what was copied from a word processor is pasted as Markdown in one step, or as plain text', async ({
  launch,
}) => {
  const { page, electron } = await launch();
  await openCookies(page);
  await electron.evaluate(({ clipboard }) =>
    Reflect.apply(clipboard.write, clipboard, [
      {
        html:
          '<h2>Wharf rules</h2><p class=MsoNormal>You <b>must</b> moor.</p>' +
          "<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·&nbsp;</span>Ropes</p>" +
          "<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·&nbsp;</span>Fenders</p>",
        text: 'Wharf rules\nYou must moor.\n· Ropes\n· Fenders',
      },
    ]),
  );
  await typeAtEnd(page, '\n\n');
  const lines = page.locator('.view-lines');
  await page.keyboard.press('Control+v');
  await expect(lines).toContainText('## Wharf rules');
  await expect(lines).toContainText('**must**');
  await expect(lines).toContainText('- Fenders');
  await page.keyboard.press('Control+z');
  await expect(lines).not.toContainText('Wharf rules');
  await electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.pasteAndMatchStyle(),
  );
  await expect(lines).toContainText('· Fenders');
  await expect(lines).not.toContainText('## Wharf rules');
});

test('a note to oneself is written, listed, closed and deleted by keyboard, and no version has it', async ({
  launch,
}) => {
  const { page } = await launch();
  await openCookies(page);
  const notes = await showPanel(page, 'Notes');
  await typeAtEnd(page, '\n\nAsk first.');
  await page.keyboard.press('Control+Alt+m');
  const dialog = page.getByRole('dialog', { name: 'New note' });
  await dialog.getByLabel('Note to yourself').fill('Is this so?');
  await page.keyboard.press('Tab');
  await dialog.getByRole('button', { name: 'Keep note' }).press('Enter');
  await expect(page.locator('.view-lines')).toContainText('Ask first. <!-- note: Is this so? -->');
  await expect(page.locator('.note-text').first()).toBeVisible();
  const row = notes.getByRole('button', { name: /^Is this so\?/ });
  await expect(row).toBeVisible();

  await page.keyboard.press('Control+s');
  const save = page.getByRole('dialog', { name: 'Save version' });
  await save.getByLabel('What changed').fill('Asked first');
  await save.getByRole('button', { name: 'Save version' }).click();
  await expect(save).toBeHidden();
  await expect(page.locator('.view-lines')).toContainText('Is this so?');
  await showView(page, 'Compare');
  await expect(page.getByText('Is this so?')).toHaveCount(0);
  await showView(page, 'Edit');

  await notes.getByRole('button', { name: 'Mark as done: Is this so?' }).press('Enter');
  await expect(page.locator('.view-lines')).toContainText('<!-- note done: Is this so? -->');
  await row.focus();
  await page.keyboard.press('Delete');
  await expect(page.locator('.view-lines')).not.toContainText('Is this so?');
  await expect(page.locator('.view-lines')).toContainText('Ask first.');
});

test('Tab and Enter move and grow a table, and the path of sections leads to headings', async ({
  launch,
}) => {
  const { page } = await launch();
  await openCookies(page);
  const lines = page.locator('.view-lines');
  await typeAtEnd(page, '\n\n## Zebra list\n\n');
  await page.keyboard.insertText('| Name | Place |\n| --- | --- |\n| Oar | Oslo |');
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Bergen');
  await expect(lines).toContainText('| Oar | Bergen |');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Rudder');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Turku');
  await expect(lines).toContainText('| Rudder | Turku |');
  await page.keyboard.press('Shift+Alt+f');
  await expect(lines).toContainText('| Rudder | Turku  |');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(lines).toContainText('| Rudder | Turku  |');
  const path = page.getByRole('navigation', { name: 'Section path' });
  await expect(path.getByRole('button', { name: 'Zebra list' })).toHaveAttribute('aria-current', 'location');
  await path.getByRole('button').first().click();
  await expect(editorInput(page)).toBeFocused();
  await expect(statusBar(page)).not.toContainText('Zebra');
  await expect(path.getByRole('button', { name: 'Zebra list' })).toHaveCount(0);
});

test('a reference to a section is completed with its anchor, and a heading renamed with the links to it', async ({
  launch,
}) => {
  const { page } = await launch();
  await openCookies(page);
  const lines = page.locator('.view-lines');
  const outline = await showPanel(page, 'Outline');
  await typeAtEnd(page, '\n\n## Zebra crossings\n\nNothing here.\n\nSee ');
  await expect(outline.getByRole('button', { name: /^Zebra crossings/ })).toBeVisible();
  await page.keyboard.type('Zebr');
  await page.keyboard.press('Control+Space');
  const suggestion = page.locator('.suggest-widget').getByText('Section: Zebra crossings').first();
  await expect(suggestion).toBeVisible();
  await suggestion.click();
  await expect(lines).toContainText('See [Zebra crossings](#zebra-crossings)');
  await outline.getByRole('button', { name: /^Zebra crossings/ }).click();
  await expect(editorInput(page)).toBeFocused();
  await page.keyboard.press('End');
  const box = page.locator('.rename-box input');
  await expect(async () => {
    await page.keyboard.press('F2');
    await expect(box).toHaveValue('Zebra crossings', { timeout: 1000 });
  }).toPass();
  await box.fill('Striped crossings');
  await page.keyboard.press('Enter');
  await expect(lines).toContainText('## Striped crossings');
  await expect(lines).toContainText('(#striped-crossings)');
});
