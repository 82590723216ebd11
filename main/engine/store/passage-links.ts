import type { LinkOverride, PassageAnchor } from '../../../shared/align/alignment.ts';
import type { Connection } from './connection.ts';

/** A passage of a policy, in whatever version. */
export interface PolicyPassage {
  readonly policyId: number;
  readonly anchor: PassageAnchor;
}

interface LinkRow {
  readonly verdict: LinkOverride['verdict'];
  readonly pathA: string;
  readonly hashA: string;
  readonly pathB: string;
  readonly hashB: string;
}

/** What the user said about passages of two policies, oldest first. Policies are keyed by their id. */
export function listLinkOverrides(connection: Connection, x: number, y: number): readonly LinkOverride[] {
  const [a, b] = [Math.min(x, y), Math.max(x, y)];
  return connection
    .sql<LinkRow>(
      `SELECT verdict, path_a AS pathA, hash_a AS hashA, path_b AS pathB, hash_b AS hashB
       FROM passage_link WHERE policy_a = ? AND policy_b = ? ORDER BY id`,
    )
    .all(a, b)
    .map(({ verdict, pathA, hashA, pathB, hashB }) => ({
      verdict,
      from: { key: policyKey(a), anchor: { path: readPath(pathA), hash: hashA } },
      to: { key: policyKey(b), anchor: { path: readPath(pathB), hash: hashB } },
    }));
}

/** Keeps a verdict on a pair of passages of two different policies in place of the one before; null takes it back. */
export function saveLinkVerdict(
  connection: Connection,
  verdict: LinkOverride['verdict'] | null,
  x: PolicyPassage,
  y: PolicyPassage,
): void {
  const [a, b] = x.policyId < y.policyId ? [x, y] : [y, x];
  const pair = [a, b].flatMap(({ policyId, anchor }) => [policyId, JSON.stringify(anchor.path), anchor.hash]);
  connection.write(() => {
    connection
      .sql(
        `DELETE FROM passage_link WHERE policy_a = ? AND path_a = ? AND hash_a = ?
         AND policy_b = ? AND path_b = ? AND hash_b = ?`,
      )
      .run(...pair);
    if (verdict === null) return;
    connection
      .sql(
        `INSERT INTO passage_link (policy_a, path_a, hash_a, policy_b, path_b, hash_b, verdict)
         VALUES (?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(...pair, verdict);
  });
}

/** What overrides call a policy of the library. */
export function policyKey(policyId: number): string {
  return String(policyId);
}

/** Written by `saveLinkVerdict` alone; anything else in its place names no passage. */
function readPath(json: string): readonly string[] {
  const path: unknown = JSON.parse(json);
  return Array.isArray(path) ? path.filter((heading) => typeof heading === 'string') : [];
}
