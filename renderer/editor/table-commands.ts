import type { TextRange } from '../../shared/model/text.ts';
import type { TextCommand } from './text-commands.ts';

/** A cell: its range in the text without the padding around it, and the range between its bars. */
interface Cell extends TextRange {
  readonly outerFrom: number;
  readonly outerTo: number;
}

interface Row extends TextRange {
  readonly cells: readonly Cell[];
}

/** A GFM table in the text; `rows[1]` is the delimiter row. */
export interface TextTable {
  readonly rows: readonly Row[];
  /** Where the offset is: the index into `rows`, and the column. */
  readonly row: number;
  readonly column: number;
}

export type Alignment = 'left' | 'center' | 'right';

const DELIMITER = /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/;
const DELIMITER_ROW = 1;

/** The table at an offset, or null. Reads the lines around it only. */
export function tableAt(text: string, offset: number): TextTable | null {
  const lines = tableLines(text, offset);
  const delimiter = lines.findIndex(({ from, to }) => isDelimiter(text.slice(from, to)));
  if (delimiter < 1) return null;
  const rows = lines.slice(delimiter - 1).map((line) => ({ ...line, cells: cellsOf(text, line) }));
  const row = rows.findIndex(({ from, to }) => from <= offset && offset <= to);
  const cells = rows[row]?.cells;
  if (!cells || cells.length === 0) return null;
  const after = cells.findIndex(({ outerTo }) => offset <= outerTo);
  return { rows, row, column: after < 0 ? cells.length - 1 : after };
}

/** Selects the next cell, or the one before; behind the last cell a new row begins. Null at the very first cell. */
export function moveToCell(text: string, offset: number, step: 1 | -1): TextCommand | null {
  const table = tableAt(text, offset);
  if (!table) return null;
  const cells = bodyRows(table).flatMap((row) => row.cells);
  const current = table.rows[table.row]?.cells[table.column];
  const at =
    table.row === DELIMITER_ROW
      ? (table.rows[0]?.cells.length ?? 0) - 1
      : current
        ? cells.indexOf(current)
        : -1;
  const target = cells[at + step];
  if (target) return { edits: [], selection: { from: target.from, to: target.to } };
  return step === 1 ? insertRow(text, table, table.rows.length - 1) : null;
}

/** Enter in a row: a new row below; in an empty last row the table ends. Null outside of a table's cells. */
export function enterInTable(text: string, offset: number): TextCommand | null {
  const table = tableAt(text, offset);
  const row = table?.rows[table.row];
  if (!table || !row || offset <= (row.cells[0]?.outerFrom ?? 0) - 1) return null;
  const isEmpty = row.cells.every(({ from, to }) => from === to);
  if (isEmpty && table.row === table.rows.length - 1 && table.row > DELIMITER_ROW)
    return {
      edits: [{ from: row.from, to: row.to, insert: '' }],
      selection: { from: row.from, to: row.from },
    };
  return insertRow(text, table, Math.max(table.row, DELIMITER_ROW));
}

/** A new row above or below the one of the offset; nothing goes above the head. */
export function addRow(text: string, offset: number, place: 'above' | 'below'): TextCommand | null {
  const table = tableAt(text, offset);
  if (!table) return null;
  const after = place === 'below' ? table.row : table.row - 1;
  return insertRow(text, table, Math.max(after, DELIMITER_ROW));
}

/** Takes the row of the offset out; head and delimiter stay. */
export function deleteRow(text: string, offset: number): TextCommand | null {
  const table = tableAt(text, offset);
  const row = table?.rows[table.row];
  if (!table || !row || table.row <= DELIMITER_ROW) return null;
  const neighbour = table.rows[table.row + 1] ?? table.rows[table.row - 1];
  const from = row.from - 1; // with the line end before it
  const caret = neighbour && neighbour.from > row.from ? row.from : (neighbour?.cells[0]?.from ?? from);
  return { edits: [{ from, to: row.to, insert: '' }], selection: { from: caret, to: caret } };
}

/** A new column before or behind that of the offset. */
export function addColumn(text: string, offset: number, place: 'before' | 'behind'): TextCommand | null {
  const table = tableAt(text, offset);
  if (!table) return null;
  const edits = table.rows.flatMap((row, index) => {
    const cell = row.cells[Math.min(table.column, row.cells.length - 1)];
    if (!cell) return [];
    const words = index === DELIMITER_ROW ? ' --- ' : '  ';
    const at = place === 'before' ? cell.outerFrom : cell.outerTo;
    return [{ from: at, to: at, insert: place === 'before' ? `${words}|` : `|${words}` }];
  });
  const before = edits.slice(0, table.row).reduce((sum, edit) => sum + edit.insert.length, 0);
  const own = edits[table.row];
  const caret = (own?.from ?? offset) + before + (place === 'before' ? 1 : 2);
  return { edits, selection: { from: caret, to: caret } };
}

/** Takes the column of the offset out; the only column stays. */
export function deleteColumn(text: string, offset: number): TextCommand | null {
  const table = tableAt(text, offset);
  if (!table || (table.rows[0]?.cells.length ?? 0) < 2) return null;
  const edits = table.rows.flatMap(({ cells }) => {
    const cell = cells[table.column];
    if (!cell || cells.length < 2) return [];
    const isLast = table.column === cells.length - 1;
    const from = isLast ? cell.outerFrom - 1 : cell.outerFrom;
    return [{ from, to: isLast ? cell.outerTo : cell.outerTo + 1, insert: '' }];
  });
  const removed = edits.slice(0, table.row).reduce((sum, edit) => sum + edit.to - edit.from, 0);
  const caret = (edits[table.row]?.from ?? offset) - removed;
  return { edits, selection: { from: caret, to: caret } };
}

/** Sets how the column of the offset is aligned on the page. */
export function alignColumn(text: string, offset: number, alignment: Alignment): TextCommand | null {
  const table = tableAt(text, offset);
  const cell = table?.rows[DELIMITER_ROW]?.cells[table.column];
  if (!table || !cell) return null;
  const edit = { from: cell.from, to: cell.to, insert: delimiterOf(alignment, cell.to - cell.from) };
  const caret = offset + (offset > cell.to ? edit.insert.length - (cell.to - cell.from) : 0);
  return { edits: [edit], selection: { from: caret, to: caret } };
}

/** Pads all cells so that the bars stand below each other; one edit for each row that changes. */
export function tidyTable(text: string, offset: number): TextCommand | null {
  const table = tableAt(text, offset);
  if (!table) return null;
  const words = table.rows.map(({ cells }) => cells.map(({ from, to }) => text.slice(from, to)));
  const columns = Math.max(...words.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(
      3,
      ...words.filter((_row, index) => index !== DELIMITER_ROW).map((row) => widthOf(row[column] ?? '')),
    ),
  );
  const lines = words.map((row, index) => {
    const cells = widths.map((width, column) => {
      const cell = row[column] ?? '';
      return index === DELIMITER_ROW
        ? delimiterOf(alignmentOf(cell), width)
        : cell + ' '.repeat(width - widthOf(cell));
    });
    return `| ${cells.join(' | ')} |`;
  });
  const edits = table.rows.flatMap(({ from, to }, index) => {
    const insert = lines[index] ?? '';
    return text.slice(from, to) === insert ? [] : [{ from, to, insert }];
  });
  const moved = lines.slice(0, table.row).join('\n').length + (table.row > 0 ? 1 : 0);
  const column = widths.slice(0, table.column).reduce((sum, width) => sum + width + 3, 2);
  const caret = (table.rows[0]?.from ?? 0) + moved + column;
  return { edits, selection: { from: caret, to: caret } };
}

function insertRow(text: string, table: TextTable, after: number): TextCommand | null {
  const row = table.rows[after];
  if (!row) return null;
  const line = text.slice(row.from, row.to);
  // Bars at both ends make empty cells count.
  const inner = row.cells.map(() => '  ').join('|');
  const indent = /^\s*/.exec(line)?.[0] ?? '';
  const caret = row.to + 1 + indent.length + 2;
  return {
    edits: [{ from: row.to, to: row.to, insert: `\n${indent}|${inner}|` }],
    selection: { from: caret, to: caret },
  };
}

function bodyRows({ rows }: TextTable): readonly Row[] {
  return rows.filter((_row, index) => index !== DELIMITER_ROW);
}

/** The lines around an offset that may be rows of one table. */
function tableLines(text: string, offset: number): readonly TextRange[] {
  const lines: TextRange[] = [];
  let from = text.lastIndexOf('\n', offset - 1) + 1;
  for (let start = from; start >= 0; ) {
    const end = lineEnd(text, start);
    if (!isRow(text.slice(start, end))) break;
    from = start;
    lines.unshift({ from: start, to: end });
    if (start === 0) break;
    start = text.lastIndexOf('\n', start - 2) + 1;
  }
  if (lines.length === 0) return lines;
  for (let start = lineEnd(text, offset) + 1; start < text.length; ) {
    const end = lineEnd(text, start);
    if (!isRow(text.slice(start, end))) break;
    lines.push({ from: start, to: end });
    start = end + 1;
  }
  return lines;
}

function lineEnd(text: string, at: number): number {
  const newline = text.indexOf('\n', at);
  return newline < 0 ? text.length : newline;
}

function isRow(line: string): boolean {
  return line.includes('|');
}

function isDelimiter(line: string): boolean {
  return line.includes('|') && DELIMITER.test(line);
}

/** Cells between bars that are not escaped; bars at the ends of the line are its frame. */
function cellsOf(text: string, { from, to }: TextRange): readonly Cell[] {
  const bars: number[] = [];
  for (let at = from; at < to; at++) if (text[at] === '|' && text[at - 1] !== '\\') bars.push(at);
  const first = bars[0];
  const last = bars.at(-1);
  const starts = first !== undefined && text.slice(from, first).trim() === '';
  const ends = last !== undefined && text.slice(last + 1, to).trim() === '' && bars.length > (starts ? 1 : 0);
  const edges = [...(starts ? [] : [from - 1]), ...bars, ...(ends ? [] : [to])];
  return edges.slice(1).map((outerTo, index) => cellBetween(text, (edges[index] ?? from) + 1, outerTo));
}

function cellBetween(text: string, outerFrom: number, outerTo: number): Cell {
  const words = text.slice(outerFrom, outerTo);
  const trimmed = words.trim();
  const lead = trimmed === '' ? Math.min(1, words.length) : words.length - words.trimStart().length;
  const from = outerFrom + lead;
  return { outerFrom, outerTo, from, to: from + trimmed.length };
}

function alignmentOf(cell: string): Alignment | null {
  if (cell.startsWith(':') && cell.endsWith(':')) return 'center';
  if (cell.endsWith(':')) return 'right';
  return cell.startsWith(':') ? 'left' : null;
}

function delimiterOf(alignment: Alignment | null, width: number): string {
  const wide = Math.max(3, width);
  switch (alignment) {
    case 'center':
      return `:${'-'.repeat(wide - 2)}:`;
    case 'right':
      return `${'-'.repeat(wide - 1)}:`;
    case 'left':
      return `:${'-'.repeat(wide - 1)}`;
    case null:
      return '-'.repeat(wide);
  }
}

/** Characters as a reader counts them, so that accents and letters beyond the basic plane are one each. */
function widthOf(words: string): number {
  return [...words.normalize('NFC')].length;
}
