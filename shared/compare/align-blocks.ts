import { longestCommonSubsequence } from './lcs.ts';
import { type ReadText, type Segment, TEXT } from './read-text.ts';

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
/** An equal line that stands once in each text needs fewer: this many tokens, addresses and marks included. */
const MOVED_EQUAL_TOKENS = 10;
/** What likeness is worth where one block is a heading, the other a row, and so on. */
const OTHER_KIND = 0.8;
/** Gaps up to this many pairs of blocks are aligned by trying every pair. */
const GAP_CELLS_LIMIT = 40_000;
/** Word pairs that stand in more blocks than this say nothing about which block is meant. */
const COMMON_SHINGLE = 12;

/**
 * Aligns the blocks of two texts: equal blocks first, then alike ones, wherever they stand; of these the heaviest chain that
 * keeps its order stays in place, the others are moves when they are long enough; what is left between neighbours is aligned in order.
 */
export function alignBlocks(a: ReadText, b: ReadText): BlockPair[] {
  const profileA = a.segments.map((segment) => profileOf(a, segment));
  const profileB = b.segments.map((segment) => profileOf(b, segment));
  const keys = internKeys(profileA, profileB);
  const state = new Pairing(profileA, profileB, keys.a, keys.b);
  state.pairUniqueKeys();
  state.extendEqualNeighbours();
  state.pairSimilar();
  state.chooseChain();
  state.fillGaps();
  return state.finish();
}

/** A block's visible words as sorted token ids, its words in order, and a key that is equal for equal words. */
interface Profile {
  readonly words: Int32Array;
  readonly sorted: Int32Array;
  readonly key: string;
  readonly kind: Segment['kind'];
  /** Tokens of the block, addresses and markup included. */
  readonly size: number;
}

function profileOf(side: ReadText, segment: Segment): Profile {
  const { tokens, roles } = side;
  const visible: number[] = [];
  for (let i = segment.tokenFrom; i < segment.tokenTo; i++)
    if (roles[i] === TEXT) visible.push(tokens.id[i] ?? 0);
  if (visible.length === 0)
    for (let i = segment.tokenFrom; i < segment.tokenTo; i++) visible.push(tokens.id[i] ?? 0);
  const words = Int32Array.from(visible);
  return { words, sorted: words.slice().sort(), key: words.join(','), kind: segment.kind, size: segment.tokenTo - segment.tokenFrom };
}

function internKeys(a: readonly Profile[], b: readonly Profile[]): { a: Int32Array; b: Int32Array } {
  const ids = new Map<string, number>();
  const idOf = ({ key }: Profile): number => {
    const known = ids.get(key);
    if (known !== undefined) return known;
    ids.set(key, ids.size);
    return ids.size - 1;
  };
  return { a: Int32Array.from(a, idOf), b: Int32Array.from(b, idOf) };
}

/** Number of equal entries of two sorted lists, each used once. */
function sharedCount(a: Int32Array, b: Int32Array): number {
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const x = a[i] ?? 0;
    const y = b[j] ?? 0;
    if (x === y) {
      shared++;
      i++;
      j++;
    } else if (x < y) i++;
    else j++;
  }
  return shared;
}

function similarity(a: Profile, b: Profile): number {
  const total = a.words.length + b.words.length;
  const alike = total === 0 ? 1 : (2 * sharedCount(a.sorted, b.sorted)) / total;
  return a.kind === b.kind ? alike : alike * OTHER_KIND;
}

class Pairing {
  readonly #a: readonly Profile[];
  readonly #b: readonly Profile[];
  readonly #keysA: Int32Array;
  readonly #keysB: Int32Array;
  readonly #partnerA: Int32Array;
  readonly #partnerB: Int32Array;
  readonly #movedA: Int32Array;

  constructor(a: readonly Profile[], b: readonly Profile[], keysA: Int32Array, keysB: Int32Array) {
    this.#a = a;
    this.#b = b;
    this.#keysA = keysA;
    this.#keysB = keysB;
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

  pairUniqueKeys(): void {
    const inA = placesOf(this.#keysA);
    const inB = placesOf(this.#keysB);
    for (const [key, places] of inA) {
      const others = inB.get(key);
      const [i] = places;
      const [j] = others ?? [];
      if (places.length === 1 && others?.length === 1 && i !== undefined && j !== undefined) this.#pair(i, j);
    }
  }

  /** Recurring lines ("Back to top") follow their unique neighbours. */
  extendEqualNeighbours(): void {
    const follow = (i: number, j: number): void => {
      const equal = this.#keysA[i] === this.#keysB[j];
      if (equal && this.#partnerA[i] === -1 && this.#partnerB[j] === -1) this.#pair(i, j);
    };
    for (let i = 0; i + 1 < this.#a.length; i++) {
      const j = this.#partnerA[i] ?? -1;
      if (j >= 0 && j + 1 < this.#b.length) follow(i + 1, j + 1);
    }
    for (let i = this.#a.length - 1; i > 0; i--) {
      const j = this.#partnerA[i] ?? -1;
      if (j > 0) follow(i - 1, j - 1);
    }
  }

  /** Pairs blocks that are each other's most alike, found by the word pairs that they share. */
  pairSimilar(): void {
    const postings = this.#indexShingles();
    const bestOfB = new Map<number, { i: number; score: number }>();
    const bestOfA = new Map<number, { j: number; score: number }>();
    this.#a.forEach((profile, i) => {
      if (this.#partnerA[i] !== -1) return;
      for (const j of likelyPartners(profile.words, postings)) {
        const other = this.#b[j];
        if (!other) continue;
        const score = similarity(profile, other);
        if (score < SIMILAR_ANYWHERE) continue;
        if (score > (bestOfA.get(i)?.score ?? 0)) bestOfA.set(i, { j, score });
        if (score > (bestOfB.get(j)?.score ?? 0)) bestOfB.set(j, { i, score });
      }
    });
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

  /** Keeps in place the heaviest chain of pairs in the order of both texts; the others are moves or nothing. */
  chooseChain(): void {
    const pairs: { i: number; j: number; weight: number }[] = [];
    this.#partnerA.forEach((j, i) => {
      if (j >= 0) pairs.push({ i, j, weight: this.#weight(i, j) });
    });
    const chain = heaviestChain(pairs, this.#b.length);
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
    pairs.forEach((pair, index) => {
      if (chain.has(index)) return;
      if (!this.#continues(last, pair)) close();
      group.push(pair.i);
      last = pair;
    });
    close();
  }

  #weight(i: number, j: number): number {
    const a = this.#a[i];
    const b = this.#b[j];
    if (!a || !b) return 0;
    return a.key === b.key ? Math.min(a.size, b.size) : sharedCount(a.sorted, b.sorted) * similarity(a, b);
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
      words += sharedCount(a.sorted, b.sorted);
      best = Math.max(best, similarity(a, b));
      if (a.key === b.key && a.words.length >= 4) equal += Math.min(a.size, b.size);
    }
    return (words >= MOVED_WORDS && best >= SIMILAR_MOVED) || equal >= MOVED_EQUAL_TOKENS;
  }

  /** Aligns, in order, what is unpaired between neighbours that stay in place. */
  fillGaps(): void {
    let i = 0;
    let j = 0;
    for (let next = 0; next <= this.#a.length; next++) {
      const end = next === this.#a.length;
      if (!end && ((this.#partnerA[next] ?? -1) < 0 || (this.#movedA[next] ?? 0) > 0)) continue;
      const nextJ = end ? this.#b.length : (this.#partnerA[next] ?? 0);
      this.#fillGap(this.#freeA(i, next), this.#freeB(j, nextJ));
      i = next + 1;
      j = nextJ + 1;
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

  #fillGap(freeA: readonly number[], freeB: readonly number[]): void {
    if (freeA.length === 0 || freeB.length === 0) return;
    if (freeA.length * freeB.length <= GAP_CELLS_LIMIT) {
      for (const [i, j] of this.#bestInOrder(freeA, freeB)) this.#pair(i, j);
      return;
    }
    const equal = longestCommonSubsequence(
      Int32Array.from(freeA, (i) => this.#keysA[i] ?? 0),
      Int32Array.from(freeB, (j) => this.#keysB[j] ?? 0),
    );
    equal.a.forEach((x, k) => {
      this.#pair(freeA[x] ?? 0, freeB[equal.b[k] ?? 0] ?? 0);
    });
  }

  /** The pairs in order whose words in common are most (Needleman and Wunsch 1970). */
  #bestInOrder(freeA: readonly number[], freeB: readonly number[]): [number, number][] {
    const width = freeB.length + 1;
    const gain = new Float64Array(freeA.length * freeB.length);
    const best = new Float64Array((freeA.length + 1) * width);
    freeA.forEach((i, x) => {
      freeB.forEach((j, y) => {
        const value = this.#gain(i, j);
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

  #gain(i: number, j: number): number {
    const a = this.#a[i];
    const b = this.#b[j];
    if (!a || !b) return 0;
    const score = similarity(a, b);
    return score >= SIMILAR_IN_PLACE ? sharedCount(a.sorted, b.sorted) * score : 0;
  }

  finish(): BlockPair[] {
    const pairs: BlockPair[] = [];
    this.#partnerA.forEach((j, i) => {
      if (j >= 0) pairs.push({ a: i, b: j, weight: this.#weight(i, j), moved: this.#movedA[i] ?? 0 });
    });
    return pairs;
  }
}

function placesOf(keys: Int32Array): Map<number, number[]> {
  const places = new Map<number, number[]>();
  keys.forEach((key, index) => {
    const list = places.get(key);
    if (list) list.push(index);
    else places.set(key, [index]);
  });
  return places;
}

/** Pairs of neighbouring words as numbers; a single word stands for itself. */
function* shinglesOf(words: Int32Array): Generator<number> {
  if (words.length === 1) yield words[0] ?? 0;
  for (let k = 0; k + 1 < words.length; k++)
    yield (words[k] ?? 0) * 0x200000 + (words[k + 1] ?? 0) + 0x200000;
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

/** Indices of the pairs (in order of `i`) of the chain increasing in both whose weights sum highest; O(n log n) by a Fenwick tree. */
function heaviestChain(
  pairs: readonly { i: number; j: number; weight: number }[],
  countB: number,
): Set<number> {
  const tree = new Int32Array(countB + 2).fill(-1);
  const totals = new Float64Array(pairs.length);
  const previous = new Int32Array(pairs.length).fill(-1);
  const total = (index: number): number => (index < 0 ? 0 : (totals[index] ?? 0));
  let last = -1;
  pairs.forEach(({ j, weight }, index) => {
    let best = -1;
    for (let at = j; at > 0; at -= at & -at) if (total(tree[at] ?? -1) > total(best)) best = tree[at] ?? -1;
    totals[index] = weight + total(best);
    previous[index] = best;
    for (let at = j + 1; at < tree.length; at += at & -at)
      if (total(index) > total(tree[at] ?? -1)) tree[at] = index;
    if (total(index) > total(last)) last = index;
  });
  const chain = new Set<number>();
  for (let index = last; index >= 0; index = previous[index] ?? -1) chain.add(index);
  return chain;
}
