import type { ChangeSize } from '../../../shared/ipc/library-requests.ts';
import type { Connection } from './connection.ts';

/**
 * How much changed with each version: the characters of the passages that came with it and that were there only until it. Read from the
 * search index, which must be up to date, so that no text is read.
 */
export function changeSizes(connection: Connection, policyId: number): ChangeSize[] {
  const sums = (column: string): Map<number, number> =>
    new Map(
      connection
        .sql<{ number: number; characters: number }>(
          `SELECT ${column} AS number, sum(length) AS characters FROM passage_range JOIN passage ON passage.id = passage_id
           WHERE policy_id = ? AND ${column} IS NOT NULL GROUP BY ${column}`,
        )
        .all(policyId)
        .map(({ number, characters }) => [number, characters]),
    );
  const came = sums('from_version');
  const went = sums('to_version + 1');
  const numbers = [...new Set([...came.keys(), ...went.keys()])].sort((x, y) => x - y);
  return numbers.map((number) => ({
    number,
    came: came.get(number) ?? 0,
    went: went.get(number) ?? 0,
  }));
}
