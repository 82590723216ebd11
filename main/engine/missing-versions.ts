import type { MissingVersion } from '../../shared/ipc/library-requests.ts';
import { parseDocument } from '../../shared/markdown/parse-document.ts';
import type { VersionSummary } from '../../shared/model/policy.ts';
import { inspect } from '../../shared/structure/inspect.ts';
import type { HistoryEntry } from '../../shared/structure/inspection.ts';
import type { Connection } from './store/connection.ts';
import { loadVersionText } from './store/versions.ts';

/**
 * The versions that a policy's own document history names and the library does not hold. Read from the text each time, never stored: a text
 * imported later with that date takes the place.
 */
export function readMissingVersions(
  connection: Connection,
  current: VersionSummary | null,
  versions: readonly VersionSummary[],
): MissingVersion[] {
  if (!current) return [];
  const text = loadVersionText(connection, current);
  return text.ok ? missingVersions(inspect(parseDocument(text.value)).history, versions) : [];
}

/** The entries of a document history on whose date no version took effect, oldest first. */
export function missingVersions(
  history: readonly HistoryEntry[],
  versions: readonly VersionSummary[],
): MissingVersion[] {
  const held = new Set(versions.map(({ effectiveDate }) => effectiveDate));
  return history
    .filter(({ iso }) => !held.has(iso))
    .map(({ iso, note, link }) => ({ date: iso, note, link }))
    .sort((x, y) => (x.date < y.date ? -1 : 1));
}
