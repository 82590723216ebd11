import { type BrowserWindow, dialog } from 'electron';

/** A page that does not answer in this time is asked about: its text may exist nowhere else. */
const patienceMilliseconds = 4_000;

/**
 * Lets the page save its draft before the window goes: `askPage` tells it; the function given is to be called with its answer. A page
 * that is gone or does not answer cannot keep the window for ever, but the person decides.
 */
export function setupClosing(window: BrowserWindow, askPage: () => void): () => void {
  let phase: 'open' | 'asked' | 'allowed' = 'open';
  let patience: NodeJS.Timeout | undefined;

  function allow(): void {
    if (phase !== 'asked') return;
    phase = 'allowed';
    clearTimeout(patience);
    if (!window.isDestroyed()) window.close();
  }

  async function askPerson(): Promise<void> {
    const { response } = await dialog.showMessageBox(window, unsavedQuestion);
    if (response === 1) allow();
    else if (phase === 'asked') phase = 'open';
  }

  window.on('close', (event) => {
    if (phase === 'allowed' || window.webContents.isCrashed()) return;
    event.preventDefault();
    if (phase === 'asked') return;
    phase = 'asked';
    patience = setTimeout(() => void askPerson(), patienceMilliseconds);
    askPage();
  });
  window.on('closed', () => clearTimeout(patience));
  return allow;
}

const unsavedQuestion: Electron.MessageBoxOptions = {
  type: 'warning',
  message: 'The last changes are not saved yet.',
  detail: 'If you close the window now, what you wrote in the last seconds may be lost.',
  buttons: ['Keep the window open', 'Close anyway'],
  defaultId: 0,
  cancelId: 0,
};
