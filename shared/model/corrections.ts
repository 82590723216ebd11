import type { VersionSummary } from './policy.ts';

/** Whether an entry of a chain corrects what an earlier one says of its text, rather than bringing a text. */
export function isCorrection({ source }: Pick<VersionSummary, 'source'>): boolean {
  return source.kind === 'corrected';
}

/**
 * The versions that the entries of one chain make, in the order given: each with the date, note and kind of its last correction, and with
 * what it said before. The corrections themselves are entries with the same text, and no versions.
 */
export function applyCorrections(entries: readonly VersionSummary[]): VersionSummary[] {
  const last = new Map<number, VersionSummary>();
  for (const entry of entries) {
    if (entry.source.kind !== 'corrected') continue;
    const known = last.get(entry.source.version);
    if (!known || known.number < entry.number) last.set(entry.source.version, entry);
  }
  if (last.size === 0) return [...entries];
  return entries.filter((entry) => !isCorrection(entry)).map((version) => corrected(version, last));
}

function corrected(version: VersionSummary, last: ReadonlyMap<number, VersionSummary>): VersionSummary {
  const correction = last.get(version.number);
  if (!correction) return version;
  const { effectiveDate, note, kind } = correction;
  return {
    ...version,
    effectiveDate,
    note,
    kind,
    correction: {
      number: correction.number,
      savedAt: correction.savedAt,
      author: correction.author,
      before: { effectiveDate: version.effectiveDate, note: version.note, kind: version.kind },
    },
  };
}
