import type { IsoDate } from '../../../shared/model/policy.ts';
import type { Connection } from './connection.ts';

/** The day from which a version counts, by policy and number. */
export type DateOfVersion = (policyId: number, number: number) => IsoDate;

interface Correction {
  readonly version: number;
  readonly date: string | null;
}

/** Reads single dates without listing every version of a policy, as a search with hits in fifty of them needs. */
export function openVersionDates(connection: Connection): DateOfVersion {
  const corrections = new Map<number, ReadonlyMap<number, string | null>>();
  return (policyId, number) => {
    const corrected = corrections.get(policyId) ?? correctedDates(connection, policyId);
    corrections.set(policyId, corrected);
    const row = connection
      .sql<{ effective: string | null; saved: string }>(
        'SELECT effective_date AS effective, substr(saved_at, 1, 10) AS saved FROM version WHERE policy_id = ? AND number = ?',
      )
      .get(policyId, number);
    const effective = corrected.has(number) ? corrected.get(number) : row?.effective;
    return effective ?? row?.saved ?? '';
  };
}

/** The last word on each version's date; `LIKE` keeps most sources from being read as JSON. */
function correctedDates(connection: Connection, policyId: number): ReadonlyMap<number, string | null> {
  const rows = connection
    .sql<Correction>(
      `SELECT json_extract(source, '$.version') AS version, effective_date AS date FROM version
       WHERE policy_id = ? AND source LIKE '%"corrected"%' AND json_extract(source, '$.kind') = 'corrected' ORDER BY number`,
    )
    .all(policyId);
  return new Map(rows.map(({ version, date }) => [version, date]));
}
