import { findAccountingFault } from '../../shared/compare/accounting.ts';
import type { Redline } from '../../shared/compare/redline.ts';
import type { ComparisonView } from '../../shared/ipc/contract.ts';
import { blockRuns } from './redline-text.ts';

/** The verdict that stands under every redline. */
export interface AccountingVerdict {
  readonly sound: boolean;
  readonly text: string;
}

/**
 * Checks that every word of both texts is shown exactly once: the comparison covers both texts (CONTRACT.md, "Accounting"), and
 * the rows on show draw no stretch of either text twice and leave no compared words out.
 */
export function tellAccounting({ comparison, redline }: ComparisonView): AccountingVerdict {
  const fault =
    findAccountingFault(comparison) ??
    findDrawingFault(redline, 'a', comparison.a.text) ??
    findDrawingFault(redline, 'b', comparison.b.text);
  return fault === null
    ? { sound: true, text: 'Every word of both texts is shown exactly once.' }
    : { sound: false, text: `This comparison is faulty, do not rely on it: ${fault}` };
}

/** Finds a stretch of a side that the rows draw twice, outside the text, or with other words. */
function findDrawingFault(redline: Redline, side: 'a' | 'b', text: string): string | null {
  const drawn: [from: number, to: number][] = [];
  for (const row of redline.rows)
    for (const run of blockRuns(row[side])) {
      const [from, to] = side === 'a' ? [run.fromA, run.toA] : [run.fromB, run.toB];
      if (from !== undefined && to !== undefined) drawn.push([from, to]);
    }
  drawn.sort((x, y) => x[0] - y[0] || x[1] - y[1]);
  let at = 0;
  for (const [from, to] of drawn) {
    if (from < at) return `the ${NAMES[side]} text is drawn twice at character ${from}`;
    if (to > text.length) return `the ${NAMES[side]} text is drawn beyond its end`;
    at = to;
  }
  return null;
}

const NAMES = { a: 'old', b: 'new' } as const;
