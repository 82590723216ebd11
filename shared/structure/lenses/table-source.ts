import type { TableCell, TableRow } from '../../markdown/document.ts';
import { escapeMarkdown } from '../../markdown/escape-markdown.ts';
import type { TextEdit, TextRange } from '../../model/text.ts';
import { sourceRange, toPlainText } from '../plain-text.ts';
import { replaceRange } from './edits.ts';

/** Writes a table row with the bars of another one: at both ends, or only between cells. */
export function writeRowLike(text: string, sample: TableRow, cells: readonly string[]): string {
  const source = text.slice(sample.from, sample.to);
  const opening = /^\s*\|/.test(source) ? '| ' : '';
  const closing = /(?<!\\)\|\s*$/.test(source) ? ' |' : '';
  return `${opening}${cells.join(' | ')}${closing}`.trimEnd();
}

/** Puts words into a cell; one that is a link or all bold stays so around the new words. */
export function writeCell(text: string, cell: TableCell, words: string): TextEdit[] {
  const only = cell.inlines.length === 1 ? cell.inlines[0] : undefined;
  const inner = only && 'children' in only && words ? only.children : null;
  const plain = inner ? toPlainText(text, inner) : null;
  const range: TextRange = plain ? sourceRange(plain, 0, plain.text.length) : cellRange(text, cell);
  return replaceRange(text, range, padded(text, cell, escapeMarkdown(words)));
}

/** What a cell's words take the place of: of an empty cell, the blanks between its bars. */
export function cellRange(text: string, cell: TableCell): TextRange {
  if (cell.from !== cell.to) return { from: cell.from, to: cell.to };
  const before = /[ \t]*$/.exec(text.slice(Math.max(0, cell.from - 200), cell.from))?.[0].length ?? 0;
  const after = /^[ \t]*/.exec(text.slice(cell.to, cell.to + 200))?.[0].length ?? 0;
  const closed = text[cell.to + after] === '|' && text[cell.from - before - 1] === '|';
  return closed ? { from: cell.from - before, to: cell.to + after } : { from: cell.from, to: cell.to };
}

/** Words put into an empty cell keep their distance from the bars. */
export function padded(text: string, cell: TableCell, words: string): string {
  const { from, to } = cellRange(text, cell);
  if (cell.from !== cell.to || !words) return words;
  const before = text[from - 1] === '|' ? ' ' : '';
  const after = text[to] === '|' ? ' ' : '';
  return before + words + after;
}
