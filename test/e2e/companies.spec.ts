import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { answerSaveDialog } from './helpers/dialogs.ts';
import { expect, test } from './helpers/launch.ts';

/** Several companies' policies side by side, in the real window. */

test('the coverage matrix opens the passages of a cell, and says what was looked for where there are none', async ({
  launch,
}) => {
  const { page } = await launch();
  await openCompanies(page);
  const table = page.getByRole('table', { name: 'Coverage of topics' });
  await expect(table.getByRole('columnheader')).toHaveCount(3);
  await table.getByRole('button', { name: 'Data Retention' }).click();
  await expect(table.getByRole('rowheader', { name: 'Retention periods' })).toBeVisible();
  const covered = table.locator('.cov-cell[data-status="covered"]').first();
  await covered.click();
  const panel = page.locator('.co-panel');
  await expect(panel.locator('.passage-text').first()).toBeVisible();
  await expect(covered).toHaveAttribute('aria-pressed', 'true');
  await table.locator('.cov-cell[data-status="absent"]').first().click();
  await expect(panel.getByText(/^Looked for: .+/)).toBeVisible();
});

test('the facts table states what the policies say, each value with its sentence', async ({ launch }) => {
  const { page } = await launch();
  await openCompanies(page);
  await page.getByRole('radio', { name: 'Facts' }).click();
  const facts = page.getByRole('table', { name: 'Facts' });
  const value = facts
    .getByRole('row', { name: /^Deletion on request/ })
    .locator('.fact')
    .first();
  const words = (await value.textContent()) ?? '';
  await value.click();
  const panel = page.locator('.co-panel');
  await expect(panel.getByRole('heading', { name: words })).toBeVisible();
  await expect(panel.locator('.passage-text mark').first()).toBeVisible();
  const dot = page.locator('.plot-dot').first();
  await dot.focus();
  await page.keyboard.press('Enter');
  const said = /: (.*)$/.exec((await dot.getAttribute('aria-label')) ?? '')?.[1] ?? '';
  await expect(panel.getByRole('heading', { name: said, exact: true })).toBeVisible();
  await expect(page.getByRole('table', { name: 'Vendors' }).getByRole('row').nth(1)).toBeVisible();
});

test('corresponding passages face each other, each passage of both policies once, in either order', async ({
  launch,
}) => {
  const { page } = await launch();
  await openCompanies(page);
  await page.getByRole('radio', { name: 'Passages' }).click();
  const rows = page.locator('.facing-row');
  await expect(rows.first()).toBeVisible();
  const shown = await page.locator('.facing-row .passage-text').allTextContents();
  expect(new Set(shown).size).toBe(shown.length);
  await page
    .getByText(/^Why these:/)
    .first()
    .click();
  await expect(page.getByText('Words in common').first()).toBeVisible();
  await expect(page.locator('.facing-row mark[data-mark="particular"]').first()).toBeVisible();
  const reader = page.getByRole('region', { name: 'Corresponding passages' });
  await expect(reader).toHaveAttribute('data-particular', 'true');
  await page.getByRole('button', { name: 'only this one says' }).click();
  await expect(reader).not.toHaveAttribute('data-particular');
  await page.keyboard.press('Control+f');
  await page.getByRole('textbox', { name: 'Find in both policies' }).fill('cookie');
  await expect(page.locator('.find-count')).toHaveText(/^1 of \d+ matches$/);
  await page.keyboard.press('Enter');
  await expect(page.locator('.find-count')).toHaveText(/^2 of \d+ matches$/);
  await page.keyboard.press('Escape');
  await expect(page.locator('.find-field')).toHaveCount(0);
  const first = await page.locator('.facing-table th').allTextContents();
  await page.getByRole('button', { name: /^In the order of/ }).click();
  await expect(page.locator('.facing-table th').first()).toHaveText(first[1] ?? '');
  const swapped = await page.locator('.facing-row .passage-text').allTextContents();
  expect([...swapped].sort()).toEqual([...shown].sort());
});

test('the documents of one company are checked against each other', async ({ launch }) => {
  const { page } = await launch({ empty: true });
  const saved = await page.evaluate(async () => {
    const save = async (name: string, text: string) => {
      const made = await window.codicil.request('policy.create', { company: 'Tarn Lights', name, text });
      const policyId = made.ok ? made.value.policyId : 0;
      const kept = await window.codicil.request('version.save', {
        policyId,
        text,
        effectiveDate: null,
        note: '',
        kind: 'substantive',
        author: '',
      });
      return kept.ok;
    };
    return [
      await save(
        'Privacy Policy',
        '# Privacy Policy\n\nTarn Lights Ltd keeps server logs for 30 days.\n\nWrite to privacy@tarn.example about your data.\n',
      ),
      await save(
        'Cookie Policy',
        '# Cookie Policy\n\nTarn Lights Ltd keeps server logs for 90 days.\n\nWrite to data@tarn.example about your data.\n',
      ),
    ];
  });
  expect(saved).toEqual([true, true]);
  await page.getByText('Privacy Policy', { exact: true }).first().click();
  await page.getByRole('radio', { name: 'Companies' }).click();
  await page.getByRole('radio', { name: 'Own documents' }).click();
  const place = page.locator('.sister-place', { hasText: '90 days' }).first();
  await expect(place).toContainText('Cookie Policy, line 3');
  await place.click();
  await expect(page.locator('.co-panel mark').first()).toBeVisible();
});

test('the tables are saved as a workbook and as a page', async ({ launch, folder }) => {
  const { page, electron } = await launch();
  await openCompanies(page);
  for (const [item, name, start] of [
    [/Excel/, 'side.xlsx', 'PK'],
    [/HTML/, 'side.html', '<!'],
  ] as const) {
    const file = path.join(folder, name);
    await answerSaveDialog(electron, file);
    await page.getByRole('button', { name: 'Export' }).click();
    await page.getByRole('menuitem', { name: item }).click();
    await expect.poll(() => readFile(file, 'latin1').catch(() => '')).toMatch(new RegExp(`^${start}`));
  }
});

test('policies can be put at the table and taken away', async ({ launch }) => {
  const { page } = await launch();
  await openCompanies(page);
  await page.getByRole('button', { name: '2 policies' }).click();
  await page
    .getByRole('option', { name: /Cookie Notice/ })
    .first()
    .click();
  await page.keyboard.press('Escape');
  await expect(page.locator('.co-table').first().getByRole('columnheader')).toHaveCount(4);
});

async function openCompanies(page: Page): Promise<void> {
  await page.getByText('Privacy Policy', { exact: true }).first().click();
  await page.getByRole('radio', { name: 'Companies' }).click();
  await expect(page.getByRole('table', { name: 'Coverage of topics' })).toBeVisible();
}

test('what the user says of two passages is kept: a link broken, made, and taken back', async ({
  launch,
}) => {
  const app = await launch();
  await openCompanies(app.page);
  await app.page.getByRole('radio', { name: 'Passages' }).click();
  const count = async (page: Page) =>
    Number(((await page.locator('.facing-bar span').first().textContent()) ?? '').replace(/ link.*/, ''));
  await expect(app.page.locator('.facing-row').first()).toBeVisible();
  const links = await count(app.page);
  await app.page
    .getByText(/^Why these:/)
    .first()
    .click();
  await app.page.getByRole('button', { name: 'Not the same' }).first().click();
  await expect.poll(() => count(app.page)).toBe(links - 1);
  const alone = app.page.locator('.facing-row', { hasText: 'Nothing corresponds.' }).first();
  const made = await alone.locator('.passage-text').first().textContent();
  await alone.locator('select').selectOption({ index: 2 });
  await expect.poll(() => count(app.page)).toBe(links);
  await app.quit();

  const { page } = await launch();
  await openCompanies(page);
  await page.getByRole('radio', { name: 'Passages' }).click();
  const row = page.locator('.facing-row').filter({ has: page.getByText('Why these: confirmed by you') });
  await expect(row.locator('.passage-text').first()).toHaveText(made ?? '');
  await row.getByText(/^Why these:/).click();
  await row.getByRole('button', { name: 'Take back' }).click();
  await expect.poll(() => count(page)).toBe(links - 1);
});
