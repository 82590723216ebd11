import { BrowserWindow, nativeTheme, screen } from 'electron';
import { appPaths } from '../app-paths.ts';
import { appOrigin } from '../protocol/protocols.ts';
import { windowBackground } from './background.ts';
import { arrangementOf, chooseState, openWindowStates, smallestWindow } from './window-state.ts';

/** So long a page that has been read may take to paint before the window is shown without that. */
const paintMilliseconds = 300;

/** Makes the window where it last was, and shows it once there is something to see. */
export function createMainWindow(userData: string): BrowserWindow {
  const states = openWindowStates(userData);
  const workAreas = screen.getAllDisplays().map((display) => display.workArea);
  const arrangement = arrangementOf(workAreas);
  const state = chooseState(states.get(arrangement), workAreas);
  const window = new BrowserWindow({
    ...state.bounds,
    minWidth: smallestWindow.width,
    minHeight: smallestWindow.height,
    show: false,
    title: 'Codicil',
    icon: appPaths().icon,
    backgroundColor: nativeTheme.shouldUseDarkColors ? windowBackground.dark : windowBackground.light,
    webPreferences: {
      preload: appPaths().preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
    },
  });
  const show = (): void => {
    if (window.isDestroyed() || window.isVisible()) return;
    if (state.maximized) window.maximize();
    window.show();
  };
  window.once('ready-to-show', show);
  // A page that nobody sees may never paint, and then is never ready: it is shown at the latest when it has been read.
  window.webContents.once('did-finish-load', () => setTimeout(show, paintMilliseconds));
  window.on('close', () => {
    states.set(arrangement, { bounds: window.getNormalBounds(), maximized: window.isMaximized() });
  });
  window.on('page-title-updated', (event) => event.preventDefault());
  void window.loadURL(`${appOrigin}/index.html`);
  return window;
}
