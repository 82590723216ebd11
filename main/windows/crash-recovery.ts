import { app, type BrowserWindow, dialog } from 'electron';

/** A page that dies again this soon after it was reloaded will die again. */
const quietMilliseconds = 10_000;

/** Reloads a page whose process died, and says so; the draft holds all but the last moment. */
export function setupCrashRecovery(window: BrowserWindow): void {
  let lastReload = Number.NEGATIVE_INFINITY;
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    const again = performance.now() - lastReload < quietMilliseconds;
    lastReload = performance.now();
    if (!again) window.webContents.reload();
    void explain(window, again, reason);
  });
}

async function explain(window: BrowserWindow, again: boolean, reason: string): Promise<void> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: again ? 'The window stopped working again.' : 'The window stopped working and was loaded again.',
    detail: `Your text is in the draft, but for the last moment before this happened (${reason}).`,
    buttons: again ? ['Try again', 'Quit'] : ['OK'],
  });
  if (!again || window.isDestroyed()) return;
  if (response === 0) window.webContents.reload();
  else app.quit();
}
