/** The two versions chosen for comparing, by number; `old` is never newer than `recent`. */
export interface VersionPair {
  readonly old: number;
  readonly recent: number;
}

/** What is chosen at first: the latest version and the one before it; null with fewer than two versions. */
export function latestPair(newestFirst: readonly { readonly number: number }[]): VersionPair | null {
  const [recent, old] = newestFirst;
  return recent && old ? { old: old.number, recent: recent.number } : null;
}

/** Chooses another version: it takes the place of the nearer of the two, so that any two can be reached by pointing. */
export function pickVersion(pair: VersionPair, number: number): VersionPair {
  if (number === pair.old || number === pair.recent) return pair;
  if (number < pair.old) return { ...pair, old: number };
  if (number > pair.recent) return { ...pair, recent: number };
  return number - pair.old < pair.recent - number ? { ...pair, old: number } : { ...pair, recent: number };
}

/** Sets one side; the other gives way where the order would be wrong. Null when no version is left for it. */
export function setSide(
  pair: VersionPair,
  side: keyof VersionPair,
  number: number,
  highest: number,
): VersionPair | null {
  if (side === 'old') {
    const recent = Math.max(pair.recent, number + 1);
    return recent <= highest ? { old: number, recent } : null;
  }
  const old = Math.min(pair.old, number - 1);
  return old >= 1 ? { old, recent: number } : null;
}
