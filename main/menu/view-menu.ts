import type { MenuItemConstructorOptions } from 'electron';
import type { MenuCommand } from '../../shared/ipc/contract.ts';
import { item, type MenuContext, separator, shownItem } from './menu-item.ts';

/** The side panels in the order of their keys. */
const PANELS: readonly (readonly [MenuCommand, string])[] = [
  ['panel.outline', 'Outline'],
  ['panel.details', 'Details'],
  ['panel.vendors', 'Vendors'],
  ['panel.terms', 'Defined Terms'],
  ['panel.commitments', 'Data && Retention'],
  ['panel.history', 'History Stated in the Text'],
  ['panel.checks', 'Checks'],
  ['panel.links', 'Links && References'],
  ['panel.notes', 'Notes to Yourself'],
];

/** What the window shows. */
export function viewMenu(context: MenuContext): MenuItemConstructorOptions {
  const developer: MenuItemConstructorOptions[] = [separator, { role: 'toggleDevTools' }];
  return {
    label: '&View',
    submenu: [
      item(context, 'Editor', 'view.editor', 'CmdOrCtrl+1'),
      item(context, 'Preview', 'view.preview', 'CmdOrCtrl+2'),
      item(context, 'History', 'view.history', 'CmdOrCtrl+3'),
      item(context, 'Compare', 'view.compare', 'CmdOrCtrl+4'),
      item(context, 'Companies Side by Side', 'view.companies', 'CmdOrCtrl+5'),
      item(context, 'Search All Versions', 'view.search', 'CmdOrCtrl+Shift+F'),
      item(context, 'Library at a Glance', 'view.library', 'CmdOrCtrl+6'),
      separator,
      { label: 'Side Panel', submenu: PANELS.map((panel, index) => panelItem(context, panel, index)) },
      shownItem(context, 'Show or Hide the Side Panels', 'toggle.side', 'CmdOrCtrl+Shift+K'),
      shownItem(context, 'Show or Hide the Library', 'toggle.library', 'CmdOrCtrl+Shift+L'),
      shownItem(context, 'Show or Hide the Age of Each Paragraph', 'toggle.ages', 'CmdOrCtrl+Shift+G'),
      separator,
      { role: 'resetZoom' },
      { role: 'zoomIn' },
      { role: 'zoomOut' },
      separator,
      { role: 'togglefullscreen' },
      ...(context.developer ? developer : []),
    ],
  };
}

/** On a Mac Option types characters, so its panels have the Control key. */
function panelItem(
  context: MenuContext,
  [command, label]: readonly [MenuCommand, string],
  index: number,
): MenuItemConstructorOptions {
  return shownItem(context, label, command, `${context.mac ? 'Control' : 'Alt'}+${index + 1}`);
}
