import path from 'node:path';
import { parseUrl } from '../links/parse-url.ts';

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

/** The file below `folder` that a URL of `origin` names, or null for any other origin and for anything outside of the folder. */
export function fileOfUrl(url: string, origin: string, folder: string): string | null {
  const parsed = parseUrl(url);
  if (!parsed || `${parsed.protocol}//${parsed.host}` !== origin) return null;
  const name = decode(parsed.pathname);
  if (name === null || /[\0\\:]/.test(name)) return null;
  const file = path.join(folder, name.endsWith('/') ? `${name}index.html` : name);
  return file.startsWith(`${path.normalize(folder)}${path.sep}`) ? file : null;
}

/** The media type to serve a file with this extension as; never guessed from the content. */
export function contentTypeOf(extension: string): string {
  return contentTypes[extension.toLowerCase()] ?? 'application/octet-stream';
}

function decode(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return null;
  }
}
