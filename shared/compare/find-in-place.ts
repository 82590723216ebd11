import { type BlockProfile, sharedWords, similarity } from './block-profile.ts';
import { heaviestChain } from './heaviest-chain.ts';

/**
 * Few moves read better than few moved words: each passage that keeps its place counts for this many words more. Likenesses and
 * short lines count for no more than so many times their own words, lest a few scattered ones outweigh a chapter.
 */
const RUN_BONUS = 1000;
const RUN_BONUS_SHARE = 3;
const RUN_EQUAL_TOKENS = 12;

/** Pairs that follow one another in both texts: blocks of A, where the run begins in B, its weight, and its tokens in equal blocks. */
interface Run {
  readonly j: number;
  readonly members: number[];
  weight: number;
  equal: number;
}

/** Marks the blocks of A that keep their place: the heaviest chain of runs. `partnerA` and `partnerB` hold -1 for no partner. */
export function findInPlace(
  a: readonly BlockProfile[],
  b: readonly BlockProfile[],
  partnerA: Int32Array,
  partnerB: Int32Array,
): Uint8Array {
  const runs = findRuns(a, b, partnerA, partnerB);
  const inPlace = new Uint8Array(a.length);
  for (const index of heaviestChain(runs, b.length))
    for (const i of runs[index]?.members ?? []) inPlace[i] = 1;
  return inPlace;
}

function findRuns(
  a: readonly BlockProfile[],
  b: readonly BlockProfile[],
  partnerA: Int32Array,
  partnerB: Int32Array,
): Run[] {
  const rankOf = rankPaired(partnerB);
  const runs: Run[] = [];
  let lastRank = -2;
  partnerA.forEach((j, i) => {
    const [own, other] = [a[i], b[j]];
    if (!own || !other) return;
    const rank = rankOf[j] ?? 0;
    let run = rank === lastRank + 1 ? runs.at(-1) : undefined;
    if (!run) {
      run = { j, members: [], weight: 0, equal: 0 };
      runs.push(run);
    }
    run.members.push(i);
    run.weight += weightOf(own, other);
    if (own.sourceKey === other.sourceKey) run.equal += own.size;
    lastRank = rank;
  });
  for (const run of runs) {
    const limit = run.equal >= RUN_EQUAL_TOKENS ? RUN_BONUS : RUN_BONUS_SHARE * run.weight;
    run.weight += Math.min(RUN_BONUS, limit);
  }
  return runs;
}

/** The position of each paired block among all paired blocks, so that blocks without partner break no run. */
function rankPaired(partner: Int32Array): Int32Array {
  let rank = 0;
  return partner.map((other) => (other >= 0 ? rank++ : -1));
}

function weightOf(a: BlockProfile, b: BlockProfile): number {
  return a.wordKey === b.wordKey ? Math.min(a.size, b.size) : sharedWords(a, b) * similarity(a, b);
}
