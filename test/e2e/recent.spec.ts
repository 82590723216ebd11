import type { ElectronApplication } from '@playwright/test';
import { expect, test } from './helpers/launch.ts';
import { openPolicy } from './helpers/window.ts';

/** The names in *File › Open Recent*, newest first. */
function recentOf(electron: ElectronApplication): Promise<readonly string[]> {
  return electron.evaluate(({ Menu }) => {
    const items = Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items ?? []) ?? [];
    const recent = items.find(({ label }) => label === 'Open Recent');
    return recent?.submenu?.items.map(({ label }) => label) ?? [];
  });
}

test('the menu names the policies opened lately, also after a restart, and opens them', async ({
  launch,
}) => {
  const first = await launch();
  await openPolicy(first.page, 'Brackwater Bookings', 'Privacy Notice');
  await openPolicy(first.page, 'Hollowreed Software', 'Terms of Service');
  const names = ['Terms of Service, Hollowreed Software', 'Privacy Notice, Brackwater Bookings'];
  await expect.poll(() => recentOf(first.electron)).toEqual(names);
  await first.quit();

  const { page, electron } = await launch();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Hollowreed Software');
  expect(await recentOf(electron)).toEqual(names);
  await electron.evaluate(({ Menu, BrowserWindow }, label) => {
    const items = Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items ?? []) ?? [];
    const recent = items.find((item) => item.label === 'Open Recent')?.submenu?.items ?? [];
    recent.find((item) => item.label === label)?.click(undefined, BrowserWindow.getAllWindows()[0]);
  }, names[1] ?? '');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Brackwater Bookings');
});
