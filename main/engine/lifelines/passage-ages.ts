import type { PassageAge } from '../../../shared/ipc/history-requests.ts';
import type { VersionSummary } from '../../../shared/model/policy.ts';
import { ok, type Result } from '../../../shared/model/result.ts';
import { dateOf, inDateOrder } from '../../../shared/model/version-order.ts';
import type { Connection } from '../store/connection.ts';
import { hashPassage, readPassages } from '../store/passages.ts';
import { listVersions, loadVersionText } from '../store/versions.ts';

/**
 * Since which version each passage of a version, or of a draft begun from it, has stood there word for word. The search index, which knows
 * it, must be up to date.
 */
export function passageAges(
  connection: Connection,
  version: VersionSummary,
  draft: string | null = null,
): Result<PassageAge[]> {
  const text = draft === null ? loadVersionText(connection, version) : ok(draft);
  if (!text.ok) return text;
  const oldestFirst = inDateOrder(listVersions(connection, version.policyId));
  const standing = connection.sql<{ first: number; last: number | null }>(
    `SELECT from_version AS first, to_version AS last FROM passage_range JOIN passage ON passage.id = passage_id
     WHERE passage.hash = ? AND policy_id = ? AND from_version <= ? AND (to_version IS NULL OR to_version >= ?)`,
  );
  const ages = readPassages(text.value).flatMap((passage): PassageAge[] => {
    const range = standing.get(hashPassage(passage.text), version.policyId, version.number, version.number);
    if (!range && draft === null) return [];
    const { first = 0, last = null } = range ?? {};
    // An old text that was added late has a high number and an early date.
    const since = range && oldestFirst.find(({ number }) => number >= first && number <= (last ?? number));
    const toLine = passage.line + passage.text.split('\n').length - 1;
    return [
      { fromLine: passage.line, toLine, since: since?.number ?? null, date: since ? dateOf(since) : '' },
    ];
  });
  return ok(ages);
}
