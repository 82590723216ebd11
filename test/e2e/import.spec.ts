import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { answerOpenDialog } from './helpers/dialogs.ts';
import { expect, test } from './helpers/launch.ts';
import { showView } from './helpers/window.ts';

/** A repository with one policy and a commit for each number of days. */
function makeRepository(folder: string, days: readonly number[]): string {
  const repository = path.join(folder, 'policies');
  mkdirSync(repository);
  const git = (...args: string[]): void => {
    const identity = ['-c', 'user.name=Ida Fenwick', '-c', 'user.email=ida@tansy.example'];
    execFileSync('git', [...identity, ...args], { cwd: repository, stdio: 'ignore' });
  };
  git('init');
  for (const [index, number] of days.entries()) {
    const text = `# Tansy Privacy Policy\n\nWe keep your address for ${number} days.\n`;
    writeFileSync(path.join(repository, 'privacy.md'), text);
    git('add', '.');
    git('commit', '-m', `Keep it for ${number} days`, `--date=${2015 + index}-03-01T12:00:00Z`);
  }
  return repository;
}

test('a repository is looked at before its history comes in, and adds nothing the second time', async ({
  launch,
  folder,
}) => {
  const { page, electron } = await launch({ empty: true });
  await page.getByText('Your library is empty').waitFor();
  await answerOpenDialog(electron, [makeRepository(folder, [30, 60, 90])]);
  await page.keyboard.press('Control+Shift+i');
  const preview = page.getByRole('dialog', { name: 'Import a repository' });
  await expect(preview.getByRole('status')).toHaveText('1 policy with 3 versions, all new.');
  await preview.getByRole('list', { name: 'Policies' }).getByRole('group').locator('summary').click();
  await expect(preview).toContainText('Keep it for 60 days');
  await preview.getByRole('radio', { name: 'Only the files as they are now' }).click();
  await expect(preview.getByRole('status')).toHaveText('1 policy with 1 version, all new.');
  await preview.getByRole('radio', { name: 'Every commit as a version' }).click();
  await preview.getByRole('button', { name: 'Import 3 versions' }).click();
  const report = page.getByRole('dialog', { name: 'Import', exact: true });
  await expect(report).toContainText('1 imported.');
  await report.getByRole('button', { name: /^Open / }).click();
  await showView(page, 'History');
  await expect(page.getByRole('table').getByRole('row').nth(1)).toContainText('by Ida Fenwick');
  await expect(page.getByRole('table').getByRole('row')).toHaveCount(4);

  await page.keyboard.press('Control+Shift+i');
  await expect(preview.getByRole('status')).toContainText('all in the library already');
  await expect(preview.getByRole('button', { name: 'Import', exact: true })).toBeDisabled();
});
