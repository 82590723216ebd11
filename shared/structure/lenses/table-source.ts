import type { TableRow } from '../../markdown/document.ts';

/** Writes a table row with the bars of another one: at both ends, or only between cells. */
export function writeRowLike(text: string, sample: TableRow, cells: readonly string[]): string {
  const source = text.slice(sample.from, sample.to);
  const opening = /^\s*\|/.test(source) ? '| ' : '';
  const closing = /(?<!\\)\|\s*$/.test(source) ? ' |' : '';
  return `${opening}${cells.join(' | ')}${closing}`.trimEnd();
}
