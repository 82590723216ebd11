import type { SearchFilter, SearchHit } from '../../../shared/ipc/history-requests.ts';
import type { IsoDate } from '../../../shared/model/policy.ts';
import { ok, type Result } from '../../../shared/model/result.ts';
import { dateOf, inDateOrder } from '../../../shared/model/version-order.ts';
import type { Connection } from './connection.ts';
import { foldHeading, headingPath } from './heading-path.ts';
import { hashPassage, type Passage, readPassages } from './passages.ts';
import { findMatches, parseSearchQuery, type SearchQuery, toFtsQuery } from './search-query.ts';
import { openVersionDates } from './version-dates.ts';
import { KEY_FRAME_EVERY } from './version-text.ts';
import { findVersion, listVersions, loadVersionText } from './versions.ts';

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
/** With a filter that needs the text or the dates, so many passages are looked through for those that fit. */
const SIFTED = 2000;
const LAST_DAY = '9999-12-31';
/** An excerpt is cut to about this many characters around its first match. */
const EXCERPT_CHARACTERS = 400;

/**
 * The best passages for a query, each with the range of versions that it stands in. The index must be up to date. `versionId` and `line`
 * are those of the newest version where the passage still stands, else of the one in the range that is read fastest.
 */
export function searchLibrary(
  connection: Connection,
  query: string,
  limit: number,
  filter: SearchFilter = {},
): Result<SearchHit[]> {
  const parsed = parseSearchQuery(query);
  const fts = toFtsQuery(parsed);
  if (!fts) return ok([]);
  return ok(
    connection.read(() => {
      const rows = findRows(
        connection,
        fts,
        filter.from || filter.to || filter.section ? SIFTED : limit,
        filter,
      );
      const inForce = openDateFilter(connection, filter);
      return readHits(connection, parsed, rows.filter(inForce), filter.section ?? '', limit);
    }),
  );
}

function findRows(connection: Connection, fts: string, limit: number, filter: SearchFilter): HitRow[] {
  const conditions = [
    ...(filter.company === undefined ? [] : ['company.slug = ?']),
    ...(filter.policyId === undefined ? [] : ['policy.id = ?']),
  ];
  const values = [filter.company, filter.policyId].filter((value) => value !== undefined);
  const where = conditions.map((condition) => ` AND ${condition}`).join('');
  // Only with a condition: whose passage it is has to be looked up for each match, not only for the best.
  const owners = `JOIN passage_range ON passage_id = passage_text.rowid JOIN policy ON policy.id = policy_id
    JOIN company ON company.id = company_id`;
  return connection
    .sql<HitRow>(
      `WITH best AS MATERIALIZED (
         SELECT ${where && 'DISTINCT'} passage_text.rowid AS id, rank AS score FROM passage_text ${where && owners}
         WHERE passage_text MATCH ?${where} ORDER BY rank LIMIT ?)
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
       WHERE true${where}
       ORDER BY best.score, company.slug, policy.slug, from_version DESC LIMIT ?`,
    )
    .all(fts, ...values, limit, ...values, limit);
}

/** Keeps the rows of which some version was in force between the dates of the filter. */
function openDateFilter(connection: Connection, { from, to }: SearchFilter): (row: HitRow) => boolean {
  if (!from && !to) return () => true;
  const known = new Map<number, readonly ForcePeriod[]>();
  return (row) => {
    const periods = known.get(row.policyId) ?? forcePeriods(connection, row.policyId);
    known.set(row.policyId, periods);
    return periods.some(
      ({ number, begins, ends }) =>
        number >= row.fromVersion &&
        number <= row.toVersion &&
        begins <= (to ?? LAST_DAY) &&
        (ends === null || ends > (from ?? '')),
    );
  };
}

interface ForcePeriod {
  readonly number: number;
  readonly begins: IsoDate;
  /** The day on which the next version took its place; null for the newest. */
  readonly ends: IsoDate | null;
}

function forcePeriods(connection: Connection, policyId: number): readonly ForcePeriod[] {
  const versions = inDateOrder(listVersions(connection, policyId));
  return versions.map((version, at) => {
    const next = versions[at + 1];
    return { number: version.number, begins: dateOf(version), ends: next ? dateOf(next) : null };
  });
}

/** Hits in one version share the work of reading and cutting it. */
function readHits(
  connection: Connection,
  query: SearchQuery,
  rows: readonly HitRow[],
  section: string,
  limit: number,
): SearchHit[] {
  const cut = new Map<number, readonly Passage[]>();
  const hits: SearchHit[] = [];
  const wanted = foldHeading(section);
  const dateOfVersion = openVersionDates(connection);
  for (const { hash, length, ...row } of rows) {
    if (hits.length >= limit) break;
    const passages = cut.get(row.versionId) ?? passagesOf(connection, row.versionId);
    cut.set(row.versionId, passages);
    const at = passages.findIndex(({ text }) => text.length === length && hashPassage(text) === hash);
    const passage = passages[at];
    if (!passage) continue;
    const path = headingPath(passages, at);
    if (wanted && !path.some((heading) => foldHeading(heading).includes(wanted))) continue;
    const { policyId, fromVersion, toVersion } = row;
    const fromDate = dateOfVersion(policyId, fromVersion);
    const toDate = dateOfVersion(policyId, toVersion);
    hits.push({ ...row, fromDate, toDate, section: path, ...excerptOf(passage, query) });
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
