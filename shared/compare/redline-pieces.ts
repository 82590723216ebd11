import { compareTexts } from './compare.ts';
import type { Span } from './comparison.ts';

/** A stretch of a short redline in one flow, as both texts write it (markup included). */
export interface RedlinePiece {
  readonly op: 'keep' | 'delete' | 'insert';
  readonly text: string;
}

/**
 * What became of one passage: kept, deleted and inserted text in reading order. The kept and inserted pieces together are `after`;
 * the kept and deleted ones are `before` (a moved stretch is deleted here and inserted there).
 */
export function redlinePieces(before: string, after: string): readonly RedlinePiece[] {
  if (before === after) return after === '' ? [] : [{ op: 'keep', text: after }];
  const { spans } = compareTexts({ label: '', text: before }, { label: '', text: after });
  return joinAlike(placed(spans, before, after).map(({ op, text }) => ({ op, text })));
}

interface Placed extends RedlinePiece {
  /** Where in the new text it stands, or would stand. */
  readonly at: number;
  readonly fromA: number;
}

function placed(spans: readonly Span[], before: string, after: string): Placed[] {
  let at = 0;
  const gone: Placed[] = [];
  const present: Placed[] = [];
  for (const span of [...spans].sort((x, y) => x.fromA - y.fromA || x.fromB - y.fromB)) {
    const { fromA, toA, fromB, toB } = span;
    const inA = before.slice(fromA, toA);
    const inB = after.slice(fromB, toB);
    const same = inA === inB && span.op !== 'move';
    if (inB !== '') present.push({ op: same ? 'keep' : 'insert', text: inB, at: fromB, fromA });
    if (inA !== '' && !same) gone.push({ op: 'delete', text: inA, at, fromA });
    if (same) at = toB;
  }
  return [...gone, ...present].sort((x, y) => x.at - y.at || order(x) - order(y) || x.fromA - y.fromA);
}

/** What went stands ahead of what came in its place. */
function order({ op }: Placed): number {
  return op === 'delete' ? 0 : 1;
}

function joinAlike(pieces: readonly RedlinePiece[]): readonly RedlinePiece[] {
  const joined: RedlinePiece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (last?.op === piece.op) joined[joined.length - 1] = { op: piece.op, text: last.text + piece.text };
    else joined.push(piece);
  }
  return joined;
}
