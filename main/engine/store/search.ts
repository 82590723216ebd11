import type { SearchHit } from '../../../shared/ipc/contract.ts';
import { ok, type Result } from '../../../shared/model/result.ts';
import type { Connection } from './connection.ts';
import { hashPassage, type Passage, readPassages } from './passages.ts';
import { findMatches, parseSearchQuery, type SearchQuery, toFtsQuery } from './search-query.ts';
import { findVersion, loadVersionText } from './versions.ts';

interface HitRow {
  readonly hash: number;
  readonly policyId: number;
  readonly company: string;
  readonly policy: string;
  readonly fromVersion: number;
  readonly toVersion: number;
  readonly versionId: number;
}

/** An excerpt is cut to about this many characters around its first match. */
const EXCERPT_CHARACTERS = 400;

/**
 * The best passages for a query, each with the range of versions that it stands in. The index must be up to date. `versionId` and `line`
 * are those of the newest version of the range.
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
       SELECT passage.hash AS hash, policy.id AS policyId, company.slug AS company, policy.slug AS policy,
              from_version AS fromVersion, coalesce(to_version, up_to) AS toVersion, version.id AS versionId
       FROM best
       JOIN passage ON passage.id = best.id
       JOIN passage_range ON passage_id = passage.id
       JOIN policy ON policy.id = passage_range.policy_id
       JOIN company ON company.id = policy.company_id
       JOIN indexed_policy ON indexed_policy.policy_id = policy.id
       JOIN version ON version.policy_id = policy.id AND version.number = coalesce(to_version, up_to)
       ORDER BY best.score, company.slug, policy.slug, from_version DESC LIMIT ?`,
    )
    .all(fts, limit, limit);
}

/** Hits in one version share the work of reading and cutting it. */
function readHits(connection: Connection, query: SearchQuery, rows: readonly HitRow[]): SearchHit[] {
  const cut = new Map<number, ReadonlyMap<number, Passage>>();
  const hits: SearchHit[] = [];
  for (const { hash, ...row } of rows) {
    const passages = cut.get(row.versionId) ?? passagesByHash(connection, row.versionId);
    cut.set(row.versionId, passages);
    const passage = passages.get(hash);
    if (passage) hits.push({ ...row, ...excerptOf(passage, query) });
  }
  return hits;
}

function passagesByHash(connection: Connection, versionId: number): ReadonlyMap<number, Passage> {
  const version = findVersion(connection, versionId);
  const text = version ? loadVersionText(connection, version) : null;
  if (!text?.ok) return new Map();
  return new Map(readPassages(text.value).map((passage) => [hashPassage(passage.text), passage]));
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
