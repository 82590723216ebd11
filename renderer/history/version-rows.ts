import type { VersionSummary } from '../../shared/model/policy.ts';
import { dateOf } from '../../shared/model/version-order.ts';
import type { HistoryEntry } from '../../shared/structure/inspection.ts';

/** A row of the version list: a version with the one before it, or an entry of which only the text tells. */
export type VersionListRow =
  | { readonly kind: 'version'; readonly version: VersionSummary; readonly before: VersionSummary | null }
  | { readonly kind: 'missing'; readonly entry: HistoryEntry };

/** Versions in their order, newest first, with the missing ones put where their dates belong. */
export function listRows(
  newestFirst: readonly VersionSummary[],
  missing: readonly HistoryEntry[],
): readonly VersionListRow[] {
  const waiting = [...missing].sort((a, b) => b.iso.localeCompare(a.iso));
  const rows: VersionListRow[] = [];
  for (const [index, version] of newestFirst.entries()) {
    while (waiting[0] && waiting[0].iso > dateOf(version)) pushMissing(rows, waiting.shift());
    rows.push({ kind: 'version', version, before: newestFirst[index + 1] ?? null });
  }
  for (const entry of waiting) pushMissing(rows, entry);
  return rows;
}

function pushMissing(rows: VersionListRow[], entry: HistoryEntry | undefined): void {
  if (entry) rows.push({ kind: 'missing', entry });
}
