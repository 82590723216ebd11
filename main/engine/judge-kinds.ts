import { compareTexts } from '../../shared/compare/compare.ts';
import type { JudgedKind } from '../../shared/ipc/history-requests.ts';
import type { VersionKind, VersionSummary } from '../../shared/model/policy.ts';
import { ok, type Result } from '../../shared/model/result.ts';
import { inDateOrder } from '../../shared/model/version-order.ts';
import type { Connection } from './store/connection.ts';
import { listVersions, loadVersionText } from './store/versions.ts';

/** Kinds by the hashes of the two texts. */
export type KindCache = Map<string, VersionKind>;

/**
 * Whether each version whose kind nobody has said changed what the policy says, by comparing it with the version before it in time. Who
 * imports an archive takes its commits as they are: all are recorded as substantive, unless the archive's own recorder says otherwise.
 * Yields how many are left.
 */
export function* judgeKinds(
  connection: Connection,
  policyId: number,
  cache: KindCache,
): Generator<number, Result<readonly JudgedKind[]>> {
  const inTime = inDateOrder(listVersions(connection, policyId));
  const judged: JudgedKind[] = [];
  for (const [at, version] of inTime.entries()) {
    const before = inTime[at - 1];
    if (!before || isKindSaid(version)) continue;
    const kind = judgeKind(connection, before, version, cache);
    if (!kind.ok) return kind;
    judged.push({ number: version.number, kind: kind.value });
    yield inTime.length - at - 1;
  }
  return ok(judged);
}

function isKindSaid({ source, kind, correction }: VersionSummary): boolean {
  return source.kind !== 'imported' || kind === 'editorial' || correction !== undefined;
}

function judgeKind(
  connection: Connection,
  before: VersionSummary,
  version: VersionSummary,
  cache: KindCache,
): Result<VersionKind> {
  const key = `${before.textHash} ${version.textHash}`;
  const known = cache.get(key);
  if (known) return ok(known);
  const [a, b] = [loadVersionText(connection, before), loadVersionText(connection, version)];
  if (!a.ok) return a;
  if (!b.ok) return b;
  const { changes } = compareTexts({ label: 'before', text: a.value }, { label: 'after', text: b.value });
  const kind = changes.some((change) => change.class === 'substantive') ? 'substantive' : 'editorial';
  cache.set(key, kind);
  return ok(kind);
}
