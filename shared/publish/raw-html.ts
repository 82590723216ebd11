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
const SILENT_ELEMENT = /^<(script|style)[\s>]/i;

/**
 * Makes a stretch of raw HTML (CommonMark 4.6 and 6.6) fit to stand in a page before it is sanitised: allowed complete tags
 * stay, comments and closed scripts and styles go, any other `<` becomes the character.
 */
export function tameRawHtml(html: string): string {
  let out = '';
  let at = 0;
  let commentsEnd = true;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open < 0) return out + html.slice(at);
    out += html.slice(at, open);
    if (commentsEnd && html.startsWith('<!--', open)) {
      const close = html.indexOf('-->', open + 4);
      commentsEnd = close >= 0;
      if (close >= 0) {
        at = close + 3;
        continue;
      }
    }
    const silent = silentElementEnd(html, open);
    if (silent > open) {
      at = silent;
      continue;
    }
    const tag = allowedTagAt(html, open);
    out += tag ?? '&lt;';
    at = open + (tag?.length ?? 1);
  }
  return out;
}

/** Raw text as characters, for places that must not hold markup at all. */
export function escapeHtml(text: string): string {
  return escapeUTF8(text);
}

function allowedTagAt(html: string, at: number): string | null {
  const window = html.slice(at, at + LONGEST_TAG);
  TAG.lastIndex = 0;
  const match = TAG.exec(window);
  return match?.[2] && ALLOWED_RAW_ELEMENTS.has(match[2].toLowerCase()) ? match[0] : null;
}

/** The end of a closed script or style element at `at`, or `at` where none stands. */
function silentElementEnd(html: string, at: number): number {
  const name = SILENT_ELEMENT.exec(html.slice(at, at + 8))?.[1];
  if (!name) return at;
  const close = new RegExp(`</${name}\\s*>`, 'gi');
  close.lastIndex = at;
  const match = close.exec(html);
  return match ? match.index + match[0].length : at;
}
