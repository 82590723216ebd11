import { applyCorrections } from '../../../shared/model/corrections.ts';
import type {
  IsoDate,
  Timestamp,
  VersionKind,
  VersionSource,
  VersionSummary,
} from '../../../shared/model/policy.ts';
import { fail, ok, type Result } from '../../../shared/model/result.ts';
import { countWords } from '../../../shared/model/text.ts';
import type { Connection } from './connection.ts';
import { type PackedNote, packNote, unpackNote } from './packed-note.ts';
import { canonicalSource, hashEntry, hashText } from './version-entry.ts';
import { insertVersionText, readVersionText } from './version-text.ts';

/** A version about to be appended. */
export interface NewVersion {
  readonly text: string;
  readonly effectiveDate: IsoDate | null;
  readonly savedAt: Timestamp;
  readonly author: string;
  readonly note: string;
  readonly kind: VersionKind;
  readonly source: VersionSource;
}

interface VersionRow {
  readonly id: number;
  readonly policy_id: number;
  readonly number: number;
  readonly effective_date: string | null;
  readonly saved_at: string;
  readonly author: string;
  readonly note: PackedNote;
  readonly kind: VersionKind;
  readonly source: string;
  readonly words: number;
  readonly text_hash: Buffer;
  readonly previous_hash: Buffer | null;
  readonly entry_hash: Buffer;
}

const COLUMNS =
  'id, policy_id, number, effective_date, saved_at, author, note, kind, source, words, text_hash, previous_hash, entry_hash';

/** All versions of a policy with their corrections, newest first. */
export function listVersions(connection: Connection, policyId: number): VersionSummary[] {
  return applyCorrections(listEntries(connection, policyId));
}

/** All entries of a policy's chain as they were saved, corrections among them, newest first. */
export function listEntries(connection: Connection, policyId: number): VersionSummary[] {
  return connection
    .sql<VersionRow>(`SELECT ${COLUMNS} FROM version WHERE policy_id = ? ORDER BY number DESC`)
    .all(policyId)
    .map(toSummary);
}

/** All entries of all policies, by policy, newest first. */
export function listAllVersions(connection: Connection): VersionSummary[] {
  return connection
    .sql<VersionRow>(`SELECT ${COLUMNS} FROM version ORDER BY policy_id, number DESC`)
    .all()
    .map(toSummary);
}

/** One version by id; null when there is none. */
export function findVersion(connection: Connection, versionId: number): VersionSummary | null {
  const row = connection.sql<VersionRow>(`SELECT ${COLUMNS} FROM version WHERE id = ?`).get(versionId);
  return row ? toSummary(row) : null;
}

/** The version with the highest number; null when the policy has none. */
export function lastVersion(connection: Connection, policyId: number): VersionSummary | null {
  const row = connection
    .sql<VersionRow>(`SELECT ${COLUMNS} FROM version WHERE policy_id = ? ORDER BY number DESC LIMIT 1`)
    .get(policyId);
  return row ? toSummary(row) : null;
}

/** Appends a version to its policy's chain. Call inside a write. */
export function appendVersion(connection: Connection, policyId: number, version: NewVersion): VersionSummary {
  const head = readHead(connection, policyId);
  const bytes = Buffer.from(version.text, 'utf8');
  const { text: _text, ...fields } = version;
  const entry = {
    ...fields,
    number: (head?.number ?? 0) + 1,
    textHash: hashText(bytes),
    previousHash: head?.entryHash ?? null,
  };
  const words = countWords(version.text);
  const row = { ...entry, policyId, words, entryHash: hashEntry(entry) };
  const id = insertEntry(connection, row);
  insertVersionText(connection, id, row.number, bytes, headText(connection, head));
  connection.recentTexts.remember(id, bytes);
  return { ...row, id };
}

/** A version's text, checked against its hash; a text that is not what was saved is never returned. */
export function loadVersionText(connection: Connection, version: VersionSummary): Result<string> {
  const recent = connection.recentTexts.byId.get(version.id);
  if (recent) return ok(recent.toString('utf8'));
  const bytes = readVersionText(connection, version.id, connection.recentTexts.byId);
  if (!bytes || hashText(bytes) !== version.textHash)
    return fail(
      'library-damaged',
      `The text of version ${version.number} in ${connection.file} is damaged: it is not what was saved.`,
    );
  connection.recentTexts.remember(version.id, bytes);
  return ok(bytes.toString('utf8'));
}

/** The version of a policy that has this text; null when none has. */
export function findVersionWithText(
  connection: Connection,
  policyId: number,
  text: string,
): VersionSummary | null {
  const row = connection
    .sql<VersionRow>(
      `SELECT ${COLUMNS} FROM version WHERE policy_id = ? AND text_hash = ? ORDER BY number LIMIT 1`,
    )
    .get(policyId, Buffer.from(hashText(text), 'hex'));
  return row ? toSummary(row) : null;
}

type EntryRow = Omit<VersionSummary, 'id'>;

function insertEntry(connection: Connection, row: EntryRow): number {
  const inserted = connection
    .sql(
      `INSERT INTO version (policy_id, number, effective_date, saved_at, author, note, kind, source, words, text_hash, previous_hash, entry_hash)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      row.policyId,
      row.number,
      row.effectiveDate,
      row.savedAt,
      row.author,
      packNote(row.note),
      row.kind,
      canonicalSource(row.source),
      row.words,
      Buffer.from(row.textHash, 'hex'),
      row.previousHash === null ? null : Buffer.from(row.previousHash, 'hex'),
      Buffer.from(row.entryHash, 'hex'),
    );
  return Number(inserted.lastInsertRowid);
}

/** What the next entry of a chain leans on. */
interface ChainHead {
  readonly id: number;
  readonly number: number;
  readonly entryHash: string;
  readonly textHash: string;
}

function readHead(connection: Connection, policyId: number): ChainHead | null {
  const row = connection
    .sql<Pick<VersionRow, 'id' | 'number' | 'entry_hash' | 'text_hash'>>(
      'SELECT id, number, entry_hash, text_hash FROM version WHERE policy_id = ? ORDER BY number DESC LIMIT 1',
    )
    .get(policyId);
  if (!row) return null;
  const { id, number, entry_hash, text_hash } = row;
  return { id, number, entryHash: entry_hash.toString('hex'), textHash: text_hash.toString('hex') };
}

/** A damaged predecessor must not stop new work: then the new text stands alone. */
function headText(
  connection: Connection,
  head: ChainHead | null,
): { readonly id: number; readonly text: Buffer } | null {
  if (!head) return null;
  const recent = connection.recentTexts.byId.get(head.id);
  if (recent) return { id: head.id, text: recent };
  const text = readVersionText(connection, head.id, connection.recentTexts.byId);
  return text && hashText(text) === head.textHash ? { id: head.id, text } : null;
}

function toSummary(row: VersionRow): VersionSummary {
  return {
    id: row.id,
    policyId: row.policy_id,
    number: row.number,
    effectiveDate: row.effective_date,
    savedAt: row.saved_at,
    author: row.author,
    note: unpackNote(row.note),
    kind: row.kind,
    source: parseSource(row.source),
    words: row.words,
    textHash: row.text_hash.toString('hex'),
    previousHash: row.previous_hash?.toString('hex') ?? null,
    entryHash: row.entry_hash.toString('hex'),
  };
}

/** What cannot be read as a source is kept as it stands, so that its hash still shows the damage. */
function parseSource(json: string): VersionSource {
  try {
    return JSON.parse(json) as VersionSource;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { kind: 'imported', from: json, format: 'unknown' };
  }
}
