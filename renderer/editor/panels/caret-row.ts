/** Something that begins on a 1-based line; rows are in the order of the text. */
interface PlacedRow {
  readonly line: number;
}

/** The last row that begins at or before the caret's line: the section the caret is in. -1 before the first. */
export function rowAround(rows: readonly PlacedRow[], caretLine: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.line ?? 0) <= caretLine) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The first row that stands on the caret's own line, or -1. */
export function rowOnLine(rows: readonly PlacedRow[], caretLine: number): number {
  return rows.findIndex((row) => row.line === caretLine);
}
