import type { IsoDate, VersionSummary } from '../../../shared/model/policy.ts';
import { dateOf } from '../../../shared/model/version-order.ts';

/**
 * The version that `@latest` means: the one added last, except that an old text imported later never takes the place of a newer one.
 * `versions` in any order; null when there is none.
 */
export function currentVersion(versions: readonly VersionSummary[]): VersionSummary | null {
  let current: VersionSummary | null = null;
  for (const version of [...versions].sort((x, y) => x.number - y.number)) {
    if (!current || version.source.kind === 'written' || dateOf(version) >= dateOf(current))
      current = version;
  }
  return current;
}

/** The version in force on a date: the latest that took effect on or before it; null when none had. */
export function versionInForce(versions: readonly VersionSummary[], date: IsoDate): VersionSummary | null {
  const begun = versions.filter((version) => dateOf(version) <= date);
  return begun.reduce<VersionSummary | null>((best, version) => {
    if (!best || dateOf(version) > dateOf(best)) return version;
    return dateOf(version) === dateOf(best) && version.number > best.number ? version : best;
  }, null);
}
