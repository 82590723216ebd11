import type { IsoDate, VersionSummary } from './policy.ts';

/** The date a version counts from: when it took effect, or was saved where nothing says. */
export function dateOf(version: Pick<VersionSummary, 'effectiveDate' | 'savedAt'>): IsoDate {
  return version.effectiveDate ?? version.savedAt.slice(0, 10);
}

/**
 * Where each version stands in time, by its number. One without a date of its own came in no later than what was written after it: an
 * undated import of today stands before the version that was made from it and took effect in spring.
 */
export function placesInTime(versions: readonly VersionSummary[]): ReadonlyMap<number, IsoDate> {
  const places = new Map<number, IsoDate>();
  let next = '9999-12-31';
  for (const version of [...versions].sort((x, y) => y.number - x.number)) {
    const date = dateOf(version);
    const place = version.effectiveDate === null && next < date ? next : date;
    places.set(version.number, place);
    if (version.source.kind !== 'imported' && place < next) next = place;
  }
  return places;
}

/** Versions from the oldest to the newest by where they stand in time; of one day, in the order in which they were added. */
export function inDateOrder(versions: readonly VersionSummary[]): VersionSummary[] {
  const places = placesInTime(versions);
  return [...versions].sort((x, y) => {
    const [placeX, placeY] = [places.get(x.number) ?? '', places.get(y.number) ?? ''];
    return placeX < placeY ? -1 : placeX > placeY ? 1 : x.number - y.number;
  });
}
