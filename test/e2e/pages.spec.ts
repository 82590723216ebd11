import path from 'node:path';
import type { Locator } from '@playwright/test';
import { answerQuestions, askedQuestions } from './helpers/dialogs.ts';
import { expect, test } from './helpers/launch.ts';
import { publish } from './helpers/main-job.ts';
import { readPdf } from './helpers/read-pdf.ts';
import { editorInput, openPolicy, PRINTED, showView, typeAtEnd } from './helpers/window.ts';

test('the preview shows the pages of the PDF that is exported, and follows the text', async ({
  launch,
  folder,
}) => {
  const app = await launch();
  const { page } = app;
  await openPolicy(page, 'Hollowreed Software', 'Privacy Policy');
  await showView(page, 'Preview');
  await page
    .getByRole('radiogroup', { name: 'Preview as' })
    .getByRole('radio', { name: 'Pages' })
    .press('Enter');
  const preview = page.getByRole('region', { name: 'Preview' });
  const sheets = preview.getByRole('figure', { name: /^Page \d+ of \d+$/ });
  await expect(sheets.first()).toContainText('Hollowreed', PRINTED);
  const file = path.join(folder, 'policy.pdf');
  await publish(app, 'PDF…', file);
  const { pages } = await readPdf(file);
  await expect(sheets).toHaveCount(pages.length, PRINTED);
  await sheets.last().scrollIntoViewIfNeeded();
  await expect(sheets.last()).toContainText(`Page ${pages.length} of ${pages.length}`);
  await expect(sheets.last().locator('.printed-text')).not.toBeEmpty();
  expect(await inkOf(sheets.last().locator('canvas'))).toBeGreaterThan(100);
  await test.step('links lead to their place, or ask before they leave the window', async () => {
    await sheets.first().scrollIntoViewIfNeeded();
    await preview.getByRole('link', { name: 'To this place in the document' }).first().click();
    await expect(sheets.first()).not.toBeInViewport();
    await sheets.first().scrollIntoViewIfNeeded();
    await answerQuestions(app.electron, 0);
    await preview
      .getByRole('link', { name: /^mailto:/ })
      .first()
      .click();
    await expect.poll(() => askedQuestions(app.electron)).toContainEqual(expect.stringContaining('mailto:'));
  });
  await test.step('pages follow the text', async () => {
    await editorInput(page).press('Control+End');
    await expect(sheets.first()).not.toBeInViewport();
    await editorInput(page).press('Control+Home');
    await expect(sheets.first()).toBeInViewport();
  });
  await typeAtEnd(page, `\n\nSorrel ${'and more words to fill pages with '.repeat(4)}`);
  await expect(preview).toContainText('Sorrel and more words', PRINTED);
});

/** How many points of a picture are darker than paper. */
function inkOf(canvas: Locator): Promise<number> {
  return canvas.evaluate((element) => {
    const { width, height } = element as HTMLCanvasElement;
    const { data } = (element as HTMLCanvasElement).getContext('2d')?.getImageData(0, 0, width, height) ?? {
      data: [],
    };
    return data.filter((value, at) => at % 4 === 1 && value < 128).length;
  });
}
