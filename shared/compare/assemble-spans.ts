import type { Span, SpanOp } from './comparison.ts';
import type { ReadText } from './read-text.ts';
import type { Steps } from './steps.ts';

/** Partner of nothing. */
export const NONE = -1;

/**
 * Which tokens correspond. `partner[i]` is the token of B that token `i` of A equals, or `NONE`; no token has two partners.
 * Matches with move number 0 stay in order. Unmatched tokens inside a moved passage carry its number too.
 */
export interface Correspondence {
  readonly partner: Int32Array;
  readonly moveA: Int32Array;
  readonly moveB: Int32Array;
}

interface Piece {
  op: SpanOp;
  fromA: number;
  toA: number;
  fromB: number;
  toB: number;
  move: number;
}

/**
 * Turns matched tokens into spans that obey CONTRACT.md's accounting by construction: the tokens of each side and the gaps of
 * white space around them are visited once, in order, and each becomes part of one span.
 */
export function* assembleSpansInSteps(a: ReadText, b: ReadText, match: Correspondence): Steps<Span[]> {
  const back = invert(match.partner, b.tokens.count);
  const gaps = pairGaps(a, b, match);
  yield 0.4;
  const ofA = piecesOfA(a, b, match, gaps.ofA);
  yield 0.7;
  const ofB = insertedPieces(a, b, match, back, gaps.ofB);
  return weave(ofA, ofB).map(({ move, ...piece }) => (move > 0 ? { ...piece, move } : piece));
}

function invert(partner: Int32Array, countB: number): Int32Array {
  const back = new Int32Array(countB).fill(NONE);
  for (let i = 0; i < partner.length; i++) {
    const j = partner[i] ?? NONE;
    if (j !== NONE) back[j] = i;
  }
  return back;
}

/** Gap `i` is the white space before token `i`; the last gap ends the text. It may be empty. */
function gapRange(side: ReadText, i: number): [number, number] {
  const from = i === 0 ? 0 : (side.tokens.to[i - 1] ?? 0);
  const to = i === side.tokens.count ? side.text.length : (side.tokens.from[i] ?? 0);
  return [from, to];
}

/**
 * Gives each gap of A at most one gap of B: where both neighbours correspond, always; otherwise the gap behind or before a
 * matched token, equal white space first. Others are deleted or inserted with the words beside them.
 */
function pairGaps(a: ReadText, b: ReadText, match: Correspondence): { ofA: Int32Array; ofB: Int32Array } {
  const countA = a.tokens.count;
  const countB = b.tokens.count;
  const ofA = new Int32Array(countA + 1).fill(NONE);
  const ofB = new Int32Array(countB + 1).fill(NONE);
  const partnerOf = (i: number): number => (i < 0 ? -1 : i === countA ? countB : (match.partner[i] ?? NONE));
  const matched = (i: number): boolean => i < 0 || i === countA || (match.partner[i] ?? NONE) !== NONE;
  const moveOf = (i: number): number => (i < 0 || i === countA ? 0 : (match.moveA[i] ?? 0));
  const take = (i: number, j: number): void => {
    ofA[i] = j;
    ofB[j] = i;
  };
  for (let i = 0; i <= countA; i++) {
    if (!matched(i - 1) || !matched(i) || moveOf(i - 1) !== moveOf(i)) continue;
    const j = partnerOf(i);
    if (partnerOf(i - 1) === j - 1) take(i, j);
  }
  const free = (i: number, j: number): boolean => ofA[i] === NONE && ofB[j] === NONE;
  const tryTake = (i: number, j: number, equalOnly: boolean): void => {
    if (j < 0 || j > countB || !free(i, j)) return;
    const [fromA, toA] = gapRange(a, i);
    const [fromB, toB] = gapRange(b, j);
    if (fromA === toA || fromB === toB) return;
    if (!equalOnly || a.text.slice(fromA, toA) === b.text.slice(fromB, toB)) take(i, j);
  };
  for (const equalOnly of [true, false])
    for (let i = 0; i <= countA; i++) {
      if (ofA[i] !== NONE) continue;
      if (matched(i - 1)) tryTake(i, partnerOf(i - 1) + 1, equalOnly);
      if (ofA[i] === NONE && matched(i)) tryTake(i, partnerOf(i), equalOnly);
    }
  return { ofA, ofB };
}

/** Everything that covers A, in order. */
function piecesOfA(a: ReadText, b: ReadText, match: Correspondence, gaps: Int32Array): Piece[] {
  const pieces: Piece[] = [];
  const countA = a.tokens.count;
  const starts = segmentStarts(a);
  let atB = 0;
  for (let i = 0; i <= countA; i++) {
    const gap = gaps[i] ?? NONE;
    const last = pieces[pieces.length - 1];
    if (i < countA && extendRun(last, a, b, i, gap, match)) {
      atB = b.tokens.to[gap] ?? 0;
      continue;
    }
    if (gap === NONE && last?.op === 'delete' && match.partner[i] === NONE && starts[i] === 0)
      if (last.move === match.moveA[i] && last.toA === a.tokens.to[i - 1] && last.toB === atB) {
        last.toA = a.tokens.to[i] ?? 0; // a run of deleted words goes on, which needs no piece for each
        continue;
      }
    const [fromA, toA] = gapRange(a, i);
    const [fromB, toB] = gap === NONE ? [atB, atB] : gapRange(b, gap);
    if (toA > fromA || toB > fromB) {
      const move = gapMove(match.moveA, match.partner, i, gap);
      if (gap === NONE) addPiece(pieces, { op: 'delete', fromA, toA, fromB, toB, move });
      else addPair(pieces, a.text, b.text, { op: 'keep', fromA, toA, fromB, toB, move });
      if (gap !== NONE) atB = toB;
    }
    if (i === countA) break;
    const j = match.partner[i] ?? NONE;
    const move = match.moveA[i] ?? 0;
    const own = { fromA: a.tokens.from[i] ?? 0, toA: a.tokens.to[i] ?? 0, move };
    if (j === NONE) addPiece(pieces, { op: 'delete', ...own, fromB: atB, toB: atB }, starts[i] === 1);
    else {
      atB = b.tokens.to[j] ?? 0;
      addPair(pieces, a.text, b.text, { op: 'keep', ...own, fromB: b.tokens.from[j] ?? 0, toB: atB });
    }
  }
  return pieces;
}

/**
 * Lengthens a run of matched words by the next one where it goes on just so, which is nearly always; then no piece need be made.
 * `gap` is the gap of B paired with the one before token `i`.
 */
function extendRun(
  last: Piece | undefined,
  a: ReadText,
  b: ReadText,
  i: number,
  gap: number,
  match: Correspondence,
): boolean {
  const move = match.moveA[i] ?? 0;
  if (!last || gap === NONE || match.partner[i] !== gap || last.move !== move) return false;
  if (last.op !== (move > 0 ? 'move' : 'keep')) return false;
  const gapA = (a.tokens.from[i] ?? 0) - last.toA;
  const gapB = (b.tokens.from[gap] ?? 0) - last.toB;
  if (gapA < 0 || gapB < 0 || a.tokens.to[i - 1] !== last.toA || b.tokens.to[gap - 1] !== last.toB)
    return false;
  if (move === 0 && (gapA !== gapB || !isSameGap(a.text, last.toA, b.text, last.toB, gapA))) return false;
  last.toA = a.tokens.to[i] ?? 0;
  last.toB = b.tokens.to[gap] ?? 0;
  return true;
}

function isSameGap(textA: string, fromA: number, textB: string, fromB: number, length: number): boolean {
  for (let k = 0; k < length; k++)
    if (textA.charCodeAt(fromA + k) !== textB.charCodeAt(fromB + k)) return false;
  return true;
}

/** A paired gap belongs to the passage of the matched token beside it; an unpaired one to the edit it goes away with. */
function gapMove(moves: Int32Array, partner: Int32Array, i: number, gap: number): number {
  const before = i > 0 ? (moves[i - 1] ?? 0) : 0;
  const after = i < moves.length ? (moves[i] ?? 0) : 0;
  if (before === after) return before;
  if (gap !== NONE) return (i > 0 ? (partner[i - 1] ?? NONE) + 1 : 0) === gap ? before : after;
  if (i > 0 && partner[i - 1] === NONE) return before;
  return i < moves.length && partner[i] === NONE ? after : 0;
}

function addPair(pieces: Piece[], textA: string, textB: string, piece: Piece): void {
  if (piece.move > 0) addPiece(pieces, { ...piece, op: 'move' });
  else if (textA.slice(piece.fromA, piece.toA) === textB.slice(piece.fromB, piece.toB))
    addPiece(pieces, piece);
  else addPiece(pieces, { ...piece, op: 'reflow' });
}

/** Deletions and insertions end with their block, so that a change can name the blocks that it takes away or brings. */
function segmentStarts(side: ReadText): Uint8Array {
  const starts = new Uint8Array(side.tokens.count + 1);
  for (const segment of side.segments) starts[segment.tokenFrom] = 1;
  return starts;
}

/** Adds a piece, as part of the last one where both go on without a gap on either side. */
function addPiece(pieces: Piece[], piece: Piece, startsSegment = false): void {
  const last = pieces.at(-1);
  const joins =
    last && !startsSegment && last.op === piece.op && last.move === piece.move && piece.op !== 'reflow';
  if (joins && last.toA === piece.fromA && last.toB === piece.fromB) {
    last.toA = piece.toA;
    last.toB = piece.toB;
  } else pieces.push(piece);
}

/** What stands only in B, in order of B; `fromA` is where it would stand in A. */
function insertedPieces(
  a: ReadText,
  b: ReadText,
  match: Correspondence,
  back: Int32Array,
  gaps: Int32Array,
): Piece[] {
  const pieces: Piece[] = [];
  const countB = b.tokens.count;
  const starts = segmentStarts(b);
  let atA = 0;
  for (let j = 0; j <= countB; j++) {
    const gap = gaps[j] ?? NONE;
    const last = pieces[pieces.length - 1];
    if (gap === NONE && j < countB && back[j] === NONE && starts[j] === 0 && last?.toB === b.tokens.to[j - 1])
      if (last?.move === match.moveB[j] && last?.toA === atA) {
        last.toB = b.tokens.to[j] ?? 0; // as above, of inserted words
        continue;
      }
    const [fromB, toB] = gapRange(b, j);
    if (gap !== NONE) atA = gapRange(a, gap)[1];
    else if (toB > fromB) {
      const move = gapMove(match.moveB, back, j, NONE);
      addPiece(pieces, { op: 'insert', fromA: atA, toA: atA, fromB, toB, move });
    }
    if (j === countB) break;
    const i = back[j] ?? NONE;
    if (i !== NONE) atA = a.tokens.to[i] ?? 0;
    else {
      const own = { fromB: b.tokens.from[j] ?? 0, toB: b.tokens.to[j] ?? 0, move: match.moveB[j] ?? 0 };
      addPiece(pieces, { op: 'insert', fromA: atA, toA: atA, ...own }, starts[j] === 1);
    }
  }
  return pieces;
}

/** Puts each inserted piece behind the piece of A that precedes it in B, and behind deletions at the same place. */
function weave(ofA: readonly Piece[], inserted: readonly Piece[]): Piece[] {
  const byEndInB = new Map<number, number>();
  ofA.forEach((piece, index) => {
    if (piece.op !== 'delete' && piece.toB > piece.fromB) byEndInB.set(piece.toB, index);
  });
  const following = new Map<number, Piece[]>();
  let anchor = NONE;
  let end = 0;
  for (const piece of inserted) {
    if (piece.fromB !== end) anchor = byEndInB.get(piece.fromB) ?? NONE;
    end = piece.toB;
    let place = anchor;
    while (ofA[place + 1]?.op === 'delete' && (ofA[place + 1]?.move ?? 0) === piece.move) place++;
    const list = following.get(place);
    if (list) list.push(piece);
    else following.set(place, [piece]);
  }
  const woven: Piece[] = [...(following.get(NONE) ?? [])];
  ofA.forEach((piece, index) => {
    woven.push(piece, ...(following.get(index) ?? []));
  });
  return woven;
}
