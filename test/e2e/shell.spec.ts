import { writeFileSync } from 'node:fs';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { answerOpenDialog, answerQuestions, askedQuestions } from './helpers/dialogs.ts';
import { expect, test } from './helpers/launch.ts';

/** What the frame around the page does: windows, settings, menu, engine, recovery. */

test('the window is shown where it was, and never too small', async ({ launch }) => {
  const first = await launch();
  await first.electron.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.setBounds({ x: 60, y: 40, width: 1200, height: 760 });
  });
  await first.quit();
  const second = await launch();
  const look = () =>
    second.electron.evaluate(({ BrowserWindow }) => {
      const window = BrowserWindow.getAllWindows()[0];
      return { bounds: window?.getBounds(), smallest: window?.getMinimumSize(), shown: window?.isVisible() };
    });
  await expect.poll(look).toEqual({
    bounds: { x: 60, y: 40, width: 1200, height: 760 },
    smallest: [900, 600],
    shown: true,
  });
});

test('settings are kept, and a broken file is set aside, not lost', async ({ launch, folder }) => {
  const first = await launch();
  await first.page.evaluate(() =>
    window.codicil.request('settings.set', { settings: { theme: 'dark', author: 'R. Meyer' } }),
  );
  expect(await first.page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(true);
  await first.quit();
  const profile = path.join(folder, 'profile');
  expect(JSON.parse(await readFile(path.join(profile, 'settings.json'), 'utf8'))).toMatchObject({
    theme: 'dark',
    author: 'R. Meyer',
  });

  writeFileSync(path.join(profile, 'settings.json'), '{"theme": "dar');
  const second = await launch();
  const answer = await second.page.evaluate(() => window.codicil.request('settings.get', {}));
  expect(answer).toMatchObject({ ok: true, value: { theme: 'system', author: '' } });
  const aside = (await readdir(profile)).filter((name) => name.startsWith('settings.broken-'));
  expect(aside).toHaveLength(1);
  expect(await readFile(path.join(profile, aside[0] ?? ''), 'utf8')).toBe('{"theme": "dar');
});

test('every command of the menu reaches the page', async ({ launch }) => {
  const { electron, page } = await launch();
  await answerOpenDialog(electron, []);
  await page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    window.codicil.listen('menu.command', ({ command }) => heard.push(command));
  });
  const clicked = await electron.evaluate(({ Menu }) => {
    const names: string[] = [];
    const visit = (items: Electron.MenuItem[]): void => {
      for (const item of items) {
        if (item.submenu) visit(item.submenu.items);
        else if (/^\w+(\.\w+)?$/.test(item.id) && item.id && !item.role) {
          item.click();
          names.push(item.id);
        }
      }
    };
    visit(Menu.getApplicationMenu()?.items ?? []);
    return names;
  });
  expect(clicked.length).toBeGreaterThan(10);
  const heard = () => page.evaluate(() => (window as unknown as { heard: string[] }).heard);
  await expect.poll(heard).toEqual(clicked);
});

test('an engine that dies is started again, and the page is told', async ({ launch }) => {
  const { electron, page } = await launch();
  await expect
    .poll(() => page.evaluate(() => window.codicil.request('library.list', {})))
    .toMatchObject({ ok: true });
  await page.evaluate(() => {
    const states: string[] = [];
    Object.assign(window, { states });
    window.codicil.listen('engine.status', ({ state }) => states.push(state));
  });
  const pid = electron.process().pid ?? 0;
  const engines = await childrenRunning(pid, 'engine.mjs');
  expect(engines).toHaveLength(1);
  process.kill(engines[0] ?? 0, 'SIGKILL');
  await expect
    .poll(() => page.evaluate(() => (window as unknown as { states: string[] }).states.slice(-2)))
    .toEqual(['starting', 'ready']);
  expect(await page.evaluate(() => window.codicil.request('library.list', {}))).toMatchObject({ ok: true });
});

test('a page that dies is loaded again, with a word about it', async ({ launch }) => {
  const { electron, page } = await launch();
  await answerQuestions(electron, 0);
  const loaded = electron.evaluate(
    ({ BrowserWindow }) =>
      new Promise<void>((resolve) =>
        BrowserWindow.getAllWindows()[0]?.webContents.once('did-finish-load', () => resolve()),
      ),
  );
  await electron.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer();
  });
  await loaded;
  expect(await askedQuestions(electron)).toEqual([expect.stringContaining('loaded again')]);
  expect(page.isClosed()).toBe(false);
});

test('a second start brings the first window forward and goes away', async ({ launch, folder }) => {
  const first = await launch();
  await mkdir(folder, { recursive: true });
  const focused = first.electron.evaluate(
    ({ app }) => new Promise<boolean>((resolve) => app.once('second-instance', () => resolve(true))),
  );
  await expect(launch()).rejects.toThrow();
  expect(await focused).toBe(true);
  expect(first.electron.windows()).toHaveLength(1);
});

test('a library that cannot be opened is named and left alone', async ({ launch, folder }) => {
  writeFileSync(path.join(folder, 'library.codicil'), 'this is no database');
  const { page } = await launch();
  await expect
    .poll(() => page.evaluate(() => window.codicil.request('library.list', {})))
    .toMatchObject({ ok: false, error: { message: expect.stringContaining('library.codicil') } });
  expect(await readFile(path.join(folder, 'library.codicil'), 'utf8')).toBe('this is no database');
});

/** Processes below `pid` whose command line names `part`. Linux only, like the kill that needs it. */
async function childrenRunning(pid: number, part: string): Promise<number[]> {
  const children = (await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8')).trim().split(/\s+/);
  const found: number[] = [];
  for (const child of children) {
    const command = await readFile(`/proc/${child}/cmdline`, 'utf8').catch(() => '');
    if (command.includes(part)) found.push(Number(child));
  }
  return found;
}
