/** The two versions chosen for comparing, by number; `old` stands before `recent` in time. */
export interface VersionPair {
  readonly old: number;
  readonly recent: number;
}

/** Versions in the order in which they count, newest first: an old text that was added late has a high number. */
export type NewestFirst = readonly { readonly number: number }[];

/** What is chosen at first: the latest version and the one before it; null with fewer than two versions. */
export function latestPair(versions: NewestFirst): VersionPair | null {
  const [recent, old] = versions;
  return recent && old ? { old: old.number, recent: recent.number } : null;
}

/** Chooses another version: it takes the place of the nearer of the two, so that any two can be reached by pointing. */
export function pickVersion(pair: VersionPair, number: number, versions: NewestFirst): VersionPair {
  if (number === pair.old || number === pair.recent) return pair;
  const [old, recent, at] = [pair.old, pair.recent, number].map((one) => placeOf(versions, one));
  if (old === undefined || recent === undefined || at === undefined) return pair;
  const nearerOld = Math.abs(at - old) < Math.abs(recent - at);
  return at < old || (at < recent && nearerOld) ? { ...pair, old: number } : { ...pair, recent: number };
}

/** Sets one side; the other gives way where the order would be wrong. Null when no version is left for it. */
export function setSide(
  pair: VersionPair,
  side: keyof VersionPair,
  number: number,
  versions: NewestFirst,
): VersionPair | null {
  const at = placeOf(versions, number);
  const other = placeOf(versions, side === 'old' ? pair.recent : pair.old);
  const moved = numberAt(versions, side === 'old' ? Math.max(other, at + 1) : Math.min(other, at - 1));
  if (moved === null) return null;
  return side === 'old' ? { old: number, recent: moved } : { old: moved, recent: number };
}

/** The next two versions that follow each other, one step older (-1) or newer (1); null at the end. */
export function stepPair(pair: VersionPair, step: -1 | 1, versions: NewestFirst): VersionPair | null {
  const at = placeOf(versions, pair.recent) + step;
  const [old, recent] = [numberAt(versions, at - 1), numberAt(versions, at)];
  return old !== null && recent !== null ? { old, recent } : null;
}

/** Counted from the oldest. */
function placeOf(versions: NewestFirst, number: number): number {
  return versions.length - 1 - versions.findIndex((version) => version.number === number);
}

function numberAt(versions: NewestFirst, place: number): number | null {
  return versions[versions.length - 1 - place]?.number ?? null;
}
