import { isCorrection } from '../../../shared/model/corrections.ts';
import type { VersionSummary } from '../../../shared/model/policy.ts';
import type { Connection } from './connection.ts';
import { hashPassage, readPassages } from './passages.ts';
import { listEntries, loadVersionText } from './versions.ts';

/** Versions indexed in one transaction: enough to share the cost of a commit, few enough to let other writers in. */
const BATCH = 64;

/** The passages of one version with their hashes. */
type Passages = ReadonlyMap<string, number>;

/**
 * Brings the index up to the newest version of every policy; yields after each batch so that a caller can pause or stop. Several may run at
 * once, in this process or another: each batch first looks whether it still continues where the index ends.
 */
export function* catchUpIndex(connection: Connection): Generator<number, null> {
  for (let behind = policiesBehind(connection); behind.length > 0; behind = policiesBehind(connection)) {
    for (const { policyId, upTo } of behind) yield* catchUpPolicy(connection, policyId, upTo);
  }
  return null;
}

function* catchUpPolicy(connection: Connection, policyId: number, from: number): Generator<number, void> {
  const entries = listEntries(connection, policyId).reverse();
  const waiting = entries.filter(({ number }) => number > from);
  // A correction repeats a text that may be an old one: for the search it is no version.
  const base = entries.findLast((entry) => entry.number <= from && !isCorrection(entry));
  let before: Passages = (base && passagesOf(connection, base, new Map())) ?? new Map();
  for (let upTo = from; waiting.length > 0; ) {
    const batch = waiting.splice(0, BATCH);
    const after = connection.write(() =>
      indexedUpTo(connection, policyId) === upTo ? indexBatch(connection, policyId, batch, before) : null,
    );
    if (!after) return; // someone else has gone on from here
    before = after;
    upTo = batch.at(-1)?.number ?? upTo;
    yield batch.length;
  }
}

function policiesBehind(connection: Connection): { readonly policyId: number; readonly upTo: number }[] {
  return connection
    .sql<{ policyId: number; upTo: number }>(
      `SELECT version.policy_id AS policyId, coalesce(up_to, 0) AS upTo FROM version
       LEFT JOIN indexed_policy ON indexed_policy.policy_id = version.policy_id
       GROUP BY version.policy_id HAVING max(number) > upTo`,
    )
    .all();
}

function indexedUpTo(connection: Connection, policyId: number): number {
  return Number(
    connection.sql('SELECT up_to FROM indexed_policy WHERE policy_id = ?').pluck().get(policyId) ?? 0,
  );
}

function indexBatch(
  connection: Connection,
  policyId: number,
  batch: readonly VersionSummary[],
  before: Passages,
): Passages {
  let previous = before;
  for (const version of batch) {
    if (isCorrection(version)) continue;
    const current = passagesOf(connection, version, previous);
    // A damaged text is left out, as if nothing had changed; verifying the library says where it is.
    if (!current) continue;
    for (const [text, hash] of previous)
      if (!current.has(text)) endRange(connection, policyId, hash, version.number);
    for (const [text, hash] of current)
      if (!previous.has(text)) beginRange(connection, policyId, hash, text, version.number);
    previous = current;
  }
  connection
    .sql(
      'INSERT INTO indexed_policy (policy_id, up_to) VALUES (?, ?) ON CONFLICT (policy_id) DO UPDATE SET up_to = excluded.up_to',
    )
    .run(policyId, batch.at(-1)?.number ?? 0);
  return previous;
}

/** Most passages stand in the version before too, and need no new hash. */
function passagesOf(connection: Connection, version: VersionSummary, known: Passages): Passages | null {
  const text = loadVersionText(connection, version);
  if (!text.ok) return null;
  return new Map(
    readPassages(text.value).map((passage) => [
      passage.text,
      known.get(passage.text) ?? hashPassage(passage.text),
    ]),
  );
}

function beginRange(
  connection: Connection,
  policyId: number,
  hash: number,
  text: string,
  version: number,
): void {
  connection
    .sql('INSERT OR IGNORE INTO passage_range (passage_id, policy_id, from_version) VALUES (?, ?, ?)')
    .run(ensurePassage(connection, hash, text), policyId, version);
}

function endRange(connection: Connection, policyId: number, hash: number, version: number): void {
  connection
    .sql(
      `UPDATE passage_range SET to_version = ? WHERE policy_id = ? AND to_version IS NULL
       AND passage_id = (SELECT id FROM passage WHERE hash = ?)`,
    )
    .run(version - 1, policyId, hash);
}

function ensurePassage(connection: Connection, hash: number, text: string): number {
  const found = connection.sql<number>('SELECT id FROM passage WHERE hash = ?').pluck().get(hash);
  if (found !== undefined) return Number(found);
  const id = Number(
    connection.sql('INSERT INTO passage (hash, length) VALUES (?, ?)').run(hash, text.length).lastInsertRowid,
  );
  connection.sql('INSERT INTO passage_text (rowid, text) VALUES (?, ?)').run(id, text);
  return id;
}
