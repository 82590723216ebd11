import type { ChangeEntry } from './change-index.ts';

/**
 * The shown change after (or before) the current one. With none current it starts from the first row in sight; past the end it
 * begins again at the other. When the filter took the current one away, its place still counts.
 */
export function stepFrom(
  shown: readonly ChangeEntry[],
  current: ChangeEntry | null,
  direction: 1 | -1,
  topRow: number,
): ChangeEntry | null {
  if (shown.length === 0) return null;
  const at = current ? shown.findIndex((entry) => entry.change.id === current.change.id) : -1;
  if (at >= 0) return shown[(at + direction + shown.length) % shown.length] ?? null;
  const row = current?.row ?? topRow;
  const next =
    direction > 0 ? shown.find((entry) => entry.row >= row) : shown.findLast((entry) => entry.row < row);
  return next ?? (direction > 0 ? shown[0] : shown.at(-1)) ?? null;
}
