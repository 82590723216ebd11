import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { answerOpenDialog } from './helpers/dialogs.ts';
import { expect, test } from './helpers/launch.ts';
import { openPolicy, PRINTED, showPanel, showView } from './helpers/window.ts';

const PANELS = ['Outline', 'Details', 'Vendors', 'Terms', 'Data', 'History', 'Checks', 'Links', 'Notes'];
/** The success criteria of WCAG 2.2, levels A and AA. */
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Faults that axe finds, each with the elements it is about. */
async function faults(page: Page): Promise<readonly string[]> {
  const builder = new AxeBuilder({ page })
    // Electron has no second page in which axe could put the results of frames together.
    .setLegacyMode(true)
    // Monaco's own parts are not ours to change; its text area is checked by the typing tests.
    .exclude('.monaco-editor')
    // The list of the palette scrolls with the keys of the text box above it, which axe cannot see.
    .exclude('.palette-list')
    .withTags(WCAG);
  const { violations } = await builder.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.html}`),
  );
}

for (const theme of ['light', 'dark'] as const)
  test(`every view can be used without seeing it, ${theme}`, async ({ launch }) => {
    // Twelve views, each read as a whole.
    test.slow();
    const { page } = await launch();
    await page.evaluate(
      (chosen) => window.codicil.request('settings.set', { settings: { theme: chosen } }),
      theme,
    );
    await page.reload();
    await openPolicy(page, 'Hollowreed Software', 'Privacy Policy');
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
    const found: Record<string, readonly string[]> = {};
    for (const panel of PANELS) {
      await showPanel(page, panel);
      await expect(page.getByRole('tabpanel').getByRole('heading').first()).toBeVisible();
      found[panel] = await faults(page);
    }
    for (const view of ['Preview', 'History', 'Compare'] as const) {
      await showView(page, view);
      await page.waitForTimeout(500);
      found[view] = await faults(page);
    }
    await showView(page, 'Preview');
    await page.getByRole('radio', { name: 'Pages', exact: true }).click();
    await expect(page.getByRole('figure', { name: /^Page 1 of/ })).toContainText('Hollowreed', PRINTED);
    found['Pages'] = await faults(page);
    await page.keyboard.press('Control+6');
    await expect(page.getByRole('region', { name: 'Library at a glance' })).toBeVisible();
    found['Library'] = await faults(page);
    const clean = Object.fromEntries(Object.keys(found).map((name) => [name, []]));
    expect(found).toEqual(clean);
  });

/** Runs a command of the palette by the beginning of its name. */
async function fromPalette(page: Page, title: string): Promise<void> {
  await page.keyboard.press('Control+Shift+p');
  const palette = page.getByRole('dialog', { name: 'Commands' });
  await expect(palette.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type(title);
  await expect(palette.getByRole('menuitem')).toHaveCount(1);
  await page.keyboard.press('Enter');
}

test('every dialog can be used without seeing it, and gives the focus back', async ({ launch, folder }) => {
  // A dozen dialogs, each read as a whole.
  test.slow();
  const { page, electron } = await launch();
  const texts = path.join(folder, 'texts');
  await mkdir(texts);
  await writeFile(path.join(texts, 'privacy.md'), '# Privacy Policy\n\nWe keep quills for 3 days.\n');
  await answerOpenDialog(electron, [texts]);
  await openPolicy(page, 'Hollowreed Software', 'Privacy Policy');
  const opener = page.getByRole('button', { name: 'Save version' });
  const dialogs = [
    { name: 'Save version', open: () => opener.click() },
    { name: 'New policy', open: () => page.keyboard.press('Control+n') },
    { name: 'Settings', open: () => page.keyboard.press('Control+,') },
    { name: 'Keyboard shortcuts', open: () => page.keyboard.press('Control+/') },
    { name: 'Commands', open: () => page.keyboard.press('Control+Shift+p') },
    { name: 'Clause library', open: () => page.keyboard.press('Control+Shift+j') },
    { name: 'What would come in', open: () => page.keyboard.press('Control+Shift+i') },
    { name: 'House profile', open: () => fromPalette(page, 'House profile') },
    { name: 'Look of what', open: () => fromPalette(page, 'Look of published pages') },
    { name: 'Publish a site', open: () => fromPalette(page, 'Publish as site') },
    { name: 'Restore from a backup', open: () => fromPalette(page, 'Restore from a backup') },
    { name: 'Check the library', open: () => fromPalette(page, 'Check the library') },
    { name: 'Rename or move', open: () => fromPalette(page, 'Rename or move the policy') },
    { name: 'Share through', open: () => fromPalette(page, 'Share through a git repository') },
  ];
  for (const { name, open } of dialogs) {
    await opener.focus();
    await open();
    const dialog = page.getByRole('dialog', { name });
    await expect(dialog).toBeVisible();
    await page.waitForTimeout(300);
    expect(await faults(page), name).toEqual([]);
    if (name === 'Share through') {
      // What it holds with a repository chosen: rows with checkboxes, names and a status each.
      const team = path.join(folder, 'team');
      await mkdir(team);
      await answerOpenDialog(electron, [team]);
      await dialog.getByRole('button', { name: 'Choose a folder…' }).click();
      await expect(dialog).toContainText('Nothing is shared here yet.');
      expect(await faults(page), 'Share, with a folder').toEqual([]);
    }
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(opener).toBeFocused();
  }
});

test('the window can be used at its smallest', async ({ launch }) => {
  const { page, electron } = await launch();
  await electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(900, 600));
  await openPolicy(page, 'Hollowreed Software', 'Privacy Policy');
  for (const view of ['Preview', 'History', 'Edit'] as const) {
    await showView(page, view);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow, view).toBeLessThanOrEqual(0);
    await expect(page.getByRole('button', { name: 'Save version' })).toBeInViewport({ ratio: 1 });
    await expect(page.getByRole('button', { name: 'Publish', exact: true })).toBeInViewport({ ratio: 1 });
  }
});
