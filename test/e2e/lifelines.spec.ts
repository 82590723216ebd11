import { expect, test } from './helpers/launch.ts';
import { draftSaved, openPolicy, showView, typeAtEnd } from './helpers/window.ts';

const COMPANY = 'Hollowreed Software';

test('a paragraph is traced from the editor to where it appeared, read on a date, and gone to', async ({
  launch,
}) => {
  const { page } = await launch();
  await openPolicy(page, COMPANY, 'Privacy Policy');
  await page.locator('.view-line').nth(6).click();
  await page.keyboard.press('Control+Shift+y');
  const panel = page.getByRole('complementary', { name: 'Lifeline' });
  await expect(panel).toContainText('First appeared on 3 Mar 2014 in version 1. Changed 2 times since');
  const steps = panel.getByRole('list', { name: 'Changes of the passage' }).getByRole('listitem');
  await expect(steps).toHaveCount(3);
  await expect(steps.first().locator('ins').first()).toHaveText('Privacy Policy');
  await expect(steps.first().locator('del').first()).toHaveText('policy');

  await panel.getByLabel('How it read on', { exact: true }).fill('2015-06-01');
  await expect(panel).toContainText('As in version 1, from 3 Mar 2014');
  await panel.getByLabel('How it read on', { exact: true }).fill('2001-01-01');
  await expect(panel).toContainText('It was not there yet');

  await panel.getByRole('button', { name: 'Compare version 3 with the one before' }).click();
  await expect(page.getByRole('region', { name: 'Compare' })).toContainText('Version 2, 12 September 2016');
  await showView(page, 'History');
  await panel.getByRole('button', { name: 'Read version 2 at this passage' }).click();
  const reader = page.getByRole('region', { name: 'Version 2' });
  await expect(reader.locator('.reader-passage')).toContainText('for desktop computers');

  // From the reader the words that are selected in it are traced, by the same key.
  await reader.getByRole('heading', { level: 2, name: 'Who we are' }).selectText();
  await page.keyboard.press('Control+Shift+y');
  await expect(panel.locator('.lifeline-passage')).toHaveText('Who we are');
  await expect(panel).toContainText('It has not changed since.');
  await panel.getByRole('button', { name: 'Close the lifeline' }).click();
  await expect(panel).toBeHidden();
});

test('the margin says how old each paragraph is, follows the draft, and is remembered', async ({
  launch,
}) => {
  const { page, quit } = await launch();
  await openPolicy(page, COMPANY, 'Privacy Policy');
  await page.keyboard.press('Control+Shift+g');
  const labels = page.locator('.age-label');
  await expect(labels.first()).toHaveText('Mar 2014');
  await expect(page.getByRole('contentinfo')).toContainText('reads so since 3 Mar 2014, version 1.');
  await typeAtEnd(page, '\n\nLanterns are lit at dusk.');
  await draftSaved(page);
  await expect(labels.last()).toHaveText('draft');
  await expect(page.getByRole('contentinfo')).toContainText('new or changed in the draft');
  await quit();
  const again = await launch();
  await expect(again.page.locator('.age-label').first()).toBeVisible();
});
