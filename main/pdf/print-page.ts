import type { BrowserWindow } from 'electron';
import { preparePrintWindow, showPage, takePrintWindow } from './print-window.ts';

/** A page that has not loaded from memory in this time will not. */
const loadMilliseconds = 60_000;

/** Loads one self-contained HTML page in a hidden window and lets `use` print it. */
export async function withPrintPage<Value>(
  html: string,
  use: (window: BrowserWindow) => Promise<Value>,
): Promise<Value> {
  const window = await takePrintWindow();
  try {
    await showPage(window, html, loadMilliseconds);
    return await use(window);
  } finally {
    window.destroy();
    // Who prints once prints again: the preview at each change, a folder file by file.
    preparePrintWindow();
  }
}
