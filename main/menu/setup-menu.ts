import { app, BrowserWindow, Menu } from 'electron';
import { emitEventTo } from '../requests/events.ts';
import { menuTemplate } from './menu-template.ts';

/** Sets the application menu; its commands go to the window in front. */
export function setupMenu(): void {
  const template = menuTemplate({
    mac: process.platform === 'darwin',
    developer: !app.isPackaged,
    send: (command) => {
      const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0];
      if (window) emitEventTo(window, 'menu.command', { command });
    },
  });
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
