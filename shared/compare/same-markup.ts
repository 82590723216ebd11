import { type ChangedTokens, segmentOf } from './classify.ts';
import type { Change } from './comparison.ts';
import type { ReadText } from './read-text.ts';
import type { SpanPlaces } from './span-places.ts';
import { TARGET } from './token-roles.ts';
import { firstTokenFrom } from './tokens.ts';

const INVISIBLE: ReadonlySet<Change['class']> = new Set(['markup', 'link-target', 'link-tracking']);

/**
 * True where two neighbouring changes are one to a reader: marks around the same words, such as those of bold type, the bracket
 * and the address of one link, or two places in one address.
 */
export function changesSameMarkup(
  last: Change,
  next: Change,
  places: SpanPlaces,
  tokensOf: (change: Change) => ChangedTokens,
): boolean {
  if (!INVISIBLE.has(last.class) || !INVISIBLE.has(next.class) || last.move !== next.move) return false;
  const [before, after] = [tokensOf(last), tokensOf(next)];
  if (!isInOneBlock(places.a, before.a, after.a) || !isInOneBlock(places.b, before.b, after.b)) return false;
  if (last.class === 'markup' && next.class === 'markup') return true;
  return (
    isOneLink(places.a, before.a, after.a) ||
    isOneLink(places.b, before.b, after.b) ||
    isOneAddress(places, last, next, before, after)
  );
}

/** False where both changes touch a text, but in two blocks of it. */
function isInOneBlock(side: ReadText, before: readonly number[], after: readonly number[]): boolean {
  const [last, next] = [before.at(-1), after[0]];
  return last === undefined || next === undefined || segmentOf(side, last) === segmentOf(side, next);
}

/** True where the first change ends with the bracket that opens a link, and the second begins with the one that closes it. */
function isOneLink(side: ReadText, before: readonly number[], after: readonly number[]): boolean {
  const [opening = -1, closing = -1] = [before.at(-1), after[0]];
  return isMark(side, opening, '[') && isMark(side, closing, ']') && isMark(side, closing + 1, '(');
}

function isMark({ text, tokens }: ReadText, token: number, mark: string): boolean {
  return token >= 0 && token < tokens.count && text.startsWith(mark, tokens.from[token]);
}

/** True where nothing but more of one address stands between an address that changed and one that changed. */
function isOneAddress(
  { a, b }: SpanPlaces,
  last: Change,
  next: Change,
  before: ChangedTokens,
  after: ChangedTokens,
): boolean {
  const isTarget = (side: ReadText, token: number | undefined): boolean =>
    token !== undefined && side.roles[token] === TARGET;
  if (!isTarget(a, before.a.at(-1)) && !isTarget(b, before.b.at(-1))) return false;
  if (!isTarget(a, after.a[0]) && !isTarget(b, after.b[0])) return false;
  return isAddress(a, last.toA, next.fromA) && isAddress(b, last.toB, next.fromB);
}

function isAddress({ tokens, roles }: ReadText, from: number, to: number): boolean {
  for (let token = firstTokenFrom(tokens, from); (tokens.from[token] ?? to) < to; token++)
    if (roles[token] !== TARGET) return false;
  return true;
}
