import type { MenuItemConstructorOptions } from 'electron';
import type { RecentPolicy } from '../../shared/ipc/app-requests.ts';
import type { MenuCommand } from '../../shared/ipc/contract.ts';

/** What the menu needs to know of the running app. */
export interface MenuContext {
  readonly mac: boolean;
  readonly developer: boolean;
  readonly send: (command: MenuCommand) => void;
  /** Newest first. */
  readonly recent: readonly RecentPolicy[];
  readonly openPolicy: (policyId: number) => void;
}

/** A line between groups of entries. */
export const separator: MenuItemConstructorOptions = { type: 'separator' };

/** An entry that sends its command to the window; its shortcut works wherever the focus is. */
export function item(
  { send }: MenuContext,
  label: string,
  command: MenuCommand,
  accelerator?: string,
): MenuItemConstructorOptions {
  return { label, id: command, click: () => send(command), ...(accelerator ? { accelerator } : {}) };
}

/** An entry whose shortcut the page listens to itself: the menu only shows it. */
export function shownItem(
  context: MenuContext,
  label: string,
  command: MenuCommand,
  accelerator: string,
): MenuItemConstructorOptions {
  return { ...item(context, label, command, accelerator), registerAccelerator: false };
}
