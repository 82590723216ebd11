import type { MarkdownIt } from 'markdown-it';

/**
 * GFM's extended autolinks (spec 6.9) for markdown-it, whose own linkifier also links bare words such as `example.com`. The
 * address grammar is that of `@lezer/markdown`, so that the published page has the links that structure and comparison read.
 */

type StateInline = Parameters<Parameters<MarkdownIt['inline']['ruler']['push']>[1]>[0];

/** Where an address may begin: not inside a word. The limit of a mailbox name bounds the work on long words. */
const START = /(?<![\w])(?:www\.|https?:\/\/|mailto:|[\w.+-]{1,100}@)/g;
const ADDRESS = /[\w-]+(?:\.[\w-]+)+(?::\d+)?(?:\/[^\s<]*)?/y;
const MAILBOX = /[\w.+-]+@[\w-]+(?:\.[\w.-]+)+/y;
const REFERENCE_AT_END = /&(?:#\d+|#x[a-f\d]+|\w+);$/;
/** The longest named character reference of HTML has 33 characters. */
const LONGEST_REFERENCE = 40;
const LAST_TWO_LABELS = /[\w-]+\.[\w-]+(?:$|[/:])/;
/** Characters at which inline rules other than plain text may begin. */
const SPECIAL = /[\n!#$%&*+\-:<=>@[\\\]^_`{}~]/g;

/** Installs the rule; plain text now also stops where an address begins. */
export function useGfmAutolinks(md: MarkdownIt): void {
  md.inline.ruler.at('text', plainText);
  md.inline.ruler.before('text', 'gfm_autolink', autolink);
}

const startsOfSource = new WeakMap<
  object,
  { source: string; starts: ReadonlySet<number>; ordered: number[] }
>();

function addressStarts(state: StateInline): { starts: ReadonlySet<number>; ordered: number[] } {
  const known = startsOfSource.get(state.tokens);
  if (known?.source === state.src) return known;
  const ordered = [...state.src.matchAll(START)].map((match) => match.index);
  const entry = { source: state.src, starts: new Set(ordered), ordered };
  startsOfSource.set(state.tokens, entry);
  return entry;
}

function plainText(state: StateInline, silent: boolean): boolean {
  const { ordered } = addressStarts(state);
  SPECIAL.lastIndex = state.pos;
  const special = SPECIAL.exec(state.src)?.index ?? state.posMax;
  const address = firstAfter(ordered, state.pos);
  const end = Math.min(special, address, state.posMax);
  if (end <= state.pos) return false;
  if (!silent) state.pending += state.src.slice(state.pos, end);
  state.pos = end;
  return true;
}

function autolink(state: StateInline, silent: boolean): boolean {
  if (state.linkLevel > 0 || !addressStarts(state).starts.has(state.pos)) return false;
  const source = state.src.slice(0, state.posMax);
  const end = autolinkEnd(source, state.pos);
  if (end < 0) return false;
  const written = source.slice(state.pos, end);
  if (!silent) pushLink(state, written);
  state.pos = end;
  return true;
}

function pushLink(state: StateInline, written: string): void {
  const open = state.push('link_open', 'a', 1);
  open.attrs = [['href', state.md.normalizeLink(linkTarget(written))]];
  open.markup = 'linkify';
  open.info = 'auto';
  state.push('text', '', 0).content = written;
  const close = state.push('link_close', 'a', -1);
  close.markup = 'linkify';
  close.info = 'auto';
}

function linkTarget(written: string): string {
  if (/^(?:https?|mailto):/.test(written)) return written;
  return written.includes('@') && !written.startsWith('www.') ? `mailto:${written}` : `http://${written}`;
}

function autolinkEnd(source: string, from: number): number {
  const scheme = /^(?:www\.|https?:\/\/|(mailto:))/.exec(source.slice(from, from + 8));
  if (!scheme) return mailboxEnd(source, from);
  if (scheme[1]) return mailboxEnd(source, from + scheme[0].length);
  return addressEnd(source, from + scheme[0].length);
}

function addressEnd(source: string, from: number): number {
  ADDRESS.lastIndex = from;
  const match = ADDRESS.exec(source)?.[0];
  if (!match || LAST_TWO_LABELS.exec(match)?.[0].includes('_')) return -1;
  return trimAddress(source, from, from + balancedLength(match));
}

/** An address ends before a bracket that it did not open: that one closes the text of a link around it. */
function balancedLength(address: string): number {
  const close = address.search(/[[\]]/);
  if (close < 0) return address.length;
  let depth = 0;
  for (let at = close; at < address.length; at++) {
    if (address[at] === '[') depth++;
    else if (address[at] === ']' && --depth < 0) return at;
  }
  return address.length;
}

/** Trailing punctuation, unmatched closing parentheses and character references do not belong to an address. */
function trimAddress(source: string, from: number, to: number): number {
  const address = source.slice(from, to);
  const opening = count(address, '(');
  let closing = count(address, ')');
  let end = to;
  for (;;) {
    const last = source[end - 1] ?? '';
    if (/[?!.,:*_~]/.test(last)) end--;
    else if (last === ')' && closing > opening) {
      end--;
      closing--;
    } else {
      const start = Math.max(from, end - LONGEST_REFERENCE);
      const reference = last === ';' ? REFERENCE_AT_END.exec(source.slice(start, end)) : null;
      if (!reference) return end;
      end = start + reference.index;
    }
  }
}

function mailboxEnd(source: string, from: number): number {
  MAILBOX.lastIndex = from;
  const match = MAILBOX.exec(source)?.[0];
  if (!match || /[_-]$/.test(match)) return -1;
  return from + match.length - (match.endsWith('.') ? 1 : 0);
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}

/** The first of ascending numbers that is greater than `limit`, or infinity. */
function firstAfter(ordered: readonly number[], limit: number): number {
  let low = 0;
  let high = ordered.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ordered[middle] ?? 0) > limit) high = middle;
    else low = middle + 1;
  }
  return ordered[low] ?? Number.POSITIVE_INFINITY;
}
