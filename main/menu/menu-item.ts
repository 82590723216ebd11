import type { MenuItemConstructorOptions } from 'electron';
import type { RecentPolicy } from '../../shared/ipc/app-requests.ts';
import type { MenuCommand } from '../../shared/ipc/contract.ts';

/** Where the commands of a menu go. */
export interface MenuSender {
  readonly send: (command: MenuCommand) => void;
}

/** What the menu needs to know of the running app. */
export interface MenuContext extends MenuSender {
  readonly mac: boolean;
  readonly developer: boolean;
  /** Newest first. */
  readonly recent: readonly RecentPolicy[];
  readonly openPolicy: (policyId: number) => void;
}

/** A line between groups of entries. */
export const separator: MenuItemConstructorOptions = { type: 'separator' };

/** Pasting with structure is what Ctrl+V does, so plain pasting has an entry on every system. */
export const plainPaste: MenuItemConstructorOptions = {
  role: 'pasteAndMatchStyle',
  label: 'Paste as Plain Text',
  accelerator: 'CmdOrCtrl+Shift+V',
};

/** An entry that sends its command to the window; its shortcut works wherever the focus is. */
export function item(
  { send }: MenuSender,
  label: string,
  command: MenuCommand,
  accelerator?: string,
): MenuItemConstructorOptions {
  return { label, id: command, click: () => send(command), ...(accelerator ? { accelerator } : {}) };
}

/** An entry whose shortcut the page listens to itself: the menu only shows it. */
export function shownItem(
  context: MenuSender,
  label: string,
  command: MenuCommand,
  accelerator: string,
): MenuItemConstructorOptions {
  return { ...item(context, label, command, accelerator), registerAccelerator: false };
}
