import type { VersionSummary } from '../../../shared/model/policy.ts';

/** A version of an invented policy; only what a test is about need be given. */
export function sampleVersion(given: Partial<VersionSummary> = {}): VersionSummary {
  const number = given.number ?? 1;
  return {
    id: number,
    policyId: 1,
    number,
    effectiveDate: `20${10 + number}-03-01`,
    savedAt: `20${10 + number}-02-20T09:00:00.000Z`,
    author: 'Ada Quill',
    note: `Note ${number}`,
    kind: 'substantive',
    source: { kind: 'written' },
    words: 100,
    textHash: 'a'.repeat(64),
    entryHash: 'b'.repeat(64),
    previousHash: null,
    ...given,
  };
}
