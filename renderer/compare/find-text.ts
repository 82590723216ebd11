import type { Redline } from '../../shared/compare/redline.ts';
import { blockTexts, rowBlock, runsText, type Side } from './redline-text.ts';

/** A place where the words looked for stand: offsets into the `text`-th text of a column of a row. */
export interface FindMatch {
  readonly row: number;
  readonly side: Side;
  readonly text: number;
  readonly from: number;
  readonly to: number;
  /** False for the left copy of an unchanged passage, which stepping from match to match passes over. */
  readonly stop: boolean;
}

/** More than anyone steps through; it bounds the work for a query such as `e`. */
const MOST_MATCHES = 5000;

/**
 * Finds words in the columns on show, in reading order, without regard to case; any white space in the query stands for any in
 * the text. At most 5000 matches are given.
 */
export function findText(redline: Redline, query: string, sides: readonly Side[]): readonly FindMatch[] {
  const pattern = patternFor(query);
  if (!pattern) return [];
  const matches: FindMatch[] = [];
  for (const [row, entry] of redline.rows.entries()) {
    for (const side of sides) {
      const stop = side !== 'a' || entry.status !== 'same';
      for (const [text, runs] of blockTexts(rowBlock(entry, side)).entries()) {
        for (const match of runsText(runs).matchAll(pattern)) {
          matches.push({ row, side, text, from: match.index, to: match.index + match[0].length, stop });
          if (matches.length >= MOST_MATCHES) return matches;
        }
      }
    }
  }
  return matches;
}

function patternFor(query: string): RegExp | null {
  const words = query.trim().split(/\s+/).filter(Boolean);
  if (words.length === 0) return null;
  return new RegExp(words.map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join('\\s+'), 'giu');
}
