import { describe, expect, it } from 'vitest';
import { filterRows, overviewRows, sortRows } from '../../../renderer/library/overview-rows.ts';
import type { CompanyWithPolicies, PolicySummary } from '../../../shared/model/policy.ts';
import { version } from '../helpers/policies.ts';

const TODAY = '2021-06-01';

function policy(id: number, name: string, part: Partial<PolicySummary> = {}): PolicySummary {
  const latest = version(id, { policyId: id });
  return { id, companyId: 1, slug: name, name, versions: id, years: [], latest, hasDraft: false, ...part };
}

const companies: readonly CompanyWithPolicies[] = [
  {
    id: 1,
    slug: 'tansy',
    name: 'Tansy',
    policies: [
      policy(1, 'Privacy', { latest: version(1, { effectiveDate: '2021-06-13', words: 90 }) }),
      policy(2, 'terms', { hasDraft: true }),
      policy(3, 'Cookies', { latest: null, versions: 0 }),
    ],
  },
];
const rows = overviewRows(companies, ({ hasDraft }) => hasDraft, TODAY);
const names = (shown: typeof rows): readonly string[] => shown.map(({ policy: { name } }) => name);

describe('the overview of the library', () => {
  it('counts the days until a version takes effect, and none for one that has', () => {
    expect(rows.map(({ daysAhead }) => daysAhead)).toEqual([12, null, null]);
    expect(names(overviewRows(companies, () => false, '2021-06-13').filter((row) => row.daysAhead))).toEqual(
      [],
    );
  });

  it('shows all, those with a draft, or those not yet in effect', () => {
    expect(names(filterRows(rows, 'all'))).toEqual(['Privacy', 'terms', 'Cookies']);
    expect(names(filterRows(rows, 'drafts'))).toEqual(['terms']);
    expect(names(filterRows(rows, 'ahead'))).toEqual(['Privacy']);
  });

  it('sorts names as people do, numbers as numbers, and what has no value last either way', () => {
    expect(names(sortRows(rows, { by: 'policy', ascending: true }))).toEqual(['Cookies', 'Privacy', 'terms']);
    expect(names(sortRows(rows, { by: 'words', ascending: true }))).toEqual(['Privacy', 'terms', 'Cookies']);
    expect(names(sortRows(rows, { by: 'words', ascending: false }))).toEqual(['terms', 'Privacy', 'Cookies']);
    expect(names(sortRows(rows, { by: 'effective', ascending: false }))).toEqual([
      'Privacy',
      'terms',
      'Cookies',
    ]);
  });
});
