import type { ChangeClass } from '../../shared/compare/comparison.ts';
import type { RedlineRow } from '../../shared/compare/redline.ts';
import type { ChangeEntry } from './change-index.ts';
import { blockRuns, rowBlock } from './redline-text.ts';

/** How an overview mark looks. */
export type MarkTone = 'insert' | 'delete' | 'replace' | 'move' | 'other';

/** A mark of the overview strip; `from` and `to` are shares of the document's height, 0 to 1. */
export interface OverviewMark {
  readonly change: number;
  readonly tone: MarkTone;
  readonly from: number;
  readonly to: number;
}

/** A row's height before it is drawn, in lines of text. */
export type RowWeight = number;

/** Characters on a line of a column at the default width; only proportions matter. */
const LINE_CHARACTERS = 70;
/** Space around a block, in lines. */
const BLOCK_GAP = 0.7;

/** Estimates how high each row will stand, in lines, from the longer of its sides. */
export function rowWeights(rows: readonly RedlineRow[], inline: boolean): readonly RowWeight[] {
  return rows.map((row) => {
    const length = inline
      ? textLength(row, 'inline')
      : Math.max(textLength(row, 'a'), textLength(row, 'b')) * 2;
    return Math.max(1, Math.ceil(length / (2 * LINE_CHARACTERS) || 1)) + BLOCK_GAP;
  });
}

/** Running totals of weights as shares: the share of the document above each row, with 1 at the end. */
export function shareAbove(weights: readonly number[]): readonly number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0) || 1;
  let above = 0;
  const shares = weights.map((weight) => {
    const share = above / total;
    above += weight;
    return share;
  });
  return [...shares, 1];
}

/** One mark for each change at the share of the document where its first row stands. */
export function overviewMarks(
  entries: readonly ChangeEntry[],
  shares: readonly number[],
): readonly OverviewMark[] {
  return entries.map(({ change, row }) => ({
    change: change.id,
    tone: toneOf(change.kind, change.class),
    from: shares[row] ?? 0,
    to: shares[row + 1] ?? 1,
  }));
}

/** The look of a change wherever it stands for itself: in the strip and in the list. */
export function toneOf(kind: ChangeEntry['change']['kind'], changeClass: ChangeClass): MarkTone {
  if (changeClass === 'moved' || kind === 'move') return 'move';
  if (changeClass !== 'substantive') return 'other';
  if (kind === 'insert' || kind === 'delete' || kind === 'replace') return kind;
  return kind === 'row' || kind === 'cell' ? 'replace' : 'other';
}

function textLength(row: RedlineRow, side: 'a' | 'b' | 'inline'): number {
  let length = 0;
  for (const run of blockRuns(rowBlock(row, side))) length += run.text.length;
  return length;
}
