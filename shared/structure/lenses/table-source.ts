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
  const range: TextRange = plain
    ? sourceRange(plain, 0, plain.text.length)
    : { from: cell.from, to: cell.to };
  return replaceRange(text, range, padded(text, cell, escapeMarkdown(words)));
}

/** Words put into an empty cell keep their distance from the bars. */
export function padded(text: string, cell: TableCell, words: string): string {
  if (cell.from !== cell.to || !words) return words;
  const before = text[cell.from - 1] === '|' ? ' ' : '';
  const after = text[cell.to] === '|' ? ' ' : '';
  return before + words + after;
}
