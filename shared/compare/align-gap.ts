import { type BlockProfile, mostAlike, sharedWords, similarity } from './block-profile.ts';
import { longestCommonSubsequence } from './lcs.ts';

/** Gaps up to this many pairs of blocks are aligned by trying every pair; about 50 ms. */
export const GAP_CELLS_LIMIT = 160_000;
/** What a pair is worth besides its words, so that empty items are paired too. */
const PAIR_GAIN = 0.1;

/**
 * Aligns, in order, blocks that stand between the same neighbours: those pairs at least as alike as `threshold` whose words in
 * common are most (Needleman and Wunsch 1970); in larger gaps only blocks of equal words. Gives positions in `a` and `b`.
 */
export function alignGap(
  a: readonly BlockProfile[],
  b: readonly BlockProfile[],
  threshold: number,
): [number, number][] {
  if (a.length === 0 || b.length === 0) return [];
  return a.length * b.length <= GAP_CELLS_LIMIT ? alignAlike(a, b, threshold) : alignEqual(a, b);
}

function alignAlike(
  a: readonly BlockProfile[],
  b: readonly BlockProfile[],
  threshold: number,
): [number, number][] {
  const width = b.length + 1;
  const best = new Float64Array((a.length + 1) * width);
  a.forEach((profileA, x) => {
    b.forEach((profileB, y) => {
      const gain = gainOf(profileA, profileB, threshold);
      const skipped = Math.max(best[x * width + y + 1] ?? 0, best[(x + 1) * width + y] ?? 0);
      best[(x + 1) * width + y + 1] =
        gain > 0 ? Math.max((best[x * width + y] ?? 0) + gain, skipped) : skipped;
    });
  });
  const pairs: [number, number][] = [];
  for (let x = a.length, y = b.length; x > 0 && y > 0; ) {
    const here = best[x * width + y] ?? 0;
    if (here === (best[(x - 1) * width + y] ?? 0)) x--;
    else if (here === (best[x * width + y - 1] ?? 0)) y--;
    else pairs.push([--x, --y]);
  }
  return pairs;
}

function gainOf(a: BlockProfile, b: BlockProfile, threshold: number): number {
  if (mostAlike(a, b) < threshold) return 0;
  const score = similarity(a, b);
  return score >= threshold ? (sharedWords(a, b) + PAIR_GAIN) * score : 0;
}

function alignEqual(a: readonly BlockProfile[], b: readonly BlockProfile[]): [number, number][] {
  const ids = new Map<number, number>();
  const idOf = ({ wordKey }: BlockProfile): number => {
    const id = ids.get(wordKey) ?? ids.size;
    ids.set(wordKey, id);
    return id;
  };
  const equal = longestCommonSubsequence(Int32Array.from(a, idOf), Int32Array.from(b, idOf));
  return equal.a.map((x, k): [number, number] => [x, equal.b[k] ?? 0]);
}
