import { alignGap, GAP_CELLS_LIMIT } from './align-gap.ts';
import { type BlockProfile, profileOf, sharedWords, similarity } from './block-profile.ts';
import { findAlike, type Indexed } from './find-alike.ts';
import { findInPlace } from './find-in-place.ts';
import type { ReadText } from './read-text.ts';
import { type Steps, within } from './steps.ts';
import type { CommonWords } from './token-values.ts';

/** Two blocks that correspond; `moved` numbers a passage that stands elsewhere now, 0 in place. */
export interface BlockPair {
  readonly a: number;
  readonly b: number;
  readonly moved: number;
}

/** Share of words that two blocks must have in common (Dice) to be one block edited, wherever it stands between its neighbours. */
const SIMILAR_IN_PLACE = 0.2;
/** The same for blocks found anywhere in the texts, where chance likeness is more common. */
const SIMILAR_ANYWHERE = 0.4;
/** A passage out of place is a move only when it is this alike and has this many words: short lines recur by themselves. */
const SIMILAR_MOVED = 0.6;
const MOVED_WORDS = 10;
/** Equal lines that recur nowhere need fewer words, if these say something: a moved "(Expand all)" tells a reviewer nothing. */
const MOVED_EQUAL_WORDS = 3;
/** Equal blocks that stand this often in both texts are paired by their order at once; more frequent ones by their neighbours. */
const RARE_COUNT = 4;
/** Blocks looked at between two steps: a few milliseconds. */
const BLOCKS_PER_STEP = 500;
/**
 * Aligns the blocks of two texts: equal blocks first, then alike ones, wherever they stand; of these the heaviest chain that
 * keeps its order stays in place, the others are moves when they are long enough; what is left between neighbours is aligned in order.
 */
export function* alignBlocksInSteps(a: ReadText, b: ReadText, common: CommonWords): Steps<BlockPair[]> {
  const profileA = yield* within(profileInSteps(a, common), 0, 0.2);
  const profileB = yield* within(profileInSteps(b, common), 0.2, 0.4);
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

function* profileInSteps(side: ReadText, common: CommonWords): Steps<BlockProfile[]> {
  const profiles: BlockProfile[] = [];
  for (const [index, segment] of side.segments.entries()) {
    profiles.push(profileOf(side, segment, common));
    if (profiles.length % BLOCKS_PER_STEP === 0) yield index / side.segments.length;
  }
  return profiles;
}

/** Blocks from the first index up to, not including, the second. */
type BlockRange = readonly [from: number, to: number];

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

  /** Pairs blocks that are each other's most alike, wherever they stand. */
  *pairSimilar(): Steps<void> {
    const freeA = freeBlocks(this.#a, this.#partnerA, 0, this.#a.length);
    const freeB = freeBlocks(this.#b, this.#partnerB, 0, this.#b.length);
    for (const [i, j] of yield* findAlike(freeA, freeB, SIMILAR_ANYWHERE)) this.#pair(i, j);
  }

  #inPlace(): Uint8Array {
    return findInPlace(this.#a, this.#b, this.#partnerA, this.#partnerB);
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
      if (a.wordKey === b.wordKey) equal += a.saying;
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
      work += this.#fillGap([i, next], [j, nextJ], threshold);
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
        const inB: BlockRange = [(this.#partnerA[last] ?? 0) + 1, this.#partnerA[i] ?? 0];
        this.#fillGap([last + 1, i], inB, SIMILAR_IN_PLACE);
        for (let k = last + 1; k < i; k++) if (this.#partnerA[k] !== -1) this.#movedA[k] = move;
      }
      last = i;
    }
  }

  #fillGap([fromA, toA]: BlockRange, [fromB, toB]: BlockRange, threshold: number): number {
    const freeA = freeBlocks(this.#a, this.#partnerA, fromA, toA);
    const freeB = freeBlocks(this.#b, this.#partnerB, fromB, toB);
    const profilesA = freeA.map(([, profile]) => profile);
    for (const [x, y] of alignGap(
      profilesA,
      freeB.map(([, profile]) => profile),
      threshold,
    ))
      this.#pair(freeA[x]?.[0] ?? 0, freeB[y]?.[0] ?? 0);
    return freeA.length * freeB.length;
  }

  finish(): BlockPair[] {
    const pairs: BlockPair[] = [];
    this.#partnerA.forEach((j, i) => {
      if (j >= 0) pairs.push({ a: i, b: j, moved: this.#movedA[i] ?? 0 });
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

/** The blocks of a stretch that have no partner yet. */
function freeBlocks(
  profiles: readonly BlockProfile[],
  partner: Int32Array,
  from: number,
  to: number,
): Indexed[] {
  const free: Indexed[] = [];
  for (let i = from; i < to; i++) {
    const profile = profiles[i];
    if (profile && partner[i] === -1) free.push([i, profile]);
  }
  return free;
}
