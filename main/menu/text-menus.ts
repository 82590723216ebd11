import type { MenuItemConstructorOptions } from 'electron';
import { item, type MenuContext, type MenuSender, plainPaste, separator, shownItem } from './menu-item.ts';

/**
 * Undoing, selecting and searching are the page's: the system's own entries act on the hidden field in which the editor takes the
 * keyboard, not on the policy.
 */
export function editMenu(context: MenuContext): MenuItemConstructorOptions {
  const { mac } = context;
  return {
    label: '&Edit',
    submenu: [
      shownItem(context, 'Undo', 'edit.undo', 'CmdOrCtrl+Z'),
      shownItem(context, 'Redo', 'edit.redo', mac ? 'Cmd+Shift+Z' : 'Ctrl+Y'),
      separator,
      { role: 'cut' },
      { role: 'copy' },
      { role: 'paste' },
      plainPaste,
      shownItem(context, 'Select All', 'edit.select-all', 'CmdOrCtrl+A'),
      separator,
      shownItem(context, 'Find in the Text', 'find', 'CmdOrCtrl+F'),
      shownItem(context, 'Find and Replace', 'replace', mac ? 'Cmd+Alt+F' : 'Ctrl+H'),
      shownItem(context, 'Go to Section…', 'section', 'CmdOrCtrl+Shift+O'),
      separator,
      shownItem(context, 'Go to Definition', 'definition', 'F12'),
      shownItem(context, 'Find All Uses', 'uses', 'Shift+F12'),
      shownItem(context, 'Rename Everywhere…', 'rename.term', 'F2'),
      shownItem(context, 'Fix or Correct at the Caret…', 'fix', 'CmdOrCtrl+.'),
      item(context, 'Next Finding', 'finding.next'), // F8 is also the next change of a comparison
    ],
  };
}

/** What is put into the text. */
export function insertMenu(context: MenuContext): MenuItemConstructorOptions {
  return {
    label: '&Insert',
    submenu: [
      shownItem(context, 'Link', 'format.link', 'CmdOrCtrl+K'),
      item(context, 'Table', 'insert.table'),
      separator,
      shownItem(context, 'Clause…', 'clause.insert', 'CmdOrCtrl+Shift+J'),
      item(context, 'Keep Selection as Clause…', 'clause.keep'),
      separator,
      shownItem(context, 'Note to Yourself…', 'note', 'CmdOrCtrl+Alt+M'),
      shownItem(context, 'Trace This Passage', 'lifeline.trace', 'CmdOrCtrl+Shift+Y'),
    ],
  };
}

/** How the text looks, as a word processor has it. */
export function formatMenu(context: MenuContext): MenuItemConstructorOptions {
  return {
    label: 'F&ormat',
    submenu: [
      shownItem(context, 'Bold', 'format.bold', 'CmdOrCtrl+B'),
      shownItem(context, 'Italic', 'format.italic', 'CmdOrCtrl+I'),
      separator,
      shownItem(context, 'Heading 1', 'format.heading1', 'CmdOrCtrl+Alt+1'),
      shownItem(context, 'Heading 2', 'format.heading2', 'CmdOrCtrl+Alt+2'),
      shownItem(context, 'Heading 3', 'format.heading3', 'CmdOrCtrl+Alt+3'),
      separator,
      shownItem(context, 'Bulleted List', 'format.bullets', 'CmdOrCtrl+Shift+8'),
      shownItem(context, 'Numbered List', 'format.numbers', 'CmdOrCtrl+Shift+7'),
      separator,
      { label: 'Table', submenu: tableItems(context) },
    ],
  };
}

/** What can be done to the table that the caret is in. */
export function tableItems(context: MenuSender): MenuItemConstructorOptions[] {
  return [
    item(context, 'Insert Row Above', 'table.row-above'),
    item(context, 'Insert Row Below', 'table.row-below'),
    item(context, 'Delete Row', 'table.row-delete'),
    separator,
    item(context, 'Insert Column Left', 'table.column-left'),
    item(context, 'Insert Column Right', 'table.column-right'),
    item(context, 'Delete Column', 'table.column-delete'),
    separator,
    item(context, 'Align Column Left', 'table.align-left'),
    item(context, 'Align Column to the Middle', 'table.align-center'),
    item(context, 'Align Column Right', 'table.align-right'),
    separator,
    shownItem(context, 'Tidy the Table', 'table.tidy', 'Shift+Alt+F'),
  ];
}
