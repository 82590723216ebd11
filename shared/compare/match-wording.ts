import type { Matches } from './lcs.ts';
import type { TokenRange } from './match-words.ts';
import type { ReadText } from './read-text.ts';
import { TEXT } from './token-roles.ts';

/**
 * Matches two passages whose visible words are the same, one by one, and between them what markup and addresses have in common
 * at either end: then no wording shows as changed, however much the markup does. Null where the wording differs or is empty.
 */
export function matchWording(
  a: ReadText,
  b: ReadText,
  rangeA: TokenRange,
  rangeB: TokenRange,
): Matches | null {
  const visibleA = visibleTokens(a, rangeA);
  const visibleB = visibleTokens(b, rangeB);
  if (visibleA.length === 0 || visibleA.length !== visibleB.length) return null;
  const equal = visibleA.every((i, k) => a.tokens.id[i] === b.tokens.id[visibleB[k] ?? -1]);
  if (!equal) return null;
  const out: Matches = { a: [], b: [] };
  let [fromA] = rangeA;
  let [fromB] = rangeB;
  for (const [k, i] of visibleA.entries()) {
    const j = visibleB[k] ?? 0;
    matchEnds(a, b, [fromA, i], [fromB, j], out);
    out.a.push(i);
    out.b.push(j);
    fromA = i + 1;
    fromB = j + 1;
  }
  matchEnds(a, b, [fromA, rangeA[1]], [fromB, rangeB[1]], out);
  return out;
}

function visibleTokens({ roles }: ReadText, [from, to]: TokenRange): number[] {
  const visible: number[] = [];
  for (let i = from; i < to; i++) if (roles[i] === TEXT) visible.push(i);
  return visible;
}

function matchEnds(
  a: ReadText,
  b: ReadText,
  [fromA, toA]: TokenRange,
  [fromB, toB]: TokenRange,
  out: Matches,
): void {
  const most = Math.min(toA - fromA, toB - fromB);
  let head = 0;
  while (head < most && a.tokens.id[fromA + head] === b.tokens.id[fromB + head]) head++;
  let tail = 0;
  while (tail < most - head && a.tokens.id[toA - 1 - tail] === b.tokens.id[toB - 1 - tail]) tail++;
  for (let k = 0; k < head; k++) {
    out.a.push(fromA + k);
    out.b.push(fromB + k);
  }
  for (let k = tail; k > 0; k--) {
    out.a.push(toA - k);
    out.b.push(toB - k);
  }
}
