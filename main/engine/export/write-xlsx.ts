import writeExcelFile from 'write-excel-file/node';
import type { ReportTable } from '../../../shared/align/report-tables.ts';

/** Excel refuses longer names of sheets and these characters in them. */
const LONGEST_SHEET_NAME = 31;
const REFUSED_IN_NAMES = /[[\]:*?/\\]/g;
/** Excel refuses longer cells. */
const LONGEST_CELL = 32_767;
const WIDEST_COLUMN = 60;
const NARROWEST_COLUMN = 12;

/** Tables as the bytes of an Excel workbook, a sheet each, the head row bold and fixed. All cells are text, never formulas. */
export async function writeXlsx(tables: readonly ReportTable[]): Promise<Uint8Array> {
  const sheets = tables.map(({ name, head, rows }) => ({
    sheet: name.replace(REFUSED_IN_NAMES, ' ').slice(0, LONGEST_SHEET_NAME),
    stickyRowsCount: 1,
    columns: head.map((title, column) => ({
      width: columnWidth([title, ...rows.map((row) => row[column] ?? '')]),
    })),
    data: [
      head.map((value) => ({
        value: cellText(value),
        type: String,
        fontWeight: 'bold' as const,
        wrap: true,
      })),
      ...rows.map((row) =>
        row.map((value) => ({
          value: cellText(value),
          type: String,
          wrap: true,
          alignVertical: 'top' as const,
        })),
      ),
    ],
  }));
  return new Uint8Array(await writeExcelFile(sheets).toBuffer());
}

/** Control characters other than white space are not allowed in the XML of a workbook. */
function cellText(value: string): string {
  return value.replace(/(?!\s)\p{Cc}/gu, '').slice(0, LONGEST_CELL);
}

function columnWidth(cells: readonly string[]): number {
  const longest = Math.max(0, ...cells.map((cell) => cell.length));
  return Math.min(WIDEST_COLUMN, Math.max(NARROWEST_COLUMN, longest + 2));
}
