import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { answerOpenDialog } from './helpers/dialogs.ts';
import { expect, launchApp, test } from './helpers/launch.ts';
import { libraryTree } from './helpers/window.ts';

/** The newest entry of every policy's chain; equal hashes mean equal histories. */
function chainsOf(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const answer = await window.codicil.request('library.list', {});
    if (!answer.ok) return [answer.error.message];
    return answer.value.companies
      .flatMap(({ slug, policies }) =>
        policies.map((policy) => `${slug}/${policy.slug} ${policy.versions} ${policy.latest?.entryHash}`),
      )
      .toSorted();
  });
}

test('a library pushes to a repository in a folder, and another one pulls the same histories', async ({
  launch,
  folder,
}) => {
  const repository = path.join(folder, 'team');
  mkdirSync(repository);
  const { page, electron } = await launch();
  await libraryTree(page).getByRole('row').first().waitFor();
  await answerOpenDialog(electron, [repository]);
  await electron.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('library.share')?.click());
  const dialog = page.getByRole('dialog', { name: 'Share through a git repository' });
  await dialog.getByRole('button', { name: 'Choose a folder…' }).click();
  await expect(dialog).toContainText('Nothing is shared here yet.');
  const pushed = await chainsOf(page);
  expect(pushed.length).toBeGreaterThan(1);
  await dialog.getByRole('button', { name: `Push all ${pushed.length}` }).click();
  await expect(dialog.getByRole('status')).toHaveText(`${pushed.length} policies pushed.`);
  await expect(dialog.getByText('Both sides are the same')).toHaveCount(pushed.length);
  await expect(dialog.getByRole('button', { name: 'Pull and push' })).toBeDisabled();

  const other = await launchApp(path.join(folder, 'other'), { empty: true });
  try {
    await other.page.getByText('Your library is empty').waitFor();
    await answerOpenDialog(other.electron, [repository]);
    await other.electron.evaluate(({ Menu }) =>
      Menu.getApplicationMenu()?.getMenuItemById('library.share')?.click(),
    );
    const there = other.page.getByRole('dialog', { name: 'Share through a git repository' });
    await there.getByRole('button', { name: 'Choose a folder…' }).click();
    await expect(there.getByText('Not in your library yet')).toHaveCount(pushed.length);
    await there.getByRole('button', { name: 'Pull and push' }).click();
    await expect(there.getByRole('status')).toHaveText(`${pushed.length} policies pulled.`);
    expect(await chainsOf(other.page)).toEqual(pushed);
  } finally {
    await other.kill();
  }
});
