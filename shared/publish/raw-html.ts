import { escapeUTF8 } from 'entities';

/**
 * Elements that a policy's text may bring as raw HTML: text-level and table markup without behaviour. Everything else is shown
 * as the characters that were written (as GFM's tag filter does), so that no unclosed `<textarea>` swallows the rest.
 */
export const ALLOWED_RAW_ELEMENTS: ReadonlySet<string> = new Set(
  (
    'a abbr b big blockquote br caption center cite code col colgroup dd del details dfn div dl dt em font h1 h2 h3 h4 h5 h6 hr ' +
    'i img ins kbd li mark ol p pre q s samp section small span strike strong sub summary sup table tbody td tfoot th thead tr ' +
    'tt u ul var wbr'
  ).split(' '),
);

/** A tag longer than this is taken for text: bounds the work on input made of unclosed tags. */
const LONGEST_TAG = 4096;

const ATTRIBUTE = String.raw`\s+[A-Za-z_:][\w:.-]*(?:\s*=\s*(?:[^"'=<>${'`'}\s]+|'[^']*'|"[^"]*"))?`;
const TAG = new RegExp(`<(/?)([A-Za-z][A-Za-z0-9-]*)(?:${ATTRIBUTE})*\\s*/?>`, 'y');
const VOID_ELEMENTS = new Set(['br', 'col', 'hr', 'img', 'wbr']);
/** No policy nests raw HTML deeper; readers of the tree would run out of stack on tens of thousands of unclosed elements. */
const DEEPEST_NESTING = 64;
const LONGEST_SILENT_NAME = 8;
const SILENT_ELEMENT = /^<(script|style)[\s>]/i;

/** Elements that raw HTML has opened and not closed so far in a document; every stretch of it shares one. */
export interface OpenElements {
  depth: number;
}

/**
 * Makes a stretch of raw HTML (CommonMark 4.6 and 6.6) fit to stand in a page before it is sanitised: allowed complete tags
 * stay, comments and closed scripts and styles go, any other `<` becomes the character.
 */
export function tameRawHtml(html: string, open: OpenElements = { depth: 0 }): string {
  let out = '';
  let at = 0;
  const unclosed = new Set<string>();
  while (at < html.length) {
    const start = html.indexOf('<', at);
    if (start < 0) return out + html.slice(at);
    out += html.slice(at, start);
    const silent = silentEnd(html, start, unclosed);
    if (silent > start) {
      at = silent;
      continue;
    }
    const tag = allowedTagAt(html, start, open);
    out += tag ?? '&lt;';
    at = start + (tag?.length ?? 1);
  }
  return out;
}

/** Raw text as characters, for places that must not hold markup at all. */
export function escapeHtml(text: string): string {
  return escapeUTF8(text);
}

function allowedTagAt(html: string, at: number, open: OpenElements): string | null {
  TAG.lastIndex = 0;
  const match = TAG.exec(html.slice(at, at + LONGEST_TAG));
  const name = match?.[2]?.toLowerCase();
  if (!match || !name || !ALLOWED_RAW_ELEMENTS.has(name)) return null;
  if (VOID_ELEMENTS.has(name)) return match[0];
  if (match[1] === '/') open.depth = Math.max(0, open.depth - 1);
  else if (open.depth >= DEEPEST_NESTING) return null;
  else open.depth++;
  return match[0];
}

/**
 * The end of a comment or of a closed script or style element at `at`, or `at` where none stands. `unclosed` remembers what has
 * no end in this stretch, so that the rest is searched once.
 */
function silentEnd(html: string, at: number, unclosed: Set<string>): number {
  const name = html.startsWith('<!--', at)
    ? '!--'
    : SILENT_ELEMENT.exec(html.slice(at, at + LONGEST_SILENT_NAME))?.[1]?.toLowerCase();
  if (!name || unclosed.has(name)) return at;
  const close = name === '!--' ? /-->/g : new RegExp(`</${name}\\s*>`, 'gi');
  close.lastIndex = at + name.length + 1;
  const match = close.exec(html);
  if (!match) unclosed.add(name);
  return match ? match.index + match[0].length : at;
}
