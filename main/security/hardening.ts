import { app, session, type WebContents } from 'electron';

/** Closes what a page could use to get out, for every page and session there will be. Call before the app is ready. */
export function setupHardening(): void {
  // No request leaves this machine: stock Electron asks for spell-check dictionaries even when told not to.
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  // Root, on a build machine, has no sandbox to enable, and asking for it aborts.
  if (process.getuid?.() !== 0) app.enableSandbox();
  app.on('web-contents-created', (_event, contents) => confine(contents));
  app.on('session-created', refusePermissions);
}

/** Sends nothing anywhere, downloads nothing, grants nothing. */
function refusePermissions(target: Electron.Session): void {
  target.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  target.setPermissionCheckHandler(() => false);
  target.setDevicePermissionHandler(() => false);
  target.setSpellCheckerEnabled(false);
  target.on('will-download', (event) => event.preventDefault());
}

function confine(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => {
    if (!isOwnFrame(event)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  // "about:" links pass the events above; a page that starts to leave this way is stopped before anything is shown.
  contents.on('did-start-navigation', (details) => {
    if (details.isMainFrame && details.url.startsWith('about:') && contents.getURL() !== '') contents.stop();
  });
}

/** The preview is a frame written by the page itself; it must not go anywhere either. */
function isOwnFrame(event: { readonly url: string; readonly isMainFrame: boolean }): boolean {
  return !event.isMainFrame && event.url === 'about:srcdoc';
}

/** The session of all windows; its permissions are refused like every other's. */
export function defaultSession(): Electron.Session {
  return session.defaultSession;
}
