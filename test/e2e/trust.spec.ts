import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import Database from 'better-sqlite3';
import { answerSaveDialog } from './helpers/dialogs.ts';
import { expect, libraryIn, root, test } from './helpers/launch.ts';
import { openPolicy } from './helpers/window.ts';

const COMPANY = 'Hollowreed Software';
const state = (folder: string) => ({ env: { XDG_STATE_HOME: path.join(folder, 'state') } });

/** Chooses an entry of the application menu by its command. */
async function chooseMenu(electron: ElectronApplication, command: string): Promise<void> {
  await electron.evaluate(({ Menu }, id) => Menu.getApplicationMenu()?.getMenuItemById(id)?.click(), command);
}

test('the library is verified, backed up, and proves a policy to others', async ({ launch, folder }) => {
  const { page, electron } = await launch(state(folder));
  await openPolicy(page, COMPANY, 'Privacy Policy');
  await chooseMenu(electron, 'library.verify');
  const verify = page.getByRole('dialog', { name: 'Check the library' });
  await expect(verify).toContainText('Everything is as it was saved');
  await verify.getByRole('button', { name: 'Close' }).last().click();
  await chooseMenu(electron, 'library.backup');
  await expect(page.getByText('Backed up.')).toBeVisible();

  const proof = path.join(folder, 'proof.json');
  await answerSaveDialog(electron, proof);
  await chooseMenu(electron, 'policy.proof');
  await expect(page.getByText('Proof bundle written.')).toBeVisible();
  const script = path.join(root, 'docs/verify-proof.mjs');
  expect(execFileSync(process.execPath, [script, proof], { encoding: 'utf8' })).toContain('7');
});

test('a damaged library is named with its newest backup, which is put in its place and nothing deleted', async ({
  launch,
  folder,
}) => {
  const first = await launch(state(folder));
  await openPolicy(first.page, COMPANY, 'Privacy Policy');
  await chooseMenu(first.electron, 'library.backup');
  await expect(first.page.getByText('Backed up.')).toBeVisible();
  await first.quit();
  const file = libraryIn(folder);
  const damaged = readFileSync(file).fill(0x5a, 20_000, 60_000);
  writeFileSync(file, damaged);

  const { page } = await launch(state(folder));
  const banner = page.getByRole('alert').filter({ hasText: 'Your text stays in the editor' });
  await expect(banner).toContainText(file);
  await expect(banner).toContainText('Its newest backup:');
  expect(readFileSync(file).equals(damaged)).toBe(true);
  await banner.getByRole('button', { name: 'Restore a backup…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Restore from a backup' });
  await expect(dialog.getByRole('radio').first()).toBeChecked();
  await dialog.getByRole('button', { name: 'Restore', exact: true }).click();
  await expect(dialog).toContainText('The library is restored and open.');
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await expect(banner).toBeHidden();
  await openPolicy(page, COMPANY, 'Privacy Policy');
  const kept = readdirSync(folder).find((name) => name.includes('.replaced-') && !/-(?:wal|shm)$/.test(name));
  expect(readFileSync(path.join(folder, kept ?? '')).equals(damaged)).toBe(true);
});

test('a library that was there before and is missing is not silently made anew', async ({
  launch,
  folder,
}) => {
  const first = await launch(state(folder));
  await openPolicy(first.page, COMPANY, 'Privacy Policy');
  await first.quit();
  const file = libraryIn(folder);
  const away = `${file}.away`;
  renameSync(file, away);

  const { page } = await launch(state(folder));
  const missing = page.getByRole('alert').filter({ hasText: 'The library is missing' });
  await expect(missing).toContainText(`There is no library at ${file}.`);
  expect(existsSync(file)).toBe(false);
  renameSync(away, file);
  await missing.getByRole('button', { name: 'Try again' }).click();
  await openPolicy(page, COMPANY, 'Privacy Policy');
});

test('a new library in the place of a missing one is begun when it is asked for', async ({
  launch,
  folder,
}) => {
  const first = await launch(state(folder));
  await openPolicy(first.page, COMPANY, 'Privacy Policy');
  await first.quit();
  rmSync(libraryIn(folder));
  const { page } = await launch({ ...state(folder), empty: true });
  await page.getByRole('button', { name: 'Begin a new library' }).click();
  await expect(page.getByText('Your library is empty')).toBeVisible();
  expect(existsSync(libraryIn(folder))).toBe(true);
});

test('a version that was changed behind the app’s back is said at the policy, with its place', async ({
  launch,
  folder,
}) => {
  const first = await launch(state(folder));
  await openPolicy(first.page, COMPANY, 'Privacy Policy');
  await first.quit();
  const database = new Database(libraryIn(folder));
  database.exec('DROP TRIGGER version_is_immutable');
  database.prepare("UPDATE version SET effective_date = '2001-01-01' WHERE number = 2").run();
  database.close();

  const { page } = await launch(state(folder));
  const banner = page.getByRole('alert').filter({ hasText: 'it is no evidence' });
  await expect(banner).toContainText('@2');
  await banner.getByRole('button', { name: 'Check the library…' }).click();
  const verify = page.getByRole('dialog', { name: 'Check the library' });
  await expect(verify.getByRole('listitem').first()).toContainText('@2');
  await expect(verify.getByRole('button', { name: 'Restore a backup…' })).toBeVisible();
});
