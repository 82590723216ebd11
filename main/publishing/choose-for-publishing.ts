import { type BrowserWindow, dialog, type OpenDialogOptions } from 'electron';
import { ok, type Result } from '../../shared/model/result.ts';

const QUESTIONS: Readonly<Record<'site-folder' | 'logo' | 'css', OpenDialogOptions>> = {
  'site-folder': { title: 'Folder of the site', properties: ['openDirectory', 'createDirectory'] },
  logo: {
    title: 'Logo of the company',
    filters: [{ name: 'Pictures', extensions: ['png', 'svg', 'jpg', 'jpeg', 'gif', 'webp'] }],
    properties: ['openFile'],
  },
  css: { title: 'Theme', filters: [{ name: 'CSS', extensions: ['css'] }], properties: ['openFile'] },
};

/** Asks for what publishing needs; null when the user cancels. */
export async function chooseForPublishing(
  what: keyof typeof QUESTIONS,
  window: BrowserWindow,
): Promise<Result<string | null>> {
  const { filePaths } = await dialog.showOpenDialog(window, QUESTIONS[what]);
  return ok(filePaths[0] ?? null);
}
