import type { PolicyDetail } from '../../../shared/ipc/library-requests.ts';
import type { Draft, VersionSummary } from '../../../shared/model/policy.ts';

/** A version of an invented policy. */
export function version(number: number, part: Partial<VersionSummary> = {}): VersionSummary {
  return {
    id: 100 + number,
    policyId: 1,
    number,
    effectiveDate: `20${10 + number}-05-02`,
    savedAt: `20${10 + number}-04-30T08:00:00.000Z`,
    author: 'A. Writer',
    note: `Change ${number}`,
    kind: 'substantive',
    source: { kind: 'written' },
    words: 100 * number,
    textHash: 'a'.repeat(64),
    entryHash: 'b'.repeat(64),
    previousHash: number > 1 ? 'c'.repeat(64) : null,
    ...part,
  };
}

/** A policy with versions 1 to `count`, newest first. */
export function detail(policyId: number, count: number, draft: Draft | null = null): PolicyDetail {
  const versions = Array.from({ length: count }, (_, index) => version(count - index, { policyId }));
  return {
    policy: {
      id: policyId,
      companyId: 1,
      slug: 'privacy',
      name: 'Privacy Policy',
      versions: count,
      latest: versions[0] ?? null,
      years: [],
      hasDraft: draft !== null,
    },
    company: { id: 1, slug: 'fennel', name: 'Fennel & Rook' },
    versions,
    draft,
  };
}
