import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { test as base, type ElectronApplication, _electron as electron, type Page } from '@playwright/test';
import { sandboxSwitches } from '../../../scripts/runtime/display.mjs';
import { findElectron } from '../../../scripts/runtime/electron.mjs';
import { killTree } from './process-tree.ts';

/** The root of the checkout. */
export const root = fileURLToPath(new URL('../../..', import.meta.url));

/** A running app with a profile and a library of its own. */
export interface RunningApp {
  readonly electron: ElectronApplication;
  readonly page: Page;
  /** Closes the window as a person would and waits until the app is gone. */
  readonly quit: () => Promise<void>;
  /** Ends all of its processes at once, without a word. */
  readonly kill: () => Promise<void>;
}

export interface LaunchOptions {
  /** Begin with an empty library instead of the sample companies. */
  readonly empty?: boolean;
  readonly env?: Readonly<Record<string, string>>;
}

/** Starts the built app on a folder that holds its settings (`profile/`) and its library. */
export async function launchApp(folder: string, options: LaunchOptions = {}): Promise<RunningApp> {
  const runtime = findElectron();
  if (!runtime) throw new Error('No Electron here: run "npm test", which gets one.');
  // Named like this, Playwright holds the app back until it listens; with `executablePath` it would race the first window.
  process.env['ELECTRON_OVERRIDE_DIST_PATH'] = path.dirname(runtime.path);
  const app = await electron.launch({
    // A virtual display has no graphics card: trying one costs a crashed process, and now and then the first frame.
    args: [...sandboxSwitches(), '--disable-gpu', root],
    // Playwright would make every page light.
    colorScheme: null,
    env: {
      ...definedEnv(),
      CODICIL_NODE: process.execPath,
      CODICIL_USER_DATA: path.join(folder, 'profile'),
      CODICIL_LIBRARY: libraryIn(folder),
      CODICIL_SAMPLES: options.empty ? 'none' : 'all',
      ...options.env,
    },
  });
  const main = app.process();
  const exited = new Promise<void>((resolve) => main.once('exit', () => resolve()));
  const kill = async (): Promise<void> => {
    if (main.exitCode === null) killTree(pidOf(main));
    await exited;
  };
  const quit = async (): Promise<void> => {
    await app.evaluate(({ app }) => app.quit());
    await exited;
  };
  try {
    const page = await app.firstWindow();
    // The load event itself can be over before Playwright listens.
    // Asked by the clock, not by frames: a window that is not shown yet draws none.
    await page.waitForFunction(() => document.readyState === 'complete', undefined, { polling: 100 });
    // Before the window is drawn nobody hears a key.
    await page.waitForFunction(() => document.querySelector('.app') !== null, undefined, { polling: 100 });
    return { electron: app, page, quit, kill };
  } catch (error) {
    await kill();
    throw error;
  }
}

/** The library of an app that was launched on a folder. */
export function libraryIn(folder: string): string {
  return path.join(folder, 'library.codicil');
}

interface Fixtures {
  /** A folder that is removed after the test. */
  readonly folder: string;
  /** Starts apps on `folder`; those still running are ended after the test. */
  readonly launch: (options?: LaunchOptions) => Promise<RunningApp>;
}

/** Playwright's `test` with a folder and apps that are cleaned up. */
export const test = base.extend<Fixtures>({
  folder: async ({ playwright: _playwright }, use) => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'codicil-e2e-'));
    await use(folder);
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  },
  launch: async ({ folder }, use) => {
    const running: RunningApp[] = [];
    await use(async (options) => {
      const app = await launchApp(folder, options);
      running.push(app);
      return app;
    });
    for (const app of running) await app.kill();
  },
});

export { expect } from '@playwright/test';

function pidOf(child: ChildProcess): number {
  if (child.pid === undefined) throw new Error('The app did not start.');
  return child.pid;
}

function definedEnv(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
}
