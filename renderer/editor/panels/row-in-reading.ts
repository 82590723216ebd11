/**
 * Where a row that a panel has drawn stands in a newer reading: rows may have been sorted, added or removed meanwhile. -1 where no row
 * or more than one could be meant, because nothing may be written into another row.
 */
export function rowInReading<Row>(rows: readonly Row[], row: number, isSame: (row: Row) => boolean): number {
  const there = rows[row];
  if (there !== undefined && isSame(there)) return row;
  const same = rows.flatMap((candidate, index) => (isSame(candidate) ? [index] : []));
  return same.length === 1 ? (same[0] ?? -1) : -1;
}
