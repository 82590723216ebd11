import type { SearchFilter, WordsInPolicy } from '../../../shared/ipc/history-requests.ts';
import { ok, type Result } from '../../../shared/model/result.ts';
import { dateOf, inDateOrder } from '../../../shared/model/version-order.ts';
import type { Connection } from './connection.ts';
import { currentVersion } from './current-version.ts';
import { parseSearchQuery, toFtsQuery } from './search-query.ts';
import { listVersions } from './versions.ts';

interface RangeRow {
  readonly policyId: number;
  readonly company: string;
  readonly policy: string;
  readonly fromVersion: number;
  readonly toVersion: number | null;
}

/**
 * When the words of a query entered each policy, when they left it, and whether it has them now. Several words stand together in one
 * passage. The index must be up to date. The policy that had them first comes first.
 */
export function searchWhen(
  connection: Connection,
  query: string,
  filter: Pick<SearchFilter, 'company' | 'policyId'> = {},
): Result<WordsInPolicy[]> {
  const fts = toFtsQuery(parseSearchQuery(query));
  if (!fts) return ok([]);
  return ok(
    connection.read(() => {
      const byPolicy = new Map<number, RangeRow[]>();
      for (const row of findRanges(connection, fts)) {
        if (filter.company !== undefined && row.company !== filter.company) continue;
        if (filter.policyId !== undefined && row.policyId !== filter.policyId) continue;
        const rows = byPolicy.get(row.policyId);
        if (rows) rows.push(row);
        else byPolicy.set(row.policyId, [row]);
      }
      return [...byPolicy.values()]
        .flatMap((rows) => describe(connection, rows))
        .sort((x, y) => (x.entered < y.entered ? -1 : x.entered > y.entered ? 1 : 0));
    }),
  );
}

function findRanges(connection: Connection, fts: string): RangeRow[] {
  return connection
    .sql<RangeRow>(
      `SELECT DISTINCT policy.id AS policyId, company.slug AS company, policy.slug AS policy,
              from_version AS fromVersion, to_version AS toVersion
       FROM passage_text
       JOIN passage_range ON passage_id = passage_text.rowid
       JOIN policy ON policy.id = passage_range.policy_id
       JOIN company ON company.id = policy.company_id
       WHERE passage_text MATCH ?`,
    )
    .all(fts);
}

function describe(connection: Connection, rows: readonly RangeRow[]): WordsInPolicy[] {
  const [first] = rows;
  if (!first) return [];
  const versions = listVersions(connection, first.policyId);
  const has = ({ number }: { readonly number: number }): boolean =>
    rows.some(({ fromVersion, toVersion }) => number >= fromVersion && number <= (toVersion ?? Infinity));
  const current = currentVersion(versions);
  const times: { version: number; date: string; until: { version: number; date: string } | null }[] = [];
  for (const version of inDateOrder(versions)) {
    const open = times.at(-1)?.until === null ? times.at(-1) : undefined;
    const here = { version: version.number, date: dateOf(version) };
    if (has(version) && !open) times.push({ ...here, until: null });
    else if (!has(version) && open) open.until = here;
  }
  const { policyId, company, policy } = first;
  const entered = times[0]?.date;
  if (entered === undefined) return [];
  return [{ policyId, company, policy, entered, hasNow: current !== null && has(current), times }];
}
