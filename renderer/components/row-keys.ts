/** Rows that Page Up and Page Down move by. */
const PAGE = 10;

/** The row that a key leads to from `active` in a list of `count` rows; null where the key means nothing to a list. */
export function nextRow(key: string, active: number, count: number): number | null {
  if (count === 0) return null;
  const clamp = (index: number): number => Math.max(0, Math.min(count - 1, index));
  switch (key) {
    case 'ArrowDown':
      return clamp(active + 1);
    case 'ArrowUp':
      return clamp(active - 1);
    case 'PageDown':
      return clamp(active + PAGE);
    case 'PageUp':
      return clamp(active - PAGE);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
