import { createHash } from 'node:crypto';
import type { IsoDate, Timestamp, VersionKind, VersionSource } from '../../../shared/model/policy.ts';

/** What an entry of the chain of versions says; its hash covers every field. */
export interface VersionEntry {
  readonly number: number;
  readonly effectiveDate: IsoDate | null;
  readonly savedAt: Timestamp;
  readonly author: string;
  readonly note: string;
  readonly kind: VersionKind;
  readonly source: VersionSource;
  readonly textHash: string;
  readonly previousHash: string | null;
}

const FORMAT = 'codicil.version/1';

/** Lower-case hex SHA-256 of a text's UTF-8 bytes. */
export function hashText(text: string | Uint8Array): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Lower-case hex SHA-256 of the canonical form of an entry. */
export function hashEntry(entry: VersionEntry): string {
  return hashText(canonicalEntry(entry));
}

/**
 * The canonical form: a JSON array without white space, members in this order, strings as JSON.stringify writes them, the source with its
 * keys sorted. Documented for third parties in docs/proof-bundle.md; changing it needs a new format name.
 */
export function canonicalEntry(entry: VersionEntry): string {
  return JSON.stringify([
    FORMAT,
    entry.number,
    entry.effectiveDate,
    entry.savedAt,
    entry.author,
    entry.note,
    entry.kind,
    canonicalSource(entry.source),
    entry.textHash,
    entry.previousHash,
  ]);
}

/** The source as stored: JSON with sorted keys. */
export function canonicalSource(source: VersionSource): string {
  return JSON.stringify(Object.fromEntries(Object.entries(source).sort(([x], [y]) => (x < y ? -1 : 1))));
}
