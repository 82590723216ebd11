import type { Page } from '@playwright/test';
import { editorInput } from '../../e2e/helpers/window.ts';

/** Written into a new heading one key after the other, without a pause. */
const HEADING = 'Zymurgyabcdefghijklmnopqrstuvwxyz';
const KEY_INTERVAL_MS = 80;

/** How long after each key of a heading the outline shows it, in milliseconds, while typing goes on. */
export async function measurePanelLag(page: Page): Promise<readonly number[]> {
  await page.getByRole('tab', { name: 'Outline' }).click();
  await editorInput(page).focus();
  for (const key of ['End', 'Enter', 'Enter', '#', '#', 'Space']) await page.keyboard.press(key);
  await page.waitForTimeout(1500);
  await page.evaluate(watchOutline);
  for (const letter of HEADING) {
    await page.keyboard.press(letter);
    await page.waitForTimeout(KEY_INTERVAL_MS);
  }
  await page.waitForTimeout(3000);
  return page.evaluate(() => Reflect.get(window, 'panelLags'));
}

/** Runs in the page: notes when the panel shows what was typed up to each key. */
function watchOutline(): void {
  const lags: number[] = [];
  const keys: number[] = [];
  Object.assign(window, { panelLags: lags });
  const onKey = ({ timeStamp, key }: KeyboardEvent): void => {
    if (key.length === 1) keys.push(timeStamp);
  };
  const panel = document.querySelector('.side-panel');
  if (!panel) throw new Error('No side panel is open');
  window.addEventListener('keydown', onKey, true);
  new MutationObserver(() => {
    const shown = /Zymurgy?[a-z]*|Zy?m?u?r?g?/.exec(panel.textContent ?? '')?.[0].length ?? 0;
    while (lags.length < shown && lags.length < keys.length)
      lags.push(performance.now() - (keys[lags.length] ?? 0));
  }).observe(panel, { subtree: true, childList: true, characterData: true });
}
