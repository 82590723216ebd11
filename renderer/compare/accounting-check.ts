import { findAccountingFault } from '../../shared/compare/accounting.ts';
import type { Redline } from '../../shared/compare/redline.ts';
import type { ComparisonView } from '../../shared/ipc/comparison-requests.ts';
import type { Block, Inline } from '../../shared/markdown/document.ts';
import { parseDocument } from '../../shared/markdown/parse-document.ts';
import type { TextRange } from '../../shared/model/text.ts';
import { blockRuns } from './redline-text.ts';

/** The verdict that stands under every redline. */
export interface AccountingVerdict {
  readonly sound: boolean;
  readonly text: string;
}

/**
 * Checks that every word of both texts is shown exactly once: the comparison covers both texts (CONTRACT.md, "Accounting"), and
 * the rows on show draw every visible word of each text, none of them twice. What the texts hold is read from them anew here,
 * not taken from the comparison.
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

const NAMES = { a: 'old', b: 'new' } as const;

function findDrawingFault(redline: Redline, side: 'a' | 'b', text: string): string | null {
  const drawn = drawnRanges(redline, side);
  return (
    findTwice(drawn, side, text) ?? findMissing(visibleRanges(parseDocument(text).blocks), drawn, side, text)
  );
}

/** The stretches of a side that the rows draw, in order of the text. */
function drawnRanges(redline: Redline, side: 'a' | 'b'): readonly TextRange[] {
  const drawn: TextRange[] = [];
  for (const row of redline.rows)
    for (const run of blockRuns(row[side])) {
      const [from, to] = side === 'a' ? [run.fromA, run.toA] : [run.fromB, run.toB];
      if (from !== undefined && to !== undefined) drawn.push({ from, to });
    }
  return drawn.sort((x, y) => x.from - y.from || x.to - y.to);
}

/** White space may be shared by neighbours (a line break and the indentation after it); words may not. */
function findTwice(drawn: readonly TextRange[], side: 'a' | 'b', text: string): string | null {
  let at = 0;
  for (const { from, to } of drawn) {
    if (from < at && isWords(text.slice(from, Math.min(at, to))))
      return `the ${NAMES[side]} text is drawn twice at character ${from}.`;
    at = Math.max(at, to);
  }
  return null;
}

function findMissing(
  visible: readonly TextRange[],
  drawn: readonly TextRange[],
  side: 'a' | 'b',
  text: string,
): string | null {
  let next = 0;
  for (const range of visible) {
    let at = range.from;
    while ((drawn[next]?.to ?? Infinity) <= at) next++;
    for (let near = next; at < range.to; near++) {
      const piece = drawn[near];
      const end = Math.min(range.to, piece?.from ?? range.to);
      if (end > at && isWords(text.slice(at, end)))
        return `characters ${at} to ${end} of the ${NAMES[side]} text are not drawn.`;
      at = Math.max(end, piece?.to ?? range.to);
    }
  }
  return null;
}

/** Where the characters stand that a reader of the document sees, in order. */
function visibleRanges(blocks: readonly Block[]): readonly TextRange[] {
  const ranges: TextRange[] = [];
  const addInlines = (inlines: readonly Inline[]): void => {
    for (const inline of inlines) {
      if (inline.kind === 'text' || inline.kind === 'code') ranges.push(inline);
      else if ('children' in inline && inline.kind !== 'image') addInlines(inline.children);
    }
  };
  const addBlock = (block: Block): void => {
    if (block.kind === 'list') for (const item of block.items) item.blocks.forEach(addBlock);
    else if (block.kind === 'quote') block.blocks.forEach(addBlock);
    else if (block.kind === 'table')
      for (const row of [block.head, ...block.rows]) for (const cell of row.cells) addInlines(cell.inlines);
    else if (block.kind === 'code-block') ranges.push(...block.content);
    else if ('inlines' in block) addInlines(block.inlines);
  };
  blocks.forEach(addBlock);
  return ranges;
}

function isWords(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}
