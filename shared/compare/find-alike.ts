import { type BlockProfile, shinglesOf, similarity } from './block-profile.ts';
import type { Steps } from './steps.ts';

/** Word pairs that stand in more blocks than this say nothing about which block is meant. */
const COMMON_SHINGLE = 12;
/** Blocks of B looked at for each block of A. */
const CANDIDATES = 3;
/** Blocks looked at between two steps: a few milliseconds. */
const BLOCKS_PER_STEP = 500;

/** A block with its index in its text. */
export type Indexed = readonly [index: number, profile: BlockProfile];

/** Finds the blocks that are each other's most alike and at least `threshold`, wherever they stand, by the word pairs that they share. */
export function* findAlike(
  a: readonly Indexed[],
  b: readonly Indexed[],
  threshold: number,
): Steps<[number, number][]> {
  const postings = indexShingles(b);
  const profileOfB = new Map(b);
  const bestOfA = new Map<number, { other: number; score: number }>();
  const bestOfB = new Map<number, { other: number; score: number }>();
  for (const [n, [i, profile]] of a.entries()) {
    if (n % BLOCKS_PER_STEP === 0) yield n / a.length;
    for (const j of likelyPartners(profile.words, postings)) {
      const other = profileOfB.get(j);
      const score = other ? similarity(profile, other) : 0;
      if (score < threshold) continue;
      if (score > (bestOfA.get(i)?.score ?? 0)) bestOfA.set(i, { other: j, score });
      if (score > (bestOfB.get(j)?.score ?? 0)) bestOfB.set(j, { other: i, score });
    }
  }
  return [...bestOfA]
    .filter(([i, { other }]) => bestOfB.get(other)?.other === i)
    .map(([i, { other }]) => [i, other]);
}

function indexShingles(blocks: readonly Indexed[]): Map<number, number[]> {
  const postings = new Map<number, number[]>();
  for (const [j, { words }] of blocks)
    for (const shingle of shinglesOf(words)) {
      const list = postings.get(shingle);
      if (!list) postings.set(shingle, [j]);
      else if (list.length <= COMMON_SHINGLE && list.at(-1) !== j) list.push(j);
    }
  return postings;
}

function likelyPartners(words: Int32Array, postings: ReadonlyMap<number, readonly number[]>): number[] {
  const counts = new Map<number, number>();
  for (const shingle of shinglesOf(words)) {
    const list = postings.get(shingle);
    if (!list || list.length > COMMON_SHINGLE) continue;
    for (const j of list) counts.set(j, (counts.get(j) ?? 0) + 1);
  }
  return [...counts]
    .sort((x, y) => y[1] - x[1])
    .slice(0, CANDIDATES)
    .map(([j]) => j);
}
