import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { app, BrowserWindow, nativeTheme } from 'electron';
import type { EventName, Events } from '../shared/ipc/contract.ts';
import { appPaths } from './app-paths.ts';
import { createEngineClient, type EngineClient } from './engine-client/engine-client.ts';
import { startEngineProcess } from './engine-client/start-engine.ts';
import type { LaunchOptions } from './launch-options.ts';
import { setupFieldMenus } from './menu/context-menu.ts';
import { setupMenu } from './menu/setup-menu.ts';
import { dropPrintWindow } from './pdf/print-window.ts';
import { openRunningExports } from './publishing/running-exports.ts';
import { emitEvent, emitEventTo } from './requests/events.ts';
import { mainHandlers } from './requests/main-handlers.ts';
import { setupRequests } from './requests/setup-requests.ts';
import { openSettings, type SettingsStore } from './settings/settings-store.ts';
import { setupTheme } from './theme/setup-theme.ts';
import { setupClosing } from './windows/closing.ts';
import { setupCrashRecovery } from './windows/crash-recovery.ts';
import { createMainWindow } from './windows/main-window.ts';

/** As many as the settings take. */
const MAX_KNOWN_LIBRARIES = 100;

/** Starts the app with its window: one instance for each profile, the engine first because it takes longest. */
export function setupApplication(options: LaunchOptions): void {
  if (options.userData) {
    mkdirSync(options.userData, { recursive: true });
    app.setPath('userData', options.userData);
  }
  if (!app.requestSingleInstanceLock()) {
    app.exit(0);
    return;
  }
  app.on('second-instance', showWindow);
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  void app.whenReady().then(() => run(options));
}

function run(options: LaunchOptions): void {
  const userData = app.getPath('userData');
  mkdirSync(path.dirname(options.library), { recursive: true });
  const settings = openSettings(userData);
  const engine = createEngineClient({
    open: {
      kind: 'open',
      libraryFile: options.library,
      resourcesDir: appPaths().resources,
      withSamples: options.withSamples,
      mustExist: settings.get().knownLibraries.includes(options.library),
    },
    start: () => startEngineProcess(appPaths().engine),
    emit: (event, payload) => {
      if (event === 'engine.status' && isReady(payload)) rememberLibrary(settings, options.library);
      emitEvent(event, payload);
    },
  });
  setupTheme(settings.get().theme);
  setupMenu(settings.get().recentPolicies);
  setupQuit(engine);
  const open = setupWindow(engine, settings, userData);
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) open();
  });
  open();
}

function isReady(payload: Events[EventName]): boolean {
  return 'state' in payload && payload.state === 'ready';
}

/** From now on this library is missing when its file is not there. The newest come first; the oldest are forgotten. */
function rememberLibrary(settings: SettingsStore, file: string): void {
  const { knownLibraries } = settings.get();
  if (knownLibraries.includes(file)) return;
  settings.set({ knownLibraries: [file, ...knownLibraries].slice(0, MAX_KNOWN_LIBRARIES) });
}

function setupWindow(engine: EngineClient, settings: SettingsStore, userData: string): () => void {
  let pageIsSaved = (): void => undefined;
  const exports = openRunningExports();
  setupRequests(
    mainHandlers({ engine, settings, exports, pageIsSaved: () => pageIsSaved() }),
    engine,
    exports,
  );
  return () => {
    const window = createMainWindow(userData);
    pageIsSaved = setupClosing(window, () => emitEventTo(window, 'window.closing', {}));
    setupCrashRecovery(window);
    setupFieldMenus(window);
    window.on('closed', dropPrintWindow);
    window.webContents.on('dom-ready', () => {
      emitEventTo(window, 'engine.status', engine.status());
      emitEventTo(window, 'theme.changed', { dark: nativeTheme.shouldUseDarkColors });
    });
  };
}

/** The library is closed in good order before the process goes. */
function setupQuit(engine: EngineClient): void {
  let quitting = false;
  let closed = false;
  app.on('before-quit', () => {
    quitting = true;
  });
  // A window that asked its page first has stopped the quit; go on with it.
  app.on('browser-window-created', (_event, window) => {
    window.on('closed', () => {
      if (quitting) app.quit();
    });
  });
  app.on('will-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    void engine.close().finally(() => {
      closed = true;
      app.quit();
    });
  });
}

function showWindow(): void {
  const [window] = BrowserWindow.getAllWindows();
  if (!window) return;
  if (window.isMinimized()) window.restore();
  window.focus();
}
