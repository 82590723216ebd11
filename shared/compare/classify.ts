import type { ChangeClass } from './comparison.ts';
import type { ReadText } from './read-text.ts';
import type { Segment } from './segments.ts';
import { BULLET, NUMBER_MARKER, TARGET, TEXT } from './token-roles.ts';
import { MONEY, MONTH, NUMBER, UNIT, type WordKinds } from './word-kinds.ts';

/** The tokens that a change takes from A and brings in B, in order. */
export interface ChangedTokens {
  readonly a: readonly number[];
  readonly b: readonly number[];
}

/** Parameters that only say where a visitor came from. Any other change of an address may lead elsewhere. */
const TRACKING =
  /^(?:utm_[a-z_]+|fbclid|gclid|gclsrc|dclid|msclkid|mc_cid|mc_eid|igshid|yclid|_hs(?:enc|mi)|__hs[a-z]+|ref_src|twclid|ttclid|wbraid|gbraid|_ga|_gl)$/i;
/** What makes the number before it one that says something: "2.9 %", "(30) days", "12. May". */
const QUANTITY = UNIT | MONEY | MONTH;
/** "3", "IV" or "b" as it stands before a heading or clause. */
const ENUMERATOR = /^(?:\d{1,3}|[a-z]|[ivxlc]{1,6})$/i;
/** Characters that are bullets and nothing else. */
const BULLET_MARK = /^[•‣▪▫■□◦●○⁃∙]$/;
/** Take no room and join or part nothing that a reader sees; marks that turn the direction of writing are not among them. */
const ZERO_WIDTH = /[\u200b-\u200d\u2060\ufeff\u00ad]/g;
const ENUMERATOR_MARKS = /^[.()[\]§:\-–\\]$/;

/** Says what a change means to a reader. Whatever is not certain to leave the wording alone is `substantive`. */
export function classify(a: ReadText, b: ReadText, changed: ChangedTokens, kinds: WordKinds): ChangeClass {
  if (changed.a.length === 0 && changed.b.length === 0) return 'reflow';
  const roles = new Set<number>();
  for (const i of changed.a) roles.add(a.roles[i] ?? TEXT);
  for (const j of changed.b) roles.add(b.roles[j] ?? TEXT);
  if (!roles.has(TEXT)) return classifyInvisible(a, b, changed, roles);
  if (isNumbering(a, changed.a, kinds) && isNumbering(b, changed.b, kinds)) return 'numbering';
  if (roles.has(TARGET)) return 'substantive';
  return classifyWording(a, b, changed, kinds.words);
}

function classifyInvisible(
  a: ReadText,
  b: ReadText,
  changed: ChangedTokens,
  roles: ReadonlySet<number>,
): ChangeClass {
  if (roles.has(TARGET)) return classifyTargets(touchedTargets(a, changed.a), touchedTargets(b, changed.b));
  return roles.has(NUMBER_MARKER) && !roles.has(BULLET) ? 'numbering' : 'markup';
}

function classifyWording(
  a: ReadText,
  b: ReadText,
  changed: ChangedTokens,
  words: readonly string[],
): ChangeClass {
  if (!isAboutAsLong(countVisible(a, changed.a), countVisible(b, changed.b))) return 'substantive';
  const old = visible(a, changed.a, words);
  const fresh = visible(b, changed.b, words);
  if (old.join('\n') === fresh.join('\n') || areBullets(old, fresh)) return 'markup';
  return plainWording(old) === plainWording(fresh) ? 'typography' : 'substantive';
}

function visible(side: ReadText, changed: readonly number[], words: readonly string[]): string[] {
  return changed.filter((i) => side.roles[i] === TEXT).map((i) => words[side.tokens.id[i] ?? 0] ?? '');
}

function countVisible(side: ReadText, changed: readonly number[]): number {
  let count = 0;
  for (const i of changed) if (side.roles[i] === TEXT) count++;
  return count;
}

/** False where one side has so many words more that no typography explains it; saves reading whole deleted passages. */
function isAboutAsLong(a: number, b: number): boolean {
  return Math.max(a, b) <= 2 * Math.min(a, b) + 4;
}

/** True for bullets drawn as characters, as in the cells of a table: others in their place, or such as are nothing else added or taken away. */
function areBullets(old: readonly string[], fresh: readonly string[]): boolean {
  const all = [...old, ...fresh];
  if (old.length !== fresh.length) return all.every((mark) => BULLET_MARK.test(mark));
  return (
    all.some((mark) => BULLET_MARK.test(mark)) &&
    all.every((mark) => BULLET_MARK.test(mark) || /^[*\-–]$/.test(mark))
  );
}

/** Words without what typography alone decides: case, the shape of quotes and apostrophes, dashes and the space around them. */
function plainWording(words: readonly string[]): string {
  return words
    .join(' ')
    .normalize('NFKC')
    .replace(ZERO_WIDTH, '')
    .replace(/ ?[‐‑‒–—―−-] ?/g, '-')
    .replace(/(?<=\p{L})[‘’‛'`´](?=\p{L})/gu, '\u0001')
    .replace(/[“”„‟«»"‘’‚‛'`´]/g, '')
    .replace(/\.( ?\.){2}/g, '…')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

/** True where all changed words stand before the first other word of their block and form a number such as "3.2" or "(b)". */
function isNumbering(side: ReadText, tokens: readonly number[], { words, kinds }: WordKinds): boolean {
  const changed = tokens.filter((i) => side.roles[i] !== BULLET);
  if (changed.length === 0) return true;
  const segment = segmentOf(side, changed[0] ?? 0);
  const last = changed.at(-1) ?? 0;
  if (!segment || segment.kind === 'table-row' || last >= segment.tokenTo) return false;
  const wordAt = (i: number): string => words[side.tokens.id[i] ?? 0] ?? '';
  const isMark = (i: number): boolean => side.roles[i] !== TEXT || ENUMERATOR_MARKS.test(wordAt(i));
  let next = segment.tokenFrom;
  let numbers = 0;
  let marked = false;
  let endsMarked = false;
  for (; next < segment.tokenTo; next++) {
    const word = wordAt(next);
    if (isMark(next)) {
      if (ENUMERATOR_MARKS.test(word)) endsMarked = marked = true;
      continue;
    }
    if (next > last && !(isGlued(side, next) && ENUMERATOR.test(word))) break;
    if (!ENUMERATOR.test(word)) return false;
    numbers++;
    endsMarked = false;
  }
  if (numbers === 0 || !marked || next >= segment.tokenTo) return false;
  const kind = kinds[side.tokens.id[next] ?? 0] ?? 0;
  if ((kind & QUANTITY) !== 0 || (isGlued(side, next) && (kind & NUMBER) !== 0)) return false;
  return (
    endsMarked ||
    segment.kind === 'heading' ||
    ((kind & NUMBER) === 0 && /^\p{Lu}(?:\p{Ll}|$)/u.test(wordAt(next)))
  );
}

/** True where no white space stands before a token. */
function isGlued({ tokens }: ReadText, token: number): boolean {
  return token > 0 && tokens.to[token - 1] === tokens.from[token];
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

/** An address that a change touches: as it stands, and without what has changed in it. */
interface TouchedTarget {
  readonly whole: string;
  readonly rest: string;
}

/** Where only one side has changed, what is left of its addresses is what the other side says. */
function classifyTargets(a: readonly TouchedTarget[], b: readonly TouchedTarget[]): ChangeClass {
  const old = a.length > 0 ? a.map(({ whole }) => whole) : b.map(({ rest }) => rest);
  const fresh = b.length > 0 ? b.map(({ whole }) => whole) : a.map(({ rest }) => rest);
  if (old.length !== fresh.length || [...old, ...fresh].includes('')) return 'link-target';
  if (old.every((address, k) => address === fresh[k])) return 'markup';
  const same = old.every((address, k) => withoutTracking(address) === withoutTracking(fresh[k] ?? ''));
  return same ? 'link-tracking' : 'link-target';
}

function touchedTargets(side: ReadText, changed: readonly number[]): TouchedTarget[] {
  const targets: TouchedTarget[] = [];
  const touched = new Set(changed);
  let done = 0;
  for (const i of changed) {
    if (side.roles[i] !== TARGET || i < done) continue;
    let from = i;
    let to = i + 1;
    while (from > 0 && side.roles[from - 1] === TARGET) from--;
    while (to < side.tokens.count && side.roles[to] === TARGET) to++;
    done = to;
    const parts = Array.from({ length: to - from }, (_, k) => from + k).filter((t) => !touched.has(t));
    const rest = parts.map((t) => side.text.slice(side.tokens.from[t], side.tokens.to[t])).join('');
    targets.push({ whole: side.text.slice(side.tokens.from[from], side.tokens.to[to - 1]), rest });
  }
  return targets;
}

/** An address without known tracking parameters. Never throws; what is not an address with a query is left as it is. */
function withoutTracking(address: string): string {
  const [, base = address, query = '', fragment = ''] = /^([^?#]*)\??([^#]*)(#.*)?$/s.exec(address) ?? [];
  const kept = query.split('&').filter((part) => part !== '' && !TRACKING.test(part.split('=')[0] ?? ''));
  return `${base}?${kept.join('&')}${fragment}`;
}

/** Whether a query parameter of an address only tells where its reader came from. */
export function isTrackingParameter(name: string): boolean {
  return TRACKING.test(name);
}
