import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ElectronApplication, _electron as electron, type Page } from '@playwright/test';
import { build } from 'vite';
import { contentTypeOf } from '../../../main/protocol/file-of-url.ts';
import { sandboxSwitches } from '../../../scripts/runtime/display.mjs';
import type { BareOptions } from './bare-monaco.ts';

/** The whole of the app that shows bare Monaco: one window. */
const MAIN = `const { app, BrowserWindow } = require('electron');
app.on('window-all-closed', () => app.quit());
app.whenReady().then(() => new BrowserWindow({ width: 1920, height: 1080 }).loadURL(process.env.BARE_MONACO_URL));
`;

/** Monaco alone in a window of the same Electron. */
export interface BareMonaco {
  readonly page: Page;
  show(options: BareOptions): Promise<void>;
  close(): Promise<void>;
}

/** Builds the page into `folder` and opens it. The environment already names the Electron (\`launchApp\` sees to that). */
export async function launchBareMonaco(folder: string): Promise<BareMonaco> {
  const built = path.join(folder, 'page');
  const root = fileURLToPath(new URL('.', import.meta.url));
  const worker = { format: 'es' } as const;
  await build({
    configFile: false,
    logLevel: 'error',
    root,
    worker,
    build: { outDir: built, target: 'chrome114' },
  });
  const server = createServer((request, response) => {
    const file = path.join(built, path.normalize(request.url === '/' ? '/index.html' : (request.url ?? '/')));
    response.setHeader('Content-Type', contentTypeOf(path.extname(file)));
    response.end(readFileSync(file));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address() as AddressInfo;
  const app = await startWindow(path.join(folder, 'app'), `http://127.0.0.1:${address.port}/`);
  const page = await app.firstWindow();
  await page.waitForFunction(() => 'showBareMonaco' in window, undefined, { polling: 100 });
  return {
    page,
    async show(options) {
      await page.evaluate((shown) => Reflect.get(window, 'showBareMonaco')(shown), options);
      await page.locator('.view-line').first().waitFor();
    },
    async close() {
      await app.close();
      server.close();
    },
  };
}

function startWindow(folder: string, url: string): Promise<ElectronApplication> {
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    path.join(folder, 'package.json'),
    '{ "name": "bare-monaco", "version": "1.0.0", "main": "main.cjs" }',
  );
  writeFileSync(path.join(folder, 'main.cjs'), MAIN);
  const env = Object.fromEntries(
    Object.entries(process.env).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
  return electron.launch({
    args: [...sandboxSwitches(), '--disable-gpu', folder],
    colorScheme: null,
    env: { ...env, BARE_MONACO_URL: url },
  });
}
