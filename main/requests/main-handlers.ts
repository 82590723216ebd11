import { app, dialog, shell } from 'electron';
import type { AppInfo } from '../../shared/ipc/app-requests.ts';
import { fail, ok } from '../../shared/model/result.ts';
import type { EngineClient } from '../engine-client/engine-client.ts';
import { openLink } from '../links/open-link.ts';
import { showTextMenu } from '../menu/context-menu.ts';
import { setupMenu } from '../menu/setup-menu.ts';
import { chooseForPublishing } from '../publishing/choose-for-publishing.ts';
import { exportHandlers } from '../publishing/export-handlers.ts';
import type { RunningExports } from '../publishing/running-exports.ts';
import type { SettingsStore } from '../settings/settings-store.ts';
import { applyTheme } from '../theme/setup-theme.ts';
import type { MainHandlers } from './handler-types.ts';

/** What the handlers act on. */
export interface MainServices {
  readonly engine: EngineClient;
  readonly settings: SettingsStore;
  readonly exports: RunningExports;
  /** Called when the page has saved its draft and the window may close. */
  readonly pageIsSaved: () => void;
}

const importable = ['md', 'markdown', 'txt', 'text', 'html', 'htm', 'docx', 'pdf'];

/** The answers to everything that needs Electron. */
export function mainHandlers({ engine, settings, exports, pageIsSaved }: MainServices): MainHandlers {
  const written = new Set<string>();
  return {
    ...exportHandlers(engine, written, exports),
    'app.info': () => ok(appInfo()),
    'settings.get': () => ok(settings.get()),
    'settings.set': ({ settings: change }) => {
      settings.set(change);
      if (change.theme) applyTheme(change.theme);
      if (change.recentPolicies) setupMenu(change.recentPolicies);
      return ok(null);
    },
    'dialog.chooseImport': async ({ what }, window) => {
      if (what === 'folder') {
        const title = 'Import a folder or a git repository';
        const chosen = await dialog.showOpenDialog(window, { title, properties: ['openDirectory'] });
        return ok(chosen.filePaths);
      }
      if (what === 'repository') {
        const chosen = await dialog.showOpenDialog(window, {
          title: 'The team’s git repository, or an empty folder for a new one',
          properties: ['openDirectory', 'createDirectory'],
        });
        return ok(chosen.filePaths);
      }
      const { filePaths } = await dialog.showOpenDialog(window, {
        title: 'Import policies',
        filters: [
          { name: 'Policies', extensions: importable },
          { name: 'All files', extensions: ['*'] },
        ],
        properties: ['openFile', 'multiSelections'],
      });
      return ok(filePaths);
    },
    'dialog.choosePublish': ({ what }, window) => chooseForPublishing(what, window),
    'menu.text': (place, window) => {
      showTextMenu(place, window);
      return ok(null);
    },
    'link.open': ({ url }, window) => openLink(url, window),
    'file.reveal': ({ path }) => {
      if (!written.has(path))
        return fail('bad-request', 'Only files that Codicil has just written are shown.');
      shell.showItemInFolder(path);
      return ok(null);
    },
    'window.closed': () => {
      pageIsSaved();
      return ok(null);
    },
  };
}

function appInfo(): AppInfo {
  const { electron = '', chrome = '', node = '' } = process.versions;
  return { version: app.getVersion(), platform: process.platform, runtimes: { electron, chrome, node } };
}
