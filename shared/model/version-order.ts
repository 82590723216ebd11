import type { IsoDate, VersionSummary } from './policy.ts';

/** The date a version counts from: when it took effect, or was saved where nothing says. */
export function dateOf(version: Pick<VersionSummary, 'effectiveDate' | 'savedAt'>): IsoDate {
  return version.effectiveDate ?? version.savedAt.slice(0, 10);
}

/** Versions from the oldest to the newest by the date they count from; of one day, in the order in which they were added. */
export function inDateOrder(versions: readonly VersionSummary[]): VersionSummary[] {
  return [...versions].sort((x, y) => {
    const [dateX, dateY] = [dateOf(x), dateOf(y)];
    return dateX < dateY ? -1 : dateX > dateY ? 1 : x.number - y.number;
  });
}
