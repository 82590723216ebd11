import type { ReportTable } from './report-tables.ts';

/** First characters by which spreadsheet programs take a cell for a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/** A table as CSV after RFC 4180: comma, quotes doubled, CRLF. Cells that would run as formulas begin with an apostrophe. */
export function csvText(table: ReportTable): string {
  return [table.head, ...table.rows].map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
}

function csvCell(cell: string): string {
  const safe = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
