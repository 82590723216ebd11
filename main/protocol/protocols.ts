import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { app, protocol } from 'electron';
import { appPaths } from '../app-paths.ts';
import { pagePolicy } from './content-security-policy.ts';
import { contentTypeOf, fileOfUrl } from './file-of-url.ts';
import { type ServedFile, serveScheme } from './serve-scheme.ts';

/** The app's own pages live at `app://codicil/`: an origin of their own, unlike `file:` pages. */
export const appOrigin = 'app://codicil';
/** Pages being printed live at `codicil-print://page/<n>`, in a session of their own. */
export const printScheme = 'codicil-print';

const notFound: ServedFile = {
  status: 404,
  headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Content-Security-Policy': pagePolicy },
  content: Buffer.from('Not found'),
};

/** Registers the app's schemes, and serves `dist/renderer`. Call before the app is ready. */
export function setupProtocols(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
    { scheme: printScheme, privileges: { standard: true, secure: true } },
  ]);
  void app.whenReady().then(() => serveScheme(protocol, 'app', servePage));
}

async function servePage(url: string, method: string): Promise<ServedFile> {
  const { renderer } = appPaths();
  const file = method === 'GET' ? fileOfUrl(url, appOrigin, renderer) : null;
  const content = file ? await readFile(file).catch(() => null) : null;
  if (!file || !content) return notFound;
  return {
    status: 200,
    headers: {
      'Content-Type': contentTypeOf(path.extname(file)),
      'Content-Security-Policy': pagePolicy,
      'X-Content-Type-Options': 'nosniff',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Referrer-Policy': 'no-referrer',
      'Cache-Control': 'no-cache',
    },
    content,
  };
}
