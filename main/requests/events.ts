import { BrowserWindow } from 'electron';
import { eventChannel } from '../../shared/ipc/bridge.ts';
import type { EventName, Events } from '../../shared/ipc/contract.ts';

/** Tells every window of ours. Hidden windows for printing have no preload and hear nothing. */
export function emitEvent<Name extends EventName>(event: Name, payload: Events[Name]): void {
  for (const window of BrowserWindow.getAllWindows()) emitEventTo(window, event, payload);
}

/** Tells one window. */
export function emitEventTo<Name extends EventName>(
  window: BrowserWindow,
  event: Name,
  payload: Events[Name],
): void {
  if (!window.isDestroyed() && !window.webContents.isDestroyed()) {
    window.webContents.send(eventChannel, event, payload);
  }
}
