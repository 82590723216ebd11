import type { Element, Root } from 'hast';
import type { Diagnostic } from '../../../shared/model/diagnostic.ts';
import { stripArchivePrefix } from './archive-links.ts';
import { sayCount } from './say-count.ts';
import { attribute, elementsOf, removeElements } from './tree-text.ts';

/** Elements that act, load or take input; none of them is text. */
const ACTIVE = new Set(
  'script style noscript template iframe frame frameset object embed applet svg math canvas audio video source track link meta base input button select textarea datalist dialog map area portal param'.split(
    ' ',
  ),
);
const SAFE_SCHEMES = new Set(['http:', 'https:', 'mailto:', 'tel:']);
const HAS_SCHEME = /^[a-z][a-z0-9+.-]*:/i;
/** Two slashes or backslashes begin a path on another machine. */
const REMOTE_PATH = /^[\\/]{2}/;

/** Takes out of a tree what acts or loads, makes links plain, and reports what a reader should know. Changes the tree. */
export function cleanTree(root: Root, baseUrl: string | undefined, diagnostics: Diagnostic[]): void {
  removeElements(root, ({ tagName }) => ACTIVE.has(tagName));
  const counts = { links: 0, images: 0, hidden: 0 };
  for (const element of [...elementsOf(root)]) {
    if (element.tagName === 'a') counts.links += cleanLink(element, baseUrl) ? 0 : 1;
    if (element.tagName === 'img' || element.tagName === 'image') counts.images += replaceImage(element);
    if (isHidden(element)) counts.hidden += 1;
    keepPlainAttributes(element);
  }
  report(diagnostics, counts);
}

/** False when the link leads somewhere that no policy's link may lead; its text stays. */
function cleanLink(element: Element, baseUrl: string | undefined): boolean {
  // Browsers ignore line ends and tabs inside an address and controls around it: URL standard, 4.4.
  const written = attribute(element, 'href')
    .replace(/[\t\n\r]/g, '')
    .replace(/^[\s\p{Cc}]+|[\s\p{Cc}]+$/gu, '');
  const address = stripArchivePrefix(written);
  const safe = address.startsWith('#') ? address : safeAddress(address, baseUrl);
  if (written && safe !== null) {
    element.properties['href'] = safe;
    return true;
  }
  element.tagName = 'span';
  delete element.properties['href'];
  return !written; // a target inside the page is no link that was taken away
}

function safeAddress(address: string, baseUrl: string | undefined): string | null {
  if (HAS_SCHEME.test(address)) {
    if (!URL.canParse(address)) return null;
    return SAFE_SCHEMES.has(new URL(address).protocol) ? address : null;
  }
  if (address.startsWith('\\') || (REMOTE_PATH.test(address) && !/^\/\/[\w-]/.test(address))) return null;
  if (baseUrl && URL.canParse(address, baseUrl)) return new URL(address, baseUrl).href;
  return address.startsWith('//') ? `https:${address}` : address;
}

/** A picture becomes its description; counts 1 when there is none. */
function replaceImage(element: Element): number {
  const description = attribute(element, 'alt').trim();
  element.tagName = 'span';
  element.properties = {};
  element.children = description ? [{ type: 'text', value: description }] : [];
  return description ? 0 : 1;
}

function isHidden(element: Element): boolean {
  if ('hidden' in element.properties) return true;
  return /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attribute(element, 'style'));
}

/** Everything else (classes, styles, handlers) has no counterpart in Markdown. */
function keepPlainAttributes(element: Element): void {
  const kept = ['href', 'start', 'align', 'checked', 'type', 'colSpan', 'rowSpan', 'id', 'open', 'number'];
  const entries = Object.entries(element.properties).filter(([name]) => kept.includes(name));
  element.properties = Object.fromEntries(entries);
}

function report(
  diagnostics: Diagnostic[],
  { links, images, hidden }: { readonly links: number; readonly images: number; readonly hidden: number },
): void {
  const say = (severity: 'info' | 'warning', count: number, one: string, many: string): void => {
    if (count > 0) diagnostics.push({ severity, message: sayCount(count, one, many) });
  };
  say(
    'warning',
    links,
    'link with an unsafe address was made plain text.',
    'links with unsafe addresses were made plain text.',
  );
  say(
    'info',
    images,
    'picture without a description was left out.',
    'pictures without a description were left out.',
  );
  say(
    'warning',
    hidden,
    'passage was hidden on the page; its text is kept.',
    'passages were hidden on the page; their text is kept.',
  );
}
