import { type BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron';
import type { TextMenuPlace } from '../../shared/ipc/app-requests.ts';
import type { MenuCommand } from '../../shared/ipc/contract.ts';
import { emitEventTo } from '../requests/events.ts';
import { item, type MenuSender, plainPaste, separator, shownItem } from './menu-item.ts';
import { tableItems } from './text-menus.ts';

/** The context menu of the policy's text: what a word processor has there, and what its place in the text allows. */
export function textContextMenu(context: MenuSender, place: TextMenuPlace): MenuItemConstructorOptions[] {
  const ofTerm = [
    shownItem(context, 'Go to Definition', 'definition', 'F12'),
    shownItem(context, 'Find All Uses', 'uses', 'Shift+F12'),
  ];
  const named = [
    ...(place.named === 'term' ? ofTerm : []),
    shownItem(context, 'Rename Everywhere…', 'rename.term', 'F2'),
    separator,
  ];
  return [
    ...(place.fixable ? [shownItem(context, 'Fix or Correct…', 'fix', 'CmdOrCtrl+.'), separator] : []),
    { role: 'cut', enabled: place.selected },
    { role: 'copy', enabled: place.selected },
    { role: 'paste' },
    plainPaste,
    separator,
    ...(place.named ? named : []),
    shownItem(context, 'Bold', 'format.bold', 'CmdOrCtrl+B'),
    shownItem(context, 'Italic', 'format.italic', 'CmdOrCtrl+I'),
    shownItem(context, 'Link', 'format.link', 'CmdOrCtrl+K'),
    ...(place.inTable
      ? [{ label: 'Table', submenu: tableItems(context) }]
      : [item(context, 'Insert Table', 'insert.table')]),
    separator,
    shownItem(context, 'Trace This Passage', 'lifeline.trace', 'CmdOrCtrl+Shift+Y'),
    shownItem(context, 'Note to Yourself…', 'note', 'CmdOrCtrl+Alt+M'),
    ...(place.selected ? [item(context, 'Keep Selection as Clause…', 'clause.keep')] : []),
  ];
}

/** Opens the context menu of the text, at the pointer or, asked for by key, at the caret. */
export function showTextMenu(place: TextMenuPlace, window: BrowserWindow): void {
  const send = (command: MenuCommand): void => emitEventTo(window, 'menu.command', { command });
  const menu = Menu.buildFromTemplate(textContextMenu({ send }, place));
  const zoom = window.webContents.getZoomFactor();
  const at = place.at ? { x: Math.round(place.at.x * zoom), y: Math.round(place.at.y * zoom) } : {};
  menu.popup({ window, ...at });
}

/** Fields and selected words everywhere else get the system's own entries. */
export function setupFieldMenus(window: BrowserWindow): void {
  window.webContents.on('context-menu', (_event, { isEditable, editFlags, selectionText }) => {
    const copy: MenuItemConstructorOptions = { role: 'copy', enabled: editFlags.canCopy };
    if (isEditable)
      Menu.buildFromTemplate([
        { role: 'cut', enabled: editFlags.canCut },
        copy,
        { role: 'paste', enabled: editFlags.canPaste },
        separator,
        { role: 'selectAll' },
      ]).popup({ window });
    else if (selectionText.trim() !== '') Menu.buildFromTemplate([copy]).popup({ window });
  });
}
