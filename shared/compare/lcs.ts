import { runToEnd, type Steps } from './steps.ts';

/** Matched positions in order: `a[k]` of the first sequence equals `b[k]` of the second. */
export interface Matches {
  readonly a: number[];
  readonly b: number[];
}

/** Above this many 32-bit words of stored rows (64 MB) the problem is halved first (Hirschberg 1975). */
const STORED_WORDS_LIMIT = 1 << 24;

/**
 * A longest common subsequence of `a[fromA..toA)` and `b[fromB..toB)`, exactly. Common ends are matched first; the middle by the
 * bit-parallel method of Hyyrö (2004), read back from its stored rows, halved as Hirschberg (1975) does where they would not fit.
 */
export function longestCommonSubsequence(a: Int32Array, b: Int32Array): Matches {
  return runToEnd(longestCommonSubsequenceInSteps(a, b, [0, a.length], [0, b.length]));
}

/** The same in steps. */
export function* longestCommonSubsequenceInSteps(
  a: Int32Array,
  b: Int32Array,
  [fromA, toA]: readonly [number, number],
  [fromB, toB]: readonly [number, number],
): Steps<Matches> {
  const matches: Matches = { a: [], b: [] };
  yield* solve(a, b, fromA, toA, fromB, toB, matches);
  return matches;
}

function* solve(
  a: Int32Array,
  b: Int32Array,
  fromA: number,
  toA: number,
  fromB: number,
  toB: number,
  out: Matches,
): Steps<void> {
  while (fromA < toA && fromB < toB && a[fromA] === b[fromB]) {
    out.a.push(fromA++);
    out.b.push(fromB++);
  }
  let tail = 0;
  while (fromA < toA - tail && fromB < toB - tail && a[toA - tail - 1] === b[toB - tail - 1]) tail++;
  yield* solveMiddle(a, b, fromA, toA - tail, fromB, toB - tail, out);
  for (; tail > 0; tail--) {
    out.a.push(toA - tail);
    out.b.push(toB - tail);
  }
}

function* solveMiddle(
  a: Int32Array,
  b: Int32Array,
  fromA: number,
  toA: number,
  fromB: number,
  toB: number,
  out: Matches,
): Steps<void> {
  const n = toA - fromA;
  const m = toB - fromB;
  if (n === 0 || m === 0) return;
  const width = (m + 31) >>> 5;
  if (n * width <= STORED_WORDS_LIMIT) {
    yield* readBack(a, b, fromA, n, fromB, m, out);
    return;
  }
  const middle = fromA + (n >>> 1);
  const cut = fromB + (yield* bestCut(a, b, fromA, middle, toA, fromB, toB));
  yield* solve(a, b, fromA, middle, fromB, cut, out);
  yield* solve(a, b, middle, toA, cut, toB, out);
}

/** For each symbol of `b`, the positions where it stands, as bits. Symbols absent from `b` have no row. */
class Positions {
  readonly width: number;
  readonly #rows = new Map<number, Uint32Array>();

  constructor(b: Int32Array, fromB: number, m: number, reversed = false) {
    this.width = (m + 31) >>> 5;
    for (let j = 0; j < m; j++) {
      const symbol = b[reversed ? fromB + m - 1 - j : fromB + j] ?? 0;
      let row = this.#rows.get(symbol);
      if (!row) {
        row = new Uint32Array(this.width);
        this.#rows.set(symbol, row);
      }
      row[j >>> 5] = (row[j >>> 5] ?? 0) | (1 << (j & 31));
    }
  }

  of(symbol: number): Uint32Array | undefined {
    return this.#rows.get(symbol);
  }
}

/**
 * One step of Hyyrö's recurrence, V' = (V + (V & M)) | (V & ~M), word by word with carry: zero bits of V stand where the length
 * of the common subsequence grows. Rows are `width` words at `source` and `target`.
 */
function step(
  rows: Uint32Array,
  source: number,
  target: number,
  width: number,
  mask: Uint32Array | undefined,
): void {
  if (!mask) {
    rows.copyWithin(target, source, source + width);
    return;
  }
  let carry = 0;
  for (let w = 0; w < width; w++) {
    const v = rows[source + w] ?? 0;
    const hits = v & (mask[w] ?? 0);
    const sum = v + (hits >>> 0) + carry;
    carry = sum > 0xffffffff ? 1 : 0;
    rows[target + w] = sum | 0 | (v & ~hits);
  }
}

function* readBack(
  a: Int32Array,
  b: Int32Array,
  fromA: number,
  n: number,
  fromB: number,
  m: number,
  out: Matches,
): Steps<void> {
  const positions = new Positions(b, fromB, m);
  const { width } = positions;
  const rows = new Uint32Array((n + 1) * width).fill(0xffffffff, 0, width);
  for (let i = 0; i < n; i++) {
    step(rows, i * width, (i + 1) * width, width, positions.of(a[fromA + i] ?? 0));
    if ((i + 1) % rowsPerStep(width) === 0) yield i / n;
  }
  const grows = (i: number, j: number): boolean =>
    (((rows[i * width + (j >>> 5)] ?? 0) >>> (j & 31)) & 1) === 0;
  const foundA: number[] = [];
  const foundB: number[] = [];
  for (let i = n, j = m; i > 0 && j > 0; ) {
    if (!grows(i, j - 1)) j--;
    else if (i > 1 && grows(i - 1, j - 1)) i--;
    else {
      foundA.push(fromA + --i);
      foundB.push(fromB + --j);
    }
  }
  for (let k = foundA.length - 1; k >= 0; k--) {
    out.a.push(foundA[k] ?? 0);
    out.b.push(foundB[k] ?? 0);
  }
}

/** Rows between two steps: about 10 ms. */
function rowsPerStep(width: number): number {
  return Math.max(1, Math.floor((1 << 22) / width));
}

/** Where to cut `b` so that the halves of `a` together still reach the longest common subsequence. */
function* bestCut(
  a: Int32Array,
  b: Int32Array,
  fromA: number,
  middle: number,
  toA: number,
  fromB: number,
  toB: number,
): Steps<number> {
  const m = toB - fromB;
  const ahead = yield* lengthsByPrefix(a, fromA, middle, new Positions(b, fromB, m), m, false);
  const behind = yield* lengthsByPrefix(a, middle, toA, new Positions(b, fromB, m, true), m, true);
  let best = 0;
  let bestLength = -1;
  for (let j = 0; j <= m; j++) {
    const length = (ahead[j] ?? 0) + (behind[m - j] ?? 0);
    if (length > bestLength) {
      bestLength = length;
      best = j;
    }
  }
  return best;
}

function* lengthsByPrefix(
  a: Int32Array,
  fromA: number,
  toA: number,
  positions: Positions,
  m: number,
  reversed: boolean,
): Steps<Int32Array> {
  const { width } = positions;
  const row = new Uint32Array(width).fill(0xffffffff);
  for (let i = fromA; i < toA; i++) {
    step(row, 0, 0, width, positions.of(a[reversed ? toA - 1 - (i - fromA) : i] ?? 0));
    if ((i - fromA + 1) % rowsPerStep(width) === 0) yield (i - fromA) / (toA - fromA);
  }
  const lengths = new Int32Array(m + 1);
  for (let j = 0; j < m; j++)
    lengths[j + 1] = (lengths[j] ?? 0) + (((row[j >>> 5] ?? 0) >>> (j & 31)) & 1 ? 0 : 1);
  return lengths;
}
