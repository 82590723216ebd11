/** A cell by its row and column, both counted from 0. */
export interface GridPlace {
  readonly row: number;
  readonly column: number;
}

interface GridKey {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

/** Rows that Page Up and Page Down go over. */
const PAGE = 10;

/** The cell that a key leads to, or null for other keys. `lastRow` is the highest row. */
export function nextCell(
  { key, ctrlKey, metaKey }: GridKey,
  { row, column }: GridPlace,
  lastRow: number,
  columns: number,
): GridPlace | null {
  const far = ctrlKey || metaKey;
  const within = (place: GridPlace): GridPlace => ({
    row: Math.max(0, Math.min(lastRow, place.row)),
    column: Math.max(0, Math.min(columns - 1, place.column)),
  });
  switch (key) {
    case 'ArrowUp':
      return within({ row: far ? 0 : row - 1, column });
    case 'ArrowDown':
      return within({ row: far ? lastRow : row + 1, column });
    case 'ArrowLeft':
      return within({ row, column: far ? 0 : column - 1 });
    case 'ArrowRight':
      return within({ row, column: far ? columns - 1 : column + 1 });
    case 'Home':
      return within({ row: far ? 0 : row, column: 0 });
    case 'End':
      return within({ row: far ? lastRow : row, column: columns - 1 });
    case 'PageUp':
      return within({ row: row - PAGE, column });
    case 'PageDown':
      return within({ row: row + PAGE, column });
    default:
      return null;
  }
}
