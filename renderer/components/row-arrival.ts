/**
 * Where a row that was added as `name` stands among newly read rows, each given by its first cell; -1 while it is not there. The others
 * may have been sorted meanwhile, or read otherwise because of it, so it is known by its name, or by being the only one that was not there `before`.
 */
export function rowArrival(name: string, before: readonly string[], rows: readonly string[]): number {
  const left = new Map<string, number>();
  for (const known of before) left.set(known, (left.get(known) ?? 0) + 1);
  const fresh: number[] = [];
  for (const [index, row] of rows.entries()) {
    const count = left.get(row) ?? 0;
    if (count === 0) fresh.push(index);
    else left.set(row, count - 1);
  }
  const named = fresh.find((index) => rows[index]?.trim() === name.trim());
  const isOnlyFresh = fresh.length === 1 && rows.length > before.length;
  return named ?? (isOnlyFresh ? (fresh[0] ?? -1) : -1);
}
