import type { ChangeClass } from './comparison.ts';
import type { ReadText } from './read-text.ts';
import type { Segment } from './segments.ts';
import { BULLET, MARKUP, NUMBER_MARKER, TARGET, TEXT } from './token-roles.ts';

/** The tokens that a change takes from A and brings in B, in order. */
export interface ChangedTokens {
  readonly a: readonly number[];
  readonly b: readonly number[];
}

/** Parameters that only say where a visitor came from. Any other change of an address may lead elsewhere. */
const TRACKING =
  /^(?:utm_[a-z_]+|fbclid|gclid|gclsrc|dclid|msclkid|mc_cid|mc_eid|igshid|yclid|_hs(?:enc|mi)|__hs[a-z]+|ref_src|twclid|ttclid|wbraid|gbraid|_ga|_gl)$/i;
/** "3", "IV" or "b" as it stands before a heading or clause. */
const ENUMERATOR = /^(?:\d{1,3}|[a-z]|[ivxlc]{1,6})$/i;
const ENUMERATOR_MARKS = /^[.()[\]§:\-–\\]$/;

/** Says what a change means to a reader. Whatever is not certain to leave the wording alone is `substantive`. */
export function classify(
  a: ReadText,
  b: ReadText,
  changed: ChangedTokens,
  words: readonly string[],
): ChangeClass {
  if (changed.a.length === 0 && changed.b.length === 0) return 'reflow';
  const roles = new Set([
    ...changed.a.map((i) => a.roles[i] ?? TEXT),
    ...changed.b.map((j) => b.roles[j] ?? TEXT),
  ]);
  if (!roles.has(TEXT)) return classifyInvisible(a, b, changed, roles);
  if (isNumbering(a, changed.a, words) && isNumbering(b, changed.b, words)) return 'numbering';
  if (roles.has(TARGET)) return 'substantive';
  return classifyWording(a, b, changed, words);
}

function classifyInvisible(
  a: ReadText,
  b: ReadText,
  changed: ChangedTokens,
  roles: ReadonlySet<number>,
): ChangeClass {
  if (roles.has(TARGET)) return isTrackingOnly(a, b, changed) ? 'link-tracking' : 'link-target';
  return roles.has(NUMBER_MARKER) && !roles.has(BULLET) ? 'numbering' : 'markup';
}

function classifyWording(
  a: ReadText,
  b: ReadText,
  changed: ChangedTokens,
  words: readonly string[],
): ChangeClass {
  const old = visible(a, changed.a, words);
  const fresh = visible(b, changed.b, words);
  if (old.join('\n') === fresh.join('\n')) return 'markup';
  const plainOld = old.map(withoutTypography).join('');
  return plainOld === fresh.map(withoutTypography).join('') ? 'typography' : 'substantive';
}

function visible(side: ReadText, changed: readonly number[], words: readonly string[]): string[] {
  return changed.filter((i) => side.roles[i] === TEXT).map((i) => words[side.tokens.id[i] ?? 0] ?? '');
}

/** A word without what typography alone decides: case, the shape of quotes and apostrophes, the length of dashes. */
function withoutTypography(word: string): string {
  return word
    .normalize('NFKC')
    .replace(/[‐‑‒–—―−-]/g, '-')
    .replace(/[“”„‟«»"‘’‚‛'`´]/g, '')
    .toLowerCase();
}

/** True where all changed words stand before the first other word of their block and form a number such as "3.2" or "(b)". */
function isNumbering(side: ReadText, changed: readonly number[], words: readonly string[]): boolean {
  if (changed.length === 0) return true;
  const first = changed[0] ?? 0;
  const last = changed.at(-1) ?? 0;
  const segment = segmentOf(side, first);
  if (!segment || last >= segment.tokenTo) return false;
  let numbers = 0;
  for (let i = segment.tokenFrom; i <= last; i++) {
    const word = words[side.tokens.id[i] ?? 0] ?? '';
    if (side.roles[i] !== TEXT || ENUMERATOR_MARKS.test(word)) continue;
    if (!ENUMERATOR.test(word)) return false;
    numbers++;
  }
  const next = words[side.tokens.id[last + 1] ?? 0] ?? '';
  const marked =
    ENUMERATOR_MARKS.test(next) ||
    changed.some((i) => ENUMERATOR_MARKS.test(words[side.tokens.id[i] ?? 0] ?? ''));
  return numbers > 0 && marked && last + 1 < segment.tokenTo;
}

/** The segment that holds a token, by binary search. */
export function segmentOf(side: ReadText, token: number): Segment | undefined {
  let low = 0;
  let high = side.segments.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((side.segments[middle]?.tokenFrom ?? 0) <= token) low = middle;
    else high = middle - 1;
  }
  return side.segments[low];
}

function isTrackingOnly(a: ReadText, b: ReadText, changed: ChangedTokens): boolean {
  const anchor = changed.a.find((i) => a.roles[i] === TARGET);
  const other = changed.b.find((j) => b.roles[j] === TARGET);
  const old = anchor === undefined ? null : targetAround(a, anchor);
  const fresh = other === undefined ? null : targetAround(b, other);
  if (old && fresh) return withoutTracking(old) === withoutTracking(fresh);
  const [only, side, list] = old ? ([old, a, changed.a] as const) : ([fresh ?? '', b, changed.b] as const);
  const removed = list.map((i) => side.text.slice(side.tokens.from[i], side.tokens.to[i])).join('');
  return (
    only.includes(removed) &&
    withoutTracking(only) === withoutTracking(only.replace(removed, '')) &&
    only !== removed
  );
}

function targetAround(side: ReadText, token: number): string {
  let from = token;
  let to = token + 1;
  while (from > 0 && side.roles[from - 1] === TARGET) from--;
  while (to < side.tokens.count && side.roles[to] === TARGET) to++;
  return side.text.slice(side.tokens.from[from], side.tokens.to[to - 1]);
}

/** An address without known tracking parameters. Never throws; what is not an address with a query is left as it is. */
function withoutTracking(address: string): string {
  const [, base = address, query = '', fragment = ''] = /^([^?#]*)\??([^#]*)(#.*)?$/s.exec(address) ?? [];
  const kept = query.split('&').filter((part) => part !== '' && !TRACKING.test(part.split('=')[0] ?? ''));
  return `${base}?${kept.join('&')}${fragment}`;
}

/** True for roles a reader never sees. */
export function isInvisible(role: number): boolean {
  return role === MARKUP || role === TARGET;
}
