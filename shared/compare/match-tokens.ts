import type { BlockPair } from './align-blocks.ts';
import { type Correspondence, NONE } from './assemble-spans.ts';
import { matchWording } from './match-wording.ts';
import { matchWordsInSteps, type TokenRange, type TokenValues } from './match-words.ts';
import type { ReadText } from './read-text.ts';
import { slideEdits } from './slide-edits.ts';
import { type Steps, within } from './steps.ts';
import { TEXT } from './token-roles.ts';

/** Neighbouring blocks of each side, half-open, that hold the same words: one to one, or one split or joined. */
export interface BlockGroup {
  fromA: number;
  toA: number;
  fromB: number;
  toB: number;
  readonly moved: number;
}

/**
 * Share of a neighbour's words that must be left over on the other side for it to be the rest of a split or joined block: first
 * the certain ones, so that a neighbour in the same formulaic style does not take their place.
 */
const REST_SHARES = [0.95, 0.6];
/** Work between two steps of progress, in cells of the word kernel; about 20 ms. */
const CELLS_PER_STEP = 4_000_000;

/** Widens pairs of blocks to the neighbours that were split from them or joined to them. */
export function groupBlocks(a: ReadText, b: ReadText, pairs: readonly BlockPair[]): BlockGroup[] {
  const usedA = new Uint8Array(a.segments.length);
  const usedB = new Uint8Array(b.segments.length);
  const groups = pairs.map((pair): BlockGroup => {
    usedA[pair.a] = 1;
    usedB[pair.b] = 1;
    return { fromA: pair.a, toA: pair.a + 1, fromB: pair.b, toB: pair.b + 1, moved: pair.moved };
  });
  for (const share of REST_SHARES) for (const group of groups) widen(a, b, group, usedA, usedB, share);
  return groups;
}

function widen(
  a: ReadText,
  b: ReadText,
  group: BlockGroup,
  usedA: Uint8Array,
  usedB: Uint8Array,
  share: number,
): void {
  const free = (used: Uint8Array, index: number): boolean =>
    index >= 0 && index < used.length && used[index] === 0;
  const near = [
    free(usedA, group.toA),
    free(usedA, group.fromA - 1),
    free(usedB, group.toB),
    free(usedB, group.fromB - 1),
  ];
  if (!near.includes(true)) return;
  const balance = new Map<number, number>();
  for (let i = group.fromA; i < group.toA; i++) addWords(balance, a, i, 1);
  for (let j = group.fromB; j < group.toB; j++) addWords(balance, b, j, -1);
  const tryTake = (side: ReadText, used: Uint8Array, index: number, sign: number): boolean => {
    if (!free(used, index) || !isRest(balance, side, index, sign, share)) return false;
    used[index] = 1;
    addWords(balance, side, index, sign);
    return true;
  };
  while (tryTake(b, usedB, group.toB, -1)) group.toB++;
  while (tryTake(b, usedB, group.fromB - 1, -1)) group.fromB--;
  while (tryTake(a, usedA, group.toA, 1)) group.toA++;
  while (tryTake(a, usedA, group.fromA - 1, 1)) group.fromA--;
}

function addWords(balance: Map<number, number>, side: ReadText, index: number, sign: number): void {
  for (const id of visibleWords(side, index)) balance.set(id, (balance.get(id) ?? 0) + sign);
}

/** True where most words of a block stand on the other side without a counterpart so far. */
function isRest(
  balance: ReadonlyMap<number, number>,
  side: ReadText,
  index: number,
  sign: number,
  share: number,
): boolean {
  const used = new Map<number, number>();
  let total = 0;
  let found = 0;
  for (const id of visibleWords(side, index)) {
    total++;
    const left = -sign * (balance.get(id) ?? 0) - (used.get(id) ?? 0);
    if (left <= 0) continue;
    used.set(id, (used.get(id) ?? 0) + 1);
    found++;
  }
  return total >= 3 && found >= total * share;
}

function* visibleWords(side: ReadText, index: number): Generator<number> {
  const segment = side.segments[index];
  if (!segment) return;
  for (let i = segment.tokenFrom; i < segment.tokenTo; i++)
    if (side.roles[i] === TEXT) yield side.tokens.id[i] ?? 0;
}

/** Matches the words of each group of blocks; yields now and then, with the fraction done. */
export function* matchTokens(
  a: ReadText,
  b: ReadText,
  groups: readonly BlockGroup[],
  values: TokenValues,
): Steps<Correspondence> {
  const partner = new Int32Array(a.tokens.count).fill(NONE);
  const moveA = new Int32Array(a.tokens.count);
  const moveB = new Int32Array(b.tokens.count);
  let work = 0;
  for (const [index, group] of groups.entries()) {
    const rangeA = tokensOf(a, group.fromA, group.toA);
    const rangeB = tokensOf(b, group.fromB, group.toB);
    const matches =
      matchWording(a, b, rangeA, rangeB, values) ??
      (yield* within(
        matchWordsInSteps(a.tokens.id, b.tokens.id, rangeA, rangeB, values),
        index / groups.length,
        (index + 1) / groups.length,
      ));
    slideEdits(a, b, matches);
    matches.a.forEach((i, k) => {
      partner[i] = matches.b[k] ?? NONE;
    });
    if (group.moved > 0) {
      moveA.fill(group.moved, ...rangeA);
      moveB.fill(group.moved, ...rangeB);
    }
    work += (rangeA[1] - rangeA[0]) * (rangeB[1] - rangeB[0]);
    if (work < CELLS_PER_STEP) continue;
    work = 0;
    yield index / groups.length;
  }
  return { partner, moveA, moveB };
}

function tokensOf(side: ReadText, from: number, to: number): TokenRange {
  return [side.segments[from]?.tokenFrom ?? 0, side.segments[to - 1]?.tokenTo ?? 0];
}
