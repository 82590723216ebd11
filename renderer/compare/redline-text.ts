import type { Redline, RedlineBlock, RedlineRow, RedlineRun } from '../../shared/compare/redline.ts';

/** The columns of a comparison: the old text, the new one, or both in one flow. */
export type Side = 'a' | 'b' | 'inline';

/**
 * The texts a block is drawn as: one list of runs, or one for each cell of a table row. The n-th of them is the n-th element
 * with the attribute `data-text` that the block draws.
 */
export function blockTexts(block: RedlineBlock | null): readonly (readonly RedlineRun[])[] {
  if (!block || block.kind === 'rule') return [];
  return block.kind === 'table-row' ? block.cells : [block.runs];
}

/** All runs of a block in reading order. */
export function blockRuns(block: RedlineBlock | null): readonly RedlineRun[] {
  const texts = blockTexts(block);
  return texts.length === 1 ? (texts[0] ?? []) : texts.flat();
}

/** What a row shows in a column. */
export function rowBlock(row: RedlineRow, side: Side): RedlineBlock | null {
  return side === 'inline' ? row.inline : row[side];
}

/** The visible words of a list of runs. */
export function runsText(runs: readonly RedlineRun[]): string {
  return runs.length === 1 ? (runs[0]?.text ?? '') : runs.map((run) => run.text).join('');
}

/** The position of the row that shows a character of a side, or the nearest row before it. */
export function rowAtOffset(redline: Redline, side: 'a' | 'b', offset: number): number {
  let best = 0;
  let nearest = -1;
  redline.rows.forEach((row, index) => {
    for (const run of blockRuns(row[side])) {
      const from = side === 'a' ? run.fromA : run.fromB;
      if (from === undefined || from > offset || from <= nearest) continue;
      nearest = from;
      best = index;
    }
  });
  return best;
}

/** Where the two halves of each moved passage stand, by move number; a half inside a changed row counts too. */
export interface MoveEnds {
  readonly from: number;
  readonly to: number;
}

/** Finds the rows that moves leave and reach, as positions in `rows`. */
export function findMoves(redline: Redline): ReadonlyMap<number, MoveEnds> {
  const from = new Map<number, number>();
  const to = new Map<number, number>();
  redline.rows.forEach((row, index) => {
    for (const move of movesOn(row.a)) if (!from.has(move)) from.set(move, index);
    for (const move of movesOn(row.b)) if (!to.has(move)) to.set(move, index);
  });
  const ends = new Map<number, MoveEnds>();
  for (const [move, start] of from) ends.set(move, { from: start, to: to.get(move) ?? start });
  return ends;
}

function movesOn(block: RedlineBlock | null): Set<number> {
  const moves = new Set<number>();
  for (const run of blockRuns(block)) if (run.move !== undefined) moves.add(run.move);
  return moves;
}
