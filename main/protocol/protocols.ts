import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { app, protocol } from 'electron';
import { appPaths } from '../app-paths.ts';
import { pagePolicy } from './content-security-policy.ts';
import { contentTypeOf, fileOfUrl } from './file-of-url.ts';

/** The app's own pages live at `app://codicil/`: an origin of their own, unlike `file:` pages. */
export const appOrigin = 'app://codicil';
/** Pages being printed live at `codicil-print://page/<n>`, in a session of their own. */
export const printScheme = 'codicil-print';

/** Registers the app's schemes, and serves `dist/renderer`. Call before the app is ready. */
export function setupProtocols(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
    { scheme: printScheme, privileges: { standard: true, secure: true } },
  ]);
  void app.whenReady().then(() => protocol.handle('app', servePage));
}

async function servePage(request: Request): Promise<Response> {
  const { renderer } = appPaths();
  const file = fileOfUrl(request.url, appOrigin, renderer);
  if (!file || request.method !== 'GET') return new Response('Not found', { status: 404 });
  const content = await readFile(file).catch(() => null);
  if (!content) return new Response('Not found', { status: 404 });
  return new Response(new Uint8Array(content), {
    headers: {
      'Content-Type': contentTypeOf(path.extname(file)),
      'Content-Security-Policy': pagePolicy,
      'X-Content-Type-Options': 'nosniff',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Referrer-Policy': 'no-referrer',
      'Cache-Control': 'no-cache',
    },
  });
}
