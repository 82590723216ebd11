import type { RedlineRow } from '../../shared/compare/redline.ts';

/** A run of rows without a shown change, as positions `from` up to but not including `to`. */
export interface Fold {
  readonly from: number;
  readonly to: number;
}

/** Rows that stay open on each side of a change, so that it can be read in its place. */
const CONTEXT_ROWS = 1;
/** A shorter run costs more to open than to read. */
const SHORTEST_FOLD = 3;

/**
 * Finds the runs of rows that can be collapsed: no shown change in them or right beside them, and not the heading that the next
 * change stands under.
 */
export function foldRows(rows: readonly RedlineRow[], shown: ReadonlySet<number>): readonly Fold[] {
  const open = openRows(rows, shown);
  const folds: Fold[] = [];
  let from = -1;
  for (let at = 0; at <= rows.length; at++) {
    if (at < rows.length && !open[at]) {
      if (from < 0) from = at;
      continue;
    }
    if (from >= 0 && at - from >= SHORTEST_FOLD) folds.push({ from, to: at });
    from = -1;
  }
  return folds;
}

/** The fold that hides a row, if one does. */
export function foldAround(folds: readonly Fold[], row: number): Fold | undefined {
  return folds.find((fold) => fold.from <= row && row < fold.to);
}

/** What stands in place of collapsed rows. */
export function foldLabel(fold: Fold): string {
  const count = fold.to - fold.from;
  return `Show ${count.toLocaleString('en')} unchanged ${count === 1 ? 'paragraph' : 'paragraphs'}`;
}

function openRows(rows: readonly RedlineRow[], shown: ReadonlySet<number>): readonly boolean[] {
  const open = new Array<boolean>(rows.length).fill(false);
  let heading = -1;
  rows.forEach((row, at) => {
    if (row.inline.kind === 'heading') heading = at;
    if (!isMarked(row, shown)) return;
    const last = Math.min(rows.length - 1, at + CONTEXT_ROWS);
    for (let near = Math.max(0, at - CONTEXT_ROWS); near <= last; near++) open[near] = true;
    if (heading >= 0) open[heading] = true;
  });
  return open;
}

function isMarked(row: RedlineRow, shown: ReadonlySet<number>): boolean {
  return row.changes.some((id) => shown.has(id));
}
