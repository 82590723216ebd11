import { expect, test } from './helpers/launch.ts';
import { draftSaved, editorInput, openPolicy, showPanel, statusBar, typeAtEnd } from './helpers/window.ts';

const COMPANY = 'Hollowreed Software';

test('what was typed survives a kill, and the same policy opens again', async ({ launch }) => {
  const first = await launch();
  await openPolicy(first.page, COMPANY, 'Privacy Policy');
  await typeAtEnd(first.page, '\nZyzzyva clause, written before the lights went out.');
  await draftSaved(first.page);
  await first.kill();

  const { page } = await launch();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Privacy Policy');
  await editorInput(page).focus();
  await page.keyboard.press('Control+End');
  await expect(page.locator('.view-lines')).toContainText('Zyzzyva clause');
  await expect(page.getByText('Draft', { exact: true })).toBeVisible();
});

test('closing the window right after a keystroke loses nothing', async ({ launch }) => {
  const first = await launch();
  await openPolicy(first.page, COMPANY, 'Privacy Policy');
  await typeAtEnd(first.page, ' Quillon.');
  await first.quit();
  const { page } = await launch();
  await editorInput(page).focus();
  await page.keyboard.press('Control+End');
  await expect(page.locator('.view-lines')).toContainText('Quillon.');
});

test('each policy keeps its own undo stack', async ({ launch }) => {
  const { page } = await launch();
  await openPolicy(page, COMPANY, 'Privacy Policy');
  await typeAtEnd(page, ' Firstmark');
  await openPolicy(page, COMPANY, 'Cookie Notice');
  await typeAtEnd(page, ' Secondmark');
  await openPolicy(page, COMPANY, 'Privacy Policy');
  await editorInput(page).focus();
  await page.keyboard.press('Control+End');
  await expect(page.locator('.view-lines')).toContainText('Firstmark');
  // How many steps a typed word makes depends on how fast it was typed.
  await expect(async () => {
    await editorInput(page).press('Control+z');
    await expect(page.locator('.view-lines')).not.toContainText('Firstmark', { timeout: 500 });
  }).toPass({ timeout: 20_000 });
  await openPolicy(page, COMPANY, 'Cookie Notice');
  await editorInput(page).focus();
  await page.keyboard.press('Control+End');
  await expect(page.locator('.view-lines')).toContainText('Secondmark');
});

test('panels follow the text while it is written', async ({ launch }) => {
  const { page } = await launch();
  await openPolicy(page, COMPANY, 'Privacy Policy');
  const outline = await showPanel(page, 'Outline');
  await typeAtEnd(page, '\n\n## Zebra crossings\n\nWe answer within 17 days.\n');
  await expect(outline.getByRole('button', { name: /^Zebra crossings/ })).toBeVisible();
  await expect(outline.locator('[aria-current="location"]')).toContainText('Zebra crossings');
  const data = await showPanel(page, 'Data');
  await data.getByRole('button', { name: '17 days', exact: true }).click();
  await page.keyboard.press('Alt+Enter');
  await expect(editorInput(page)).toBeFocused();
});

test('a place in a panel leads to its place in the text, by keyboard', async ({ launch }) => {
  const { page } = await launch();
  await openPolicy(page, COMPANY, 'Privacy Policy');
  const outline = await showPanel(page, 'Outline');
  const last = outline.getByRole('button').last();
  await outline.getByRole('button').first().focus();
  await page.keyboard.press('End');
  await expect(last).toBeFocused();
  const heading = (await last.textContent())?.replace(/\d+$/, '') ?? '';
  await page.keyboard.press('Enter');
  await expect(editorInput(page)).toBeFocused();
  await expect(page.locator('.view-lines')).toContainText(heading);
  await expect(statusBar(page)).not.toContainText('Line 1,');
});

test('formatting keys work as in a word processor', async ({ launch }) => {
  const { page } = await launch();
  await openPolicy(page, COMPANY, 'Cookie Notice');
  await typeAtEnd(page, '\n\nGlimmer');
  await page.keyboard.press('Control+b');
  await expect(page.locator('.view-lines')).toContainText('**Glimmer**');
  await page.keyboard.press('Control+b');
  await expect(page.locator('.view-lines')).not.toContainText('**Glimmer**');
  await page.getByRole('button', { name: 'Bulleted list' }).click();
  await expect(page.locator('.view-lines')).toContainText('- Glimmer');
});

test('the context menu of the text and of fields is the system’s, and knows its place', async ({
  launch,
}) => {
  const { page, electron } = await launch();
  await openPolicy(page, COMPANY, 'Cookie Notice');
  // A system's menu cannot be clicked here: it is kept instead of shown.
  await electron.evaluate(({ Menu }) => {
    Menu.prototype.popup = function keep(this: Electron.Menu) {
      Object.assign(globalThis, { shownMenu: this });
    };
  });
  const labels = (): Promise<readonly string[]> =>
    electron.evaluate(() => {
      const { shownMenu } = globalThis as { shownMenu?: Electron.Menu };
      return shownMenu?.items.filter(({ type }) => type !== 'separator').map(({ label }) => label) ?? [];
    });
  await page.locator('.view-line').first().click({ button: 'right' });
  await expect.poll(labels).toContain('Rename Everywhere…');
  expect(await labels()).toEqual(expect.arrayContaining(['Paste', 'Bold', 'Insert Table']));

  await typeAtEnd(page, '\n\n');
  await page.keyboard.insertText('| Name | Place |\n| --- | --- |\n| Oar | Oslo |');
  await page.keyboard.press('Shift+F10');
  await expect.poll(labels).toContain('Table');
  expect(await labels()).not.toContain('Insert Table');
  await electron.evaluate(() => {
    const { shownMenu } = globalThis as { shownMenu?: Electron.Menu };
    shownMenu?.getMenuItemById('table.column-right')?.click();
  });
  await expect(page.locator('.view-lines')).toContainText(/Place\s\|\s+\|/);

  await page.keyboard.press('Control+n');
  await page.getByRole('dialog').getByLabel('Policy', { exact: true }).click({ button: 'right' });
  await expect.poll(labels).toEqual(['Cut', 'Copy', 'Paste', 'Select All']);
});

test('a failed save is said, the text stays, and it is saved as soon as that works again', async ({
  launch,
}) => {
  const { page, electron } = await launch();
  await openPolicy(page, COMPANY, 'Privacy Policy');
  await electron.evaluate(({ ipcMain }) => {
    const handlers = (ipcMain as unknown as { _invokeHandlers: Map<string, (...args: unknown[]) => unknown> })
      ._invokeHandlers;
    for (const [channel, handler] of [...handlers]) {
      ipcMain.removeHandler(channel);
      ipcMain.handle(channel, (event, name, args) => {
        const broken = Reflect.get(globalThis, 'diskIsFull') === true && name === 'draft.save';
        const failure = { ok: false, error: { code: 'disk-full', message: 'The disk is full.' } };
        return broken ? failure : handler(event, name, args);
      });
    }
    Reflect.set(globalThis, 'diskIsFull', true);
  });
  await typeAtEnd(page, ' Obelisk.');
  await expect(statusBar(page).getByRole('alert')).toContainText('Not saved: The disk is full.');
  await expect(page.locator('.view-lines')).toContainText('Obelisk.');
  await electron.evaluate(() => Reflect.set(globalThis, 'diskIsFull', false));
  await draftSaved(page);
});
