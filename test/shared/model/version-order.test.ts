import { expect, it } from 'vitest';
import type { VersionSummary } from '../../../shared/model/policy.ts';
import { inDateOrder } from '../../../shared/model/version-order.ts';

function version(
  number: number,
  effectiveDate: string | null,
  savedAt: string,
  kind: 'written' | 'imported' = 'written',
): VersionSummary {
  return {
    id: number,
    policyId: 1,
    number,
    effectiveDate,
    savedAt: `${savedAt}T10:00:00.000Z`,
    author: '',
    note: '',
    kind: 'substantive',
    source: kind === 'written' ? { kind } : { kind, from: 'old.md', format: 'markdown' },
    words: 1,
    textHash: '',
    entryHash: '',
    previousHash: null,
  };
}

const numbers = (versions: readonly VersionSummary[]): number[] =>
  inDateOrder(versions).map(({ number }) => number);

it('an undated import stands before what was written after it, whenever that took effect', () => {
  expect(
    numbers([version(1, null, '2026-11-22', 'imported'), version(2, '2026-03-01', '2026-11-22')]),
  ).toEqual([1, 2]);
});

it('an old text that is imported late goes to its own date and moves nothing else', () => {
  expect(
    numbers([
      version(1, null, '2020-05-01'),
      version(2, '2021-01-01', '2021-01-01'),
      version(3, '2008-03-15', '2026-11-22', 'imported'),
    ]),
  ).toEqual([3, 1, 2]);
});
