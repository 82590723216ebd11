import { longestCommonSubsequence, type Matches } from './lcs.ts';
import { matchWordsInSteps, type TokenRange, type TokenValues } from './match-words.ts';
import type { ReadText } from './read-text.ts';
import { runToEnd } from './steps.ts';
import { TARGET, TEXT } from './token-roles.ts';

/**
 * Matches two passages whose visible words are the same, one by one, and between them the markup and whole addresses that they
 * have in common: then no wording shows as changed, however much the markup does. Null where the wording differs or is empty.
 */
export function matchWording(
  a: ReadText,
  b: ReadText,
  rangeA: TokenRange,
  rangeB: TokenRange,
  values: TokenValues,
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
    matchMarkup(a, b, [fromA, i], [fromB, j], values, out);
    out.a.push(i);
    out.b.push(j);
    fromA = i + 1;
    fromB = j + 1;
  }
  matchMarkup(a, b, [fromA, rangeA[1]], [fromB, rangeB[1]], values, out);
  return out;
}

function visibleTokens({ roles }: ReadText, [from, to]: TokenRange): number[] {
  const visible: number[] = [];
  for (let i = from; i < to; i++) if (roles[i] === TEXT) visible.push(i);
  return visible;
}

/** Between two visible words: addresses match as wholes; of one that changed, the parts that it keeps. */
function matchMarkup(
  a: ReadText,
  b: ReadText,
  [fromA, toA]: TokenRange,
  [fromB, toB]: TokenRange,
  values: TokenValues,
  out: Matches,
): void {
  if (toA === fromA || toB === fromB) return;
  const keys = new Map<string, number>();
  const unitsA = cutUnits(a, [fromA, toA], keys);
  const unitsB = cutUnits(b, [fromB, toB], keys);
  const common = longestCommonSubsequence(unitsA.keys, unitsB.keys);
  let doneA = fromA;
  let doneB = fromB;
  for (const [k, unitA] of common.a.entries()) {
    const [startA = toA, endA = toA] = unitsA.ranges[unitA] ?? [];
    const [startB = toB] = unitsB.ranges[common.b[k] ?? 0] ?? [];
    matchRest(a, b, [doneA, startA], [doneB, startB], values, out);
    for (let t = 0; t < endA - startA; t++) {
      out.a.push(startA + t);
      out.b.push(startB + t);
    }
    doneA = endA;
    doneB = startB + (endA - startA);
  }
  matchRest(a, b, [doneA, toA], [doneB, toB], values, out);
}

/** Single marks, and addresses from end to end, as numbers that are equal for equal ones. */
function cutUnits(
  { tokens, roles }: ReadText,
  [from, to]: TokenRange,
  known: Map<string, number>,
): { ranges: TokenRange[]; keys: Int32Array } {
  const ranges: TokenRange[] = [];
  const keys: number[] = [];
  for (let at = from; at < to; ) {
    let end = at + 1;
    while (roles[at] === TARGET && end < to && roles[end] === TARGET) end++;
    const name = tokens.id.subarray(at, end).join(',');
    const key = known.get(name) ?? known.size;
    known.set(name, key);
    ranges.push([at, end]);
    keys.push(key);
    at = end;
  }
  return { ranges, keys: Int32Array.from(keys) };
}

/** What an address that changed has in common with the new one: its ends and long stretches between them. */
function matchRest(
  a: ReadText,
  b: ReadText,
  rangeA: TokenRange,
  rangeB: TokenRange,
  values: TokenValues,
  out: Matches,
): void {
  const rest = runToEnd(matchWordsInSteps(a.tokens.id, b.tokens.id, rangeA, rangeB, values));
  for (const [k, i] of rest.a.entries()) {
    out.a.push(i);
    out.b.push(rest.b[k] ?? 0);
  }
}
