import type { PassageAge } from '../../../shared/ipc/contract.ts';
import type { VersionSummary } from '../../../shared/model/policy.ts';
import { ok, type Result } from '../../../shared/model/result.ts';
import type { Connection } from '../store/connection.ts';
import { dateOf } from '../store/current-version.ts';
import { hashPassage, readPassages } from '../store/passages.ts';
import { listVersions, loadVersionText } from '../store/versions.ts';

/** Since which version each passage of a version has stood there word for word. The search index, which knows it, must be up to date. */
export function passageAges(connection: Connection, version: VersionSummary): Result<PassageAge[]> {
  const text = loadVersionText(connection, version);
  if (!text.ok) return text;
  const dates = new Map(
    listVersions(connection, version.policyId).map((each) => [each.number, dateOf(each)]),
  );
  const since = connection
    .sql<number>(
      `SELECT from_version FROM passage_range JOIN passage ON passage.id = passage_id
       WHERE passage.hash = ? AND policy_id = ? AND from_version <= ? AND (to_version IS NULL OR to_version >= ?)`,
    )
    .pluck();
  const ages = readPassages(text.value).flatMap((passage): PassageAge[] => {
    const number = since.get(hashPassage(passage.text), version.policyId, version.number, version.number);
    if (number === undefined) return [];
    const toLine = passage.line + passage.text.split('\n').length - 1;
    return [{ fromLine: passage.line, toLine, since: Number(number), date: dates.get(Number(number)) ?? '' }];
  });
  return ok(ages);
}
