import { app, BrowserWindow, Menu } from 'electron';
import type { RecentPolicy } from '../../shared/ipc/app-requests.ts';
import type { EventName, Events } from '../../shared/ipc/contract.ts';
import { emitEventTo } from '../requests/events.ts';
import { menuTemplate } from './menu-template.ts';

/** Sets the application menu, with the policies opened lately; its commands go to the window in front. */
export function setupMenu(recent: readonly RecentPolicy[]): void {
  const template = menuTemplate({
    mac: process.platform === 'darwin',
    developer: !app.isPackaged,
    recent,
    send: (command) => tellFront('menu.command', { command }),
    openPolicy: (policyId) => tellFront('menu.openPolicy', { policyId }),
  });
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}

function tellFront<Name extends EventName>(event: Name, payload: Events[Name]): void {
  const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0];
  if (window) emitEventTo(window, event, payload);
}
