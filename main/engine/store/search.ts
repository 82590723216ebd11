import type { SearchHit } from '../../../shared/ipc/contract.ts';
import { ok, type Result } from '../../../shared/model/result.ts';
import type { Connection } from './connection.ts';
import { hashPassage, type Passage, readPassages } from './passages.ts';
import { findMatches, parseSearchQuery, type SearchQuery, toFtsQuery } from './search-query.ts';
import { KEY_FRAME_EVERY } from './version-text.ts';
import { findVersion, loadVersionText } from './versions.ts';

interface HitRow {
  readonly hash: number;
  readonly length: number;
  readonly policyId: number;
  readonly company: string;
  readonly policy: string;
  readonly fromVersion: number;
  readonly toVersion: number;
  readonly versionId: number;
}

/** The newest entry that is a version of its own: a correction repeats the text of any. */
const NEWEST_TEXT = `(SELECT entry.number FROM version AS entry WHERE entry.policy_id = policy.id AND entry.number <= up_to
  AND json_extract(entry.source, '$.kind') <> 'corrected' ORDER BY entry.number DESC LIMIT 1)`;
/** An excerpt is cut to about this many characters around its first match. */
const EXCERPT_CHARACTERS = 400;

/**
 * The best passages for a query, each with the range of versions that it stands in. The index must be up to date. `versionId` and `line`
 * are those of the newest version where the passage still stands, else of the one in the range that is read fastest.
 */
export function searchLibrary(connection: Connection, query: string, limit: number): Result<SearchHit[]> {
  const parsed = parseSearchQuery(query);
  const fts = toFtsQuery(parsed);
  if (!fts) return ok([]);
  return ok(connection.read(() => readHits(connection, parsed, findRows(connection, fts, limit))));
}

function findRows(connection: Connection, fts: string, limit: number): HitRow[] {
  return connection
    .sql<HitRow>(
      `WITH best AS MATERIALIZED (
         SELECT rowid AS id, rank AS score FROM passage_text WHERE passage_text MATCH ? ORDER BY rank LIMIT ?)
       SELECT passage.hash AS hash, passage.length AS length, policy.id AS policyId, company.slug AS company, policy.slug AS policy,
              from_version AS fromVersion, coalesce(to_version, ${NEWEST_TEXT}) AS toVersion, version.id AS versionId
       FROM best
       JOIN passage ON passage.id = best.id
       JOIN passage_range ON passage_id = passage.id
       JOIN policy ON policy.id = passage_range.policy_id
       JOIN company ON company.id = policy.company_id
       JOIN indexed_policy ON indexed_policy.policy_id = policy.id
       JOIN version ON version.policy_id = policy.id AND version.number = CASE
         WHEN to_version IS NULL THEN ${NEWEST_TEXT}
         ELSE max(from_version, to_version - (to_version - 1) % ${KEY_FRAME_EVERY}) END
       ORDER BY best.score, company.slug, policy.slug, from_version DESC LIMIT ?`,
    )
    .all(fts, limit, limit);
}

/** Hits in one version share the work of reading and cutting it. */
function readHits(connection: Connection, query: SearchQuery, rows: readonly HitRow[]): SearchHit[] {
  const cut = new Map<number, readonly Passage[]>();
  const hits: SearchHit[] = [];
  for (const { hash, length, ...row } of rows) {
    const passages = cut.get(row.versionId) ?? passagesOf(connection, row.versionId);
    cut.set(row.versionId, passages);
    const passage = passages.find(({ text }) => text.length === length && hashPassage(text) === hash);
    if (passage) hits.push({ ...row, ...excerptOf(passage, query) });
  }
  return hits;
}

function passagesOf(connection: Connection, versionId: number): readonly Passage[] {
  const version = findVersion(connection, versionId);
  const text = version ? loadVersionText(connection, version) : null;
  return text?.ok ? readPassages(text.value) : [];
}

/** The part of a passage around its first match, and the line of the match. */
function excerptOf(passage: Passage, query: SearchQuery): Pick<SearchHit, 'line' | 'excerpt' | 'matches'> {
  const [first] = findMatches(passage.text, query);
  const at = first?.from ?? 0;
  const from = at < EXCERPT_CHARACTERS / 2 ? 0 : wordStart(passage.text, at - EXCERPT_CHARACTERS / 4);
  const whole = passage.text.slice(from, from + EXCERPT_CHARACTERS + 40);
  const excerpt =
    whole.length > EXCERPT_CHARACTERS
      ? whole.slice(0, wordStart(whole, EXCERPT_CHARACTERS)).trimEnd()
      : whole;
  return {
    line: passage.line + (passage.text.slice(0, at).match(/\n/g)?.length ?? 0),
    excerpt,
    matches: findMatches(excerpt, query),
  };
}

/** The start of the word at or before an offset; the offset itself when there is no space near. */
function wordStart(text: string, offset: number): number {
  const space = text.lastIndexOf(' ', offset);
  return space > offset - 40 ? space + 1 : offset;
}
