import type { VersionSummary } from '../../../shared/model/policy.ts';
import type { Connection } from './connection.ts';
import { canonicalSource, hashEntry, hashText } from './version-entry.ts';
import { readVersionText } from './version-text.ts';
import { listEntries } from './versions.ts';

/** Something that is not as it was saved; `place` is `company/policy@number` or a part of the file. */
export interface Problem {
  readonly place: string;
  readonly message: string;
}

/**
 * Checks a policy's chain from its first entry: numbers without gaps, each entry's hash, its link to the one before, and each text
 * against its hash. SQLite's own integrity check sees none of these. Yields after each version, so that a caller can pause or stop.
 */
export function* verifyChain(
  connection: Connection,
  policyId: number,
  label: string,
): Generator<VersionSummary, readonly Problem[]> {
  const problems: Problem[] = [];
  let previous: VersionSummary | null = null;
  let text: { readonly id: number; readonly bytes: Buffer } | null = null;
  for (const version of listEntries(connection, policyId).reverse()) {
    const place = `${label}@${version.number}`;
    for (const message of entryProblems(version, previous, storedSource(connection, version.id)))
      problems.push({ place, message });
    const bytes: Buffer | null = readVersionText(
      connection,
      version.id,
      text ? new Map([[text.id, text.bytes]]) : new Map(),
    );
    if (!bytes || hashText(bytes) !== version.textHash)
      problems.push({ place, message: 'The text is not the one that was saved.' });
    else text = { id: version.id, bytes };
    previous = version;
    yield version;
  }
  return problems;
}

/** What SQLite itself finds wrong with the file's structure and its references. */
export function verifyStructure(connection: Connection): Problem[] {
  const integrity = connection.database.pragma('integrity_check(20)') as { integrity_check: string }[];
  const references = connection.database.pragma('foreign_key_check') as { table: string; rowid: number }[];
  return [
    ...integrity
      .filter((row) => row.integrity_check !== 'ok')
      .map((row) => ({ place: connection.file, message: `The file is damaged: ${row.integrity_check}` })),
    ...references.map((row) => ({
      place: connection.file,
      message: `Row ${row.rowid} of ${row.table} belongs to nothing.`,
    })),
  ];
}

function entryProblems(
  version: VersionSummary,
  previous: VersionSummary | null,
  source: string,
): readonly string[] {
  const problems: string[] = [];
  const number = (previous?.number ?? 0) + 1;
  if (version.number !== number) problems.push(`The chain has a gap: version ${number} is missing.`);
  if (version.previousHash !== (previous?.entryHash ?? null))
    problems.push('The entry does not follow the one before it.');
  if (canonicalSource(version.source) !== source || hashEntry(version) !== version.entryHash)
    problems.push(
      'The entry is not the one that was saved: its dates, author, note, kind or source was changed.',
    );
  return problems;
}

function storedSource(connection: Connection, versionId: number): string {
  return String(connection.sql('SELECT source FROM version WHERE id = ?').pluck().get(versionId));
}
