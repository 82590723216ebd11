import { type BlockProfile, profileOf, sharedWords, shinglesOf, similarity } from './block-profile.ts';
import { heaviestChain } from './heaviest-chain.ts';
import { longestCommonSubsequence } from './lcs.ts';
import type { ReadText } from './read-text.ts';
import { type Steps, within } from './steps.ts';

/** Two blocks that correspond; `moved` numbers a passage that stands elsewhere now, 0 in place. */
export interface BlockPair {
  readonly a: number;
  readonly b: number;
  readonly weight: number;
  moved: number;
}

/** Share of words that two blocks must have in common (Dice) to be one block edited, wherever it stands between its neighbours. */
const SIMILAR_IN_PLACE = 0.25;
/** The same for blocks found anywhere in the texts, where chance likeness is more common. */
const SIMILAR_ANYWHERE = 0.5;
/** A passage out of place is a move only when it is this alike and has this many words: short lines recur by themselves. */
const SIMILAR_MOVED = 0.7;
const MOVED_WORDS = 10;
/** Equal lines that recur nowhere need fewer words. */
const MOVED_EQUAL_WORDS = 3;
/** Equal blocks that stand this often in both texts are paired by their order at once; more frequent ones by their neighbours. */
const RARE_COUNT = 4;
/**
 * Few moves read better than few moved words: each passage that keeps its place counts for this many words more. Likenesses and
 * short lines count for no more than so many times their own words, lest a few scattered ones outweigh a chapter.
 */
const RUN_BONUS = 1000;
const RUN_BONUS_SHARE = 3;
const RUN_EQUAL_TOKENS = 12;
/** What a pair is worth besides its words, so that empty items are paired too. */
const PAIR_GAIN = 0.1;
/** Blocks looked at between two steps: a few milliseconds. */
const BLOCKS_PER_STEP = 500;
/** Gaps up to this many pairs of blocks are aligned by trying every pair. */
const GAP_CELLS_LIMIT = 40_000;
/** Word pairs that stand in more blocks than this say nothing about which block is meant. */
const COMMON_SHINGLE = 12;

/**
 * Aligns the blocks of two texts: equal blocks first, then alike ones, wherever they stand; of these the heaviest chain that
 * keeps its order stays in place, the others are moves when they are long enough; what is left between neighbours is aligned in order.
 */
export function* alignBlocksInSteps(a: ReadText, b: ReadText): Steps<BlockPair[]> {
  const profileA = yield* within(profileInSteps(a), 0, 0.2);
  const profileB = yield* within(profileInSteps(b), 0.2, 0.4);
  const state = new Pairing(profileA, profileB);
  state.pairEqual(({ sourceKey }) => sourceKey, 1);
  state.pairEqual(({ wordKey }) => wordKey, 1);
  state.extendEqualNeighbours();
  state.pairEqual(({ sourceKey }) => sourceKey, RARE_COUNT);
  state.extendEqualNeighbours();
  yield 0.5;
  yield* within(state.fillGaps(SIMILAR_MOVED), 0.5, 0.6);
  yield* within(state.pairSimilar(), 0.6, 0.8);
  state.settleMoves();
  state.fillMoves();
  yield 0.85;
  yield* within(state.fillGaps(SIMILAR_IN_PLACE), 0.85, 1);
  return state.finish();
}

function* profileInSteps(side: ReadText): Steps<BlockProfile[]> {
  const profiles: BlockProfile[] = [];
  for (const [index, segment] of side.segments.entries()) {
    profiles.push(profileOf(side, segment));
    if (profiles.length % BLOCKS_PER_STEP === 0) yield index / side.segments.length;
  }
  return profiles;
}

/** Pairs that follow one another in both texts: blocks of A, where the run begins in B, its weight, and its tokens in equal blocks. */
interface Run {
  readonly j: number;
  readonly members: number[];
  weight: number;
  equal: number;
}

class Pairing {
  readonly #a: readonly BlockProfile[];
  readonly #b: readonly BlockProfile[];
  readonly #partnerA: Int32Array;
  readonly #partnerB: Int32Array;
  readonly #movedA: Int32Array;

  constructor(a: readonly BlockProfile[], b: readonly BlockProfile[]) {
    this.#a = a;
    this.#b = b;
    this.#partnerA = new Int32Array(a.length).fill(-1);
    this.#partnerB = new Int32Array(b.length).fill(-1);
    this.#movedA = new Int32Array(a.length);
  }

  #pair(i: number, j: number): void {
    this.#partnerA[i] = j;
    this.#partnerB[j] = i;
  }

  #part(i: number): void {
    const j = this.#partnerA[i] ?? -1;
    if (j >= 0) this.#partnerB[j] = -1;
    this.#partnerA[i] = -1;
  }

  /** Pairs blocks of equal key that stand equally often, at most `limit` times, in both texts: the first with the first and so on. */
  pairEqual(keyOf: (profile: BlockProfile) => number, limit: number): void {
    const inA = placesOf(this.#a, this.#partnerA, keyOf);
    const inB = placesOf(this.#b, this.#partnerB, keyOf);
    for (const [key, places] of inA) {
      const others = inB.get(key);
      if (places.length > limit || others?.length !== places.length) continue;
      places.forEach((i, k) => {
        this.#pair(i, others[k] ?? 0);
      });
    }
  }

  /** Recurring lines follow their unique neighbours: a heading what it stands over, a line such as "Back to top" what it ends. */
  extendEqualNeighbours(): void {
    this.#extendBackward((profile) => profile.kind === 'heading');
    this.#extendForward((profile) => profile.kind !== 'heading');
    this.#extendBackward(() => true);
    this.#extendForward(() => true);
  }

  #extendForward(accepts: (profile: BlockProfile) => boolean): void {
    for (let i = 0; i + 1 < this.#a.length; i++) {
      const j = this.#partnerA[i] ?? -1;
      if (j >= 0) this.#pairIfEqual(i + 1, j + 1, accepts);
    }
  }

  #extendBackward(accepts: (profile: BlockProfile) => boolean): void {
    for (let i = this.#a.length - 1; i > 0; i--) {
      const j = this.#partnerA[i] ?? -1;
      if (j > 0) this.#pairIfEqual(i - 1, j - 1, accepts);
    }
  }

  #pairIfEqual(i: number, j: number, accepts: (profile: BlockProfile) => boolean): void {
    const a = this.#a[i];
    if (!a || this.#partnerA[i] !== -1 || this.#partnerB[j] !== -1) return;
    if (accepts(a) && a.wordKey === this.#b[j]?.wordKey) this.#pair(i, j);
  }

  /** Pairs blocks that are each other's most alike, found by the word pairs that they share. */
  *pairSimilar(): Steps<void> {
    const postings = this.#indexShingles();
    const bestOfB = new Map<number, { i: number; score: number }>();
    const bestOfA = new Map<number, { j: number; score: number }>();
    for (const [i, profile] of this.#a.entries()) {
      if (i % BLOCKS_PER_STEP === 0) yield i / this.#a.length;
      if (this.#partnerA[i] !== -1) continue;
      for (const j of likelyPartners(profile.words, postings)) {
        const other = this.#b[j];
        if (!other) continue;
        const score = similarity(profile, other);
        if (score < SIMILAR_ANYWHERE) continue;
        if (score > (bestOfA.get(i)?.score ?? 0)) bestOfA.set(i, { j, score });
        if (score > (bestOfB.get(j)?.score ?? 0)) bestOfB.set(j, { i, score });
      }
    }
    for (const [i, { j }] of bestOfA) if (bestOfB.get(j)?.i === i) this.#pair(i, j);
  }

  #indexShingles(): Map<number, number[]> {
    const postings = new Map<number, number[]>();
    this.#b.forEach(({ words }, j) => {
      if (this.#partnerB[j] !== -1) return;
      for (const shingle of shinglesOf(words)) {
        const list = postings.get(shingle);
        if (!list) postings.set(shingle, [j]);
        else if (list.length <= COMMON_SHINGLE && list.at(-1) !== j) list.push(j);
      }
    });
    return postings;
  }

  /** Marks the blocks of A that keep their place: the heaviest chain of runs, a run being pairs that follow one another in both texts. */
  #inPlace(): Uint8Array {
    const runs = this.#runs();
    const inPlace = new Uint8Array(this.#a.length);
    for (const index of heaviestChain(runs, this.#b.length))
      for (const i of runs[index]?.members ?? []) inPlace[i] = 1;
    return inPlace;
  }

  #runs(): Run[] {
    const rankOf = new Int32Array(this.#b.length);
    let rank = 0;
    this.#partnerB.forEach((i, j) => {
      if (i >= 0) rankOf[j] = rank++;
    });
    const runs: Run[] = [];
    let lastRank = -2;
    this.#partnerA.forEach((j, i) => {
      if (j < 0) return;
      const here = rankOf[j] ?? 0;
      const open = here === lastRank + 1 ? runs.at(-1) : undefined;
      const weight = this.#weight(i, j);
      if (open) {
        open.members.push(i);
        open.weight += weight;
      } else runs.push({ j, weight, equal: 0, members: [i] });
      const run = runs.at(-1);
      if (run && this.#a[i]?.sourceKey === this.#b[j]?.sourceKey) run.equal += this.#a[i]?.size ?? 0;
      lastRank = here;
    });
    for (const run of runs) {
      const limit = run.equal >= RUN_EQUAL_TOKENS ? RUN_BONUS : RUN_BONUS_SHARE * run.weight;
      run.weight += Math.min(RUN_BONUS, limit);
    }
    return runs;
  }

  /** Leaves the heaviest chain of pairs in place; the others are numbered as moves or, where too slight for one, parted again. */
  settleMoves(): void {
    const inPlace = this.#inPlace();
    let move = 0;
    let last = { i: -2, j: -2 };
    let group: number[] = [];
    const close = (): void => {
      if (!this.#isMove(group)) for (const i of group) this.#part(i);
      else {
        move++;
        for (const i of group) this.#movedA[i] = move;
      }
      group = [];
    };
    for (let i = 0; i < this.#a.length; i++) {
      const pair = { i, j: this.#partnerA[i] ?? -1 };
      if (pair.j < 0 || inPlace[i]) continue;
      if (!this.#continues(last, pair)) close();
      group.push(i);
      last = pair;
    }
    close();
  }

  #weight(i: number, j: number): number {
    const a = this.#a[i];
    const b = this.#b[j];
    if (!a || !b) return 0;
    return a.wordKey === b.wordKey ? Math.min(a.size, b.size) : sharedWords(a, b) * similarity(a, b);
  }

  /** True where a pair goes on a moved passage, with at most unpaired blocks in between. */
  #continues(last: { i: number; j: number }, next: { i: number; j: number }): boolean {
    if (next.j <= last.j || next.i - last.i > 3 || next.j - last.j > 3) return false;
    for (let i = last.i + 1; i < next.i; i++) if (this.#partnerA[i] !== -1) return false;
    for (let j = last.j + 1; j < next.j; j++) if (this.#partnerB[j] !== -1) return false;
    return true;
  }

  #isMove(group: readonly number[]): boolean {
    let words = 0;
    let best = 0;
    let equal = 0;
    for (const i of group) {
      const a = this.#a[i];
      const b = this.#b[this.#partnerA[i] ?? -1];
      if (!a || !b) continue;
      words += sharedWords(a, b);
      best = Math.max(best, similarity(a, b));
      if (a.wordKey === b.wordKey) equal += a.words.length;
    }
    return (words >= MOVED_WORDS && best >= SIMILAR_MOVED) || equal >= MOVED_EQUAL_WORDS;
  }

  /** Aligns, in order, what is unpaired between neighbours that stay in place, where it is as alike as `threshold`. */
  *fillGaps(threshold: number): Steps<void> {
    const inPlace = this.#inPlace();
    let i = 0;
    let j = 0;
    let work = 0;
    for (let next = 0; next <= this.#a.length; next++) {
      const end = next === this.#a.length;
      if (!end && inPlace[next] === 0) continue;
      const nextJ = end ? this.#b.length : (this.#partnerA[next] ?? 0);
      const [freeA, freeB] = [this.#freeA(i, next), this.#freeB(j, nextJ)];
      this.#fillGap(freeA, freeB, threshold);
      work += freeA.length * freeB.length;
      if (work > GAP_CELLS_LIMIT / 2) {
        work = 0;
        yield next / this.#a.length;
      }
      i = next + 1;
      j = nextJ + 1;
    }
  }

  /** Aligns what is unpaired within each moved passage, so that a paragraph edited there moves with it. */
  fillMoves(): void {
    for (let i = 0, last = -1; i < this.#a.length; i++) {
      const move = this.#movedA[i] ?? 0;
      if (move === 0) continue;
      if (last >= 0 && this.#movedA[last] === move && i - last > 1) {
        const [from, to] = [(this.#partnerA[last] ?? 0) + 1, this.#partnerA[i] ?? 0];
        this.#fillGap(this.#freeA(last + 1, i), this.#freeB(from, to), SIMILAR_IN_PLACE);
        for (let k = last + 1; k < i; k++) if (this.#partnerA[k] !== -1) this.#movedA[k] = move;
      }
      last = i;
    }
  }

  #freeA(from: number, to: number): number[] {
    const free: number[] = [];
    for (let i = from; i < to; i++) if (this.#partnerA[i] === -1) free.push(i);
    return free;
  }

  #freeB(from: number, to: number): number[] {
    const free: number[] = [];
    for (let j = from; j < to; j++) if (this.#partnerB[j] === -1) free.push(j);
    return free;
  }

  #fillGap(freeA: readonly number[], freeB: readonly number[], threshold: number): void {
    if (freeA.length === 0 || freeB.length === 0) return;
    if (freeA.length * freeB.length <= GAP_CELLS_LIMIT) {
      for (const [i, j] of this.#bestInOrder(freeA, freeB, threshold)) this.#pair(i, j);
      return;
    }
    const ids = new Map<number, number>();
    const idOf = ({ wordKey }: BlockProfile): number => {
      const id = ids.get(wordKey) ?? ids.size;
      ids.set(wordKey, id);
      return id;
    };
    const equal = longestCommonSubsequence(
      Int32Array.from(
        freeA.flatMap((i) => this.#a[i] ?? []),
        idOf,
      ),
      Int32Array.from(
        freeB.flatMap((j) => this.#b[j] ?? []),
        idOf,
      ),
    );
    equal.a.forEach((x, k) => {
      this.#pair(freeA[x] ?? 0, freeB[equal.b[k] ?? 0] ?? 0);
    });
  }

  /** The pairs in order whose words in common are most (Needleman and Wunsch 1970). */
  #bestInOrder(freeA: readonly number[], freeB: readonly number[], threshold: number): [number, number][] {
    const width = freeB.length + 1;
    const gain = new Float64Array(freeA.length * freeB.length);
    const best = new Float64Array((freeA.length + 1) * width);
    freeA.forEach((i, x) => {
      freeB.forEach((j, y) => {
        const value = this.#gain(i, j, threshold);
        gain[x * freeB.length + y] = value;
        const pairedUp = (best[x * width + y] ?? 0) + value;
        const skipped = Math.max(best[x * width + y + 1] ?? 0, best[(x + 1) * width + y] ?? 0);
        best[(x + 1) * width + y + 1] = Math.max(value > 0 ? pairedUp : 0, skipped);
      });
    });
    const pairs: [number, number][] = [];
    for (let x = freeA.length, y = freeB.length; x > 0 && y > 0; ) {
      const here = best[x * width + y] ?? 0;
      if (here === (best[(x - 1) * width + y] ?? 0)) x--;
      else if (here === (best[x * width + y - 1] ?? 0)) y--;
      else pairs.push([freeA[--x] ?? 0, freeB[--y] ?? 0]);
    }
    return pairs;
  }

  #gain(i: number, j: number, threshold: number): number {
    const a = this.#a[i];
    const b = this.#b[j];
    if (!a || !b) return 0;
    const score = similarity(a, b);
    return score >= threshold ? (sharedWords(a, b) + PAIR_GAIN) * score : 0;
  }

  finish(): BlockPair[] {
    const pairs: BlockPair[] = [];
    this.#partnerA.forEach((j, i) => {
      if (j >= 0) pairs.push({ a: i, b: j, weight: this.#weight(i, j), moved: this.#movedA[i] ?? 0 });
    });
    return pairs;
  }
}

function placesOf(
  profiles: readonly BlockProfile[],
  partner: Int32Array,
  keyOf: (profile: BlockProfile) => number,
): Map<number, number[]> {
  const places = new Map<number, number[]>();
  profiles.forEach((profile, index) => {
    if (partner[index] !== -1) return;
    const key = keyOf(profile);
    const list = places.get(key);
    if (list) list.push(index);
    else places.set(key, [index]);
  });
  return places;
}

/** The blocks of B that share most word pairs with `words`, at most three. */
function likelyPartners(words: Int32Array, postings: ReadonlyMap<number, readonly number[]>): number[] {
  const counts = new Map<number, number>();
  for (const shingle of shinglesOf(words)) {
    const list = postings.get(shingle);
    if (!list || list.length > COMMON_SHINGLE) continue;
    for (const j of list) counts.set(j, (counts.get(j) ?? 0) + 1);
  }
  return [...counts]
    .sort((x, y) => y[1] - x[1])
    .slice(0, 3)
    .map(([j]) => j);
}
