import { type BrowserWindow, dialog, shell } from 'electron';
import { fail, ok, type Result } from '../../shared/model/result.ts';
import { checkLink } from './check-link.ts';

let asking = false;

/** Opens an address outside the app if it is of a harmless kind and the person agrees to that very address. */
export async function openLink(url: string, window: BrowserWindow): Promise<Result<{ opened: boolean }>> {
  const checked = checkLink(url);
  if (!checked.ok) return checked;
  if (asking) return fail('busy', 'Another link is waiting for your answer.');
  asking = true;
  try {
    const { response } = await dialog.showMessageBox(window, {
      type: 'question',
      message: checked.value.startsWith('mailto:') ? 'Write a message?' : 'Open this page in your browser?',
      detail: checked.value,
      buttons: ['Cancel', 'Open'],
      defaultId: 1,
      cancelId: 0,
    });
    if (response !== 1) return ok({ opened: false });
    await shell.openExternal(checked.value);
    return ok({ opened: true });
  } finally {
    asking = false;
  }
}
