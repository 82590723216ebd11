import type { MenuItemConstructorOptions } from 'electron';
import { item, type MenuContext, separator } from './menu-item.ts';
import { editMenu, formatMenu, insertMenu } from './text-menus.ts';
import { viewMenu } from './view-menu.ts';

/** The application menu; what can be done has a place here, so that it and its shortcut can be found. */
export function menuTemplate(context: MenuContext): MenuItemConstructorOptions[] {
  return [
    ...(context.mac ? [macAppMenu(context)] : []),
    fileMenu(context),
    editMenu(context),
    insertMenu(context),
    formatMenu(context),
    viewMenu(context),
    compareMenu(context),
    { role: 'windowMenu' },
    helpMenu(context),
  ];
}

function macAppMenu(context: MenuContext): MenuItemConstructorOptions {
  return {
    label: 'Codicil',
    submenu: [
      item(context, 'About Codicil', 'app.about'),
      separator,
      item(context, 'Settings…', 'app.settings', 'Cmd+,'),
      separator,
      { role: 'services' },
      separator,
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      separator,
      { role: 'quit' },
    ],
  };
}

function fileMenu(context: MenuContext): MenuItemConstructorOptions {
  return {
    label: '&File',
    submenu: [
      item(context, 'New Policy…', 'policy.new', 'CmdOrCtrl+N'),
      item(context, 'Import Files…', 'policy.import', 'CmdOrCtrl+O'),
      item(context, 'Import a Folder or Repository…', 'policy.import-folder', 'CmdOrCtrl+Shift+I'),
      openRecent(context),
      separator,
      item(context, 'Save Version…', 'version.save', 'CmdOrCtrl+S'),
      separator,
      item(context, 'Publish as Web Page…', 'export.html', 'CmdOrCtrl+Shift+H'),
      item(context, 'Publish as PDF…', 'export.pdf', 'CmdOrCtrl+Shift+E'),
      item(context, 'Publish as Word File…', 'export.docx'),
      item(context, 'Publish as Markdown…', 'export.markdown'),
      item(context, 'Publish as Site with All Versions…', 'export.site'),
      item(context, 'Look of Published Pages…', 'publish.look'),
      item(context, 'Print…', 'print', 'CmdOrCtrl+P'),
      separator,
      item(context, 'Share Through a Git Repository…', 'library.share'),
      item(context, 'Export Proof Bundle…', 'policy.proof'),
      item(context, 'House Profile…', 'house.profile'),
      separator,
      item(context, 'Check the Library…', 'library.verify'),
      item(context, 'Back Up Now', 'library.backup'),
      item(context, 'Restore from Backup…', 'library.restore'),
      ...(context.mac
        ? [separator, { role: 'close' } as const]
        : [
            separator,
            item(context, 'Settings…', 'app.settings', 'Ctrl+,'),
            separator,
            { role: 'quit' } as const,
          ]),
    ],
  };
}

/** Always there, so that it can be found; it cannot be opened while it is empty. */
function openRecent({ recent, openPolicy }: MenuContext): MenuItemConstructorOptions {
  return {
    label: 'Open Recent',
    enabled: recent.length > 0,
    submenu: recent.map(({ policyId, label }) => ({
      // An ampersand alone would mark a key on Windows and Linux.
      label: label.replaceAll('&', '&&'),
      click: () => openPolicy(policyId),
    })),
  };
}

function compareMenu(context: MenuContext): MenuItemConstructorOptions {
  return {
    label: '&Compare',
    submenu: [
      item(context, 'Next Change', 'compare.next', 'F8'),
      item(context, 'Previous Change', 'compare.previous', 'Shift+F8'),
    ],
  };
}

function helpMenu(context: MenuContext): MenuItemConstructorOptions {
  const about = context.mac ? [] : [separator, item(context, 'About Codicil', 'app.about')];
  return {
    role: 'help',
    label: '&Help',
    submenu: [
      item(context, 'All Commands…', 'palette', 'CmdOrCtrl+Shift+P'),
      item(context, 'Keyboard Shortcuts', 'app.shortcuts', 'CmdOrCtrl+/'),
      ...about,
    ],
  };
}
