import { longestCommonSubsequenceInSteps, type Matches } from './lcs.ts';
import type { Steps } from './steps.ts';

/** A stretch of tokens of one side, half-open. */
export type TokenRange = readonly [from: number, to: number];

/** What opening another run of edits costs, in the tenths of a word that `TokenValues` are given in: two words and a little. */
const RUN_COST = 21;
/** Up to this many cells the optimum with run costs is found at once. */
const CELLS_LIMIT = 1 << 21;
/** Words that match in a row this long in a longest common subsequence match in any sensible comparison. */
const SURE_RUN = 8;

/** What it is worth to match each token of A, in tenths of an ordinary word. */
export type TokenValues = Uint8Array;

/**
 * Matches the words of two passages that correspond: as many as possible, less a cost for each run of edits (affine gaps, Gotoh
 * 1982), so that a comparison stays whole where a minimal one would be chopped. Equal ends are matched first; a passage too
 * long for that is first divided at the long runs of its longest common subsequence.
 */
export function* matchWordsInSteps(
  a: Int32Array,
  b: Int32Array,
  [fromA, toA]: TokenRange,
  [fromB, toB]: TokenRange,
  values: TokenValues,
): Steps<Matches> {
  const out: Matches = { a: [], b: [] };
  while (fromA < toA && fromB < toB && a[fromA] === b[fromB]) {
    out.a.push(fromA++);
    out.b.push(fromB++);
  }
  let tail = 0;
  while (fromA < toA - tail && fromB < toB - tail && a[toA - tail - 1] === b[toB - tail - 1]) tail++;
  const n = toA - tail - fromA;
  const m = toB - tail - fromB;
  if (n > 0 && m > 0) {
    if (n * m <= CELLS_LIMIT) append(out, alignWithRunCosts(a, b, fromA, n, fromB, m, values));
    else yield* matchLong(a, b, [fromA, fromA + n], [fromB, fromB + m], values, out);
  }
  for (; tail > 0; tail--) {
    out.a.push(toA - tail);
    out.b.push(toB - tail);
  }
  return out;
}

function append(out: Matches, more: Matches): void {
  for (let k = 0; k < more.a.length; k++) {
    out.a.push(more.a[k] ?? 0);
    out.b.push(more.b[k] ?? 0);
  }
}

/** Keeps the long runs of the longest common subsequence and improves what lies between them where that is small enough. */
function* matchLong(
  a: Int32Array,
  b: Int32Array,
  rangeA: TokenRange,
  rangeB: TokenRange,
  values: TokenValues,
  out: Matches,
): Steps<void> {
  const found = yield* longestCommonSubsequenceInSteps(a, b, rangeA, rangeB);
  let [doneA] = rangeA;
  let [doneB] = rangeB;
  let loose = 0;
  const closeGap = (upTo: number, endA: number, endB: number): void => {
    const [n, m] = [endA - doneA, endB - doneB];
    if (n > 0 && m > 0 && n * m <= CELLS_LIMIT)
      append(out, alignWithRunCosts(a, b, doneA, n, doneB, m, values));
    else append(out, { a: found.a.slice(loose, upTo), b: found.b.slice(loose, upTo) });
  };
  let work = 0;
  for (const [from, to] of longRuns(found)) {
    const [atA, atB] = [found.a[from] ?? 0, found.b[from] ?? 0];
    work += (atA - doneA) * (atB - doneB);
    closeGap(from, atA, atB);
    append(out, { a: found.a.slice(from, to), b: found.b.slice(from, to) });
    doneA = (found.a[to - 1] ?? 0) + 1;
    doneB = (found.b[to - 1] ?? 0) + 1;
    loose = to;
    if (work < CELLS_LIMIT) continue;
    work = 0;
    yield to / found.a.length;
  }
  closeGap(found.a.length, rangeA[1], rangeB[1]);
}

/** Index ranges of matches that follow one another on both sides, `SURE_RUN` or more. */
function* longRuns({ a, b }: Matches): Generator<[number, number]> {
  for (let from = 0, to = 1; from < a.length; from = to, to = from + 1) {
    while (to < a.length && a[to] === (a[to - 1] ?? 0) + 1 && b[to] === (b[to - 1] ?? 0) + 1) to++;
    if (to - from >= SURE_RUN) yield [from, to];
  }
}

const FROM_MATCH = 1;
const GAP_OVER_A = 2;
const GAP_OVER_B = 4;
const GAP_OPENS = 8;
const IMPOSSIBLE = -1e9;

/**
 * Best score for each pair of prefixes, once ending in a match and once in an edit; the choices are kept as bits and read back.
 * The passage is taken to stand between matched words, so edits at its ends open runs too.
 */
function alignWithRunCosts(
  a: Int32Array,
  b: Int32Array,
  fromA: number,
  n: number,
  fromB: number,
  m: number,
  values: TokenValues,
): Matches {
  const choice = new Uint8Array((n + 1) * (m + 1));
  const matched = new Int32Array(m + 1).fill(IMPOSSIBLE);
  const edited = new Int32Array(m + 1);
  matched[0] = 0;
  edited[0] = IMPOSSIBLE;
  for (let j = 1; j <= m; j++) {
    edited[j] = -RUN_COST;
    choice[j] = GAP_OVER_B | (j === 1 ? GAP_OPENS : 0);
  }
  for (let i = 1; i <= n; i++) {
    const row = i * (m + 1);
    const symbol = a[fromA + i - 1] ?? 0;
    const value = values[fromA + i - 1] ?? 0;
    let diagonalMatched = matched[0] ?? 0;
    let diagonalEdited = edited[0] ?? 0;
    matched[0] = IMPOSSIBLE;
    edited[0] = -RUN_COST;
    choice[row] = GAP_OVER_A | (i === 1 ? GAP_OPENS : 0);
    for (let j = 1; j <= m; j++) {
      const upMatched = matched[j] ?? 0;
      const upEdited = edited[j] ?? 0;
      let bits = 0;
      if (symbol === b[fromB + j - 1]) {
        if (diagonalMatched >= diagonalEdited) bits = FROM_MATCH;
        matched[j] = value + Math.max(diagonalMatched, diagonalEdited);
      } else matched[j] = IMPOSSIBLE;
      const leftMatched = matched[j - 1] ?? 0;
      const leftEdited = edited[j - 1] ?? 0;
      let best = upEdited;
      let way = GAP_OVER_A;
      if (leftEdited > best) {
        best = leftEdited;
        way = GAP_OVER_B;
      }
      if (upMatched - RUN_COST > best) {
        best = upMatched - RUN_COST;
        way = GAP_OVER_A | GAP_OPENS;
      }
      if (leftMatched - RUN_COST > best) {
        best = leftMatched - RUN_COST;
        way = GAP_OVER_B | GAP_OPENS;
      }
      edited[j] = best;
      choice[row + j] = bits | way;
      diagonalMatched = upMatched;
      diagonalEdited = upEdited;
    }
  }
  return readChoices(choice, n, m, fromA, fromB, (matched[m] ?? 0) >= (edited[m] ?? 0));
}

function readChoices(
  choice: Uint8Array,
  n: number,
  m: number,
  fromA: number,
  fromB: number,
  endsInMatch: boolean,
): Matches {
  const foundA: number[] = [];
  const foundB: number[] = [];
  let inMatch = endsInMatch;
  for (let i = n, j = m; i > 0 || j > 0; ) {
    const bits = choice[i * (m + 1) + j] ?? 0;
    if (inMatch) {
      foundA.push(fromA + --i);
      foundB.push(fromB + --j);
      inMatch = (bits & FROM_MATCH) !== 0;
    } else {
      if (bits & GAP_OVER_A) i--;
      else j--;
      inMatch = (bits & GAP_OPENS) !== 0;
    }
  }
  return { a: foundA.reverse(), b: foundB.reverse() };
}
