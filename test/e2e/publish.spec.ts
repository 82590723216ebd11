import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { answerOpenDialog } from './helpers/dialogs.ts';
import { expect, test } from './helpers/launch.ts';
import { openPolicy } from './helpers/window.ts';

test('a site of all versions is published from the window, again only what changed, and never over other files unasked', async ({
  launch,
  folder,
}) => {
  const { page, electron } = await launch();
  await openPolicy(page, 'Hollowreed Software', 'Privacy Policy');
  const site = path.join(folder, 'site');
  const publish = async (): Promise<void> => {
    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Site with all versions…' }).click();
  };
  await publish();
  const dialog = page.getByRole('dialog', { name: 'Publish a site with all versions' });
  await expect(dialog).toContainText(/each of its \d+ versions/);
  await answerOpenDialog(electron, [site]);
  await dialog.getByRole('button', { name: 'Choose…' }).click();
  await expect(dialog.getByLabel('Folder')).toHaveValue(site);
  await dialog.getByRole('button', { name: 'Publish', exact: true }).click();
  const report = page.getByRole('dialog', { name: 'The site is published' });
  await expect(report).toContainText(/\d+ files written/);
  expect(readFileSync(path.join(site, 'index.html'), 'utf8')).toContain('Hollowreed Software');
  expect(existsSync(path.join(site, 'changes/2.html'))).toBe(true);
  await report.locator('footer').getByRole('button', { name: 'Close' }).click();
  await publish();
  await expect(dialog.getByLabel('Folder')).toHaveValue(site);
  await dialog.getByRole('button', { name: 'Publish', exact: true }).click();
  await expect(report).toContainText('Nothing had changed');
  await report.locator('footer').getByRole('button', { name: 'Close' }).click();
  writeFileSync(path.join(folder, 'mine.txt'), 'mine');
  await publish();
  await dialog.getByLabel('Folder').fill(folder);
  await dialog.getByRole('button', { name: 'Publish', exact: true }).click();
  await expect(dialog.getByRole('alert')).toContainText('holds other files');
  expect(existsSync(path.join(folder, 'index.html'))).toBe(false);
  await expect(dialog.getByText('Write into this folder')).toBeVisible();
});

test('theme, colour and logo of a company are kept, warned about, and published', async ({
  launch,
  folder,
}) => {
  const { page, electron } = await launch();
  await openPolicy(page, 'Hollowreed Software', 'Privacy Policy');
  const open = async () => {
    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Look of published pages…' }).click();
    return page.getByRole('dialog', { name: 'Look of what Hollowreed Software publishes' });
  };
  const dialog = await open();
  await dialog.getByRole('radio', { name: 'Chambers' }).click();
  await dialog.getByLabel('Colour of links').fill('#ffdd00');
  await expect(dialog.getByRole('status')).toContainText('links on the page has a contrast of');
  await dialog.getByLabel('Colour of links').fill('#123456');
  await expect(dialog.getByRole('status')).toBeHidden();
  const logo = path.join(folder, 'logo.svg');
  writeFileSync(
    logo,
    '<svg xmlns="http://www.w3.org/2000/svg" onload="steal()"><rect width="9" height="9"/></svg>',
  );
  await answerOpenDialog(electron, [logo]);
  await dialog.getByRole('button', { name: 'Choose: Logo' }).click();
  await expect(dialog.getByRole('alert')).toContainText('has scripts in it');
  writeFileSync(
    logo,
    '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="30"><rect width="90" height="30" fill="#123456"/></svg>',
  );
  await dialog.getByRole('button', { name: 'Choose: Logo' }).click();
  await expect(dialog.getByRole('img', { name: 'Logo of Hollowreed Software' })).toBeVisible();
  await page.keyboard.press('Escape');
  const again = await open();
  await expect(again.getByLabel('Colour of links')).toHaveValue('#123456');
  await expect(again.getByRole('radio', { name: 'Chambers' })).toBeChecked();
  const html = await page.evaluate(async () => {
    const { companies } = await window.codicil
      .request('library.list', {})
      .then((answer) => (answer.ok ? answer.value : { companies: [] }));
    const policyId = companies.find(({ name }) => name === 'Hollowreed Software')?.policies[0]?.id ?? 0;
    const detail = await window.codicil.request('policy.get', { policyId });
    const versionId = detail.ok ? (detail.value.versions[0]?.id ?? 0) : 0;
    const answer = await window.codicil.request('publish.html', { ref: { kind: 'version', versionId } });
    return answer.ok ? answer.value : answer.error.message;
  });
  expect(html).toContain('--accent: #123456');
  expect(html).toContain('--paper: #fffdf8');
  expect(html).toContain('<img src="data:image/svg+xml;base64,');
});

test('closing the window ends the app, though a PDF was begun and no file chosen for it', async ({
  launch,
}) => {
  // Below the minute after which a window that waits is given up anyway.
  test.setTimeout(50_000);
  const { page, electron } = await launch();
  await openPolicy(page, 'Hollowreed Software', 'Privacy Policy');
  await electron.evaluate(({ dialog }) => {
    dialog.showSaveDialog = async () => ({ canceled: true, filePath: '' });
  });
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await page.getByRole('menuitem', { name: 'PDF…' }).click();
  const windows = (): Promise<number> =>
    electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
  // The second one waits for a page to print.
  await expect.poll(windows).toBe(2);
  const exited = new Promise<void>((resolve) => electron.process().once('exit', () => resolve()));
  await electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .find((one) => one.isVisible())
      ?.close(),
  );
  await exited;
});
