import type { CompanyWithPolicies, IsoDate, PolicySummary } from '../../shared/model/policy.ts';

/** A policy as the overview lists it. */
export interface OverviewRow {
  readonly company: CompanyWithPolicies;
  readonly policy: PolicySummary;
  readonly isDraft: boolean;
  /** Days from today until its latest version takes effect; null where it has, or says no date. */
  readonly daysAhead: number | null;
}

/** Which policies the overview shows. */
export type OverviewFilter = 'all' | 'drafts' | 'ahead';

/** What the overview is sorted by. */
export type OverviewColumn = 'policy' | 'versions' | 'effective' | 'saved' | 'words';

/** A column and whether its smallest value comes first. */
export interface OverviewOrder {
  readonly by: OverviewColumn;
  readonly ascending: boolean;
}

const DAY_MS = 86_400_000;

/** Every policy of the library, in its order. `today` is the calendar day where the reader is. */
export function overviewRows(
  companies: readonly CompanyWithPolicies[],
  hasDraft: (policy: PolicySummary) => boolean,
  today: IsoDate,
): readonly OverviewRow[] {
  return companies.flatMap((company) =>
    company.policies.map((policy) => ({
      company,
      policy,
      isDraft: hasDraft(policy),
      daysAhead: daysUntil(policy.latest?.effectiveDate ?? null, today),
    })),
  );
}

/** The rows that a filter lets through. */
export function filterRows(rows: readonly OverviewRow[], filter: OverviewFilter): readonly OverviewRow[] {
  if (filter === 'drafts') return rows.filter(({ isDraft }) => isDraft);
  if (filter === 'ahead') return rows.filter(({ daysAhead }) => daysAhead !== null);
  return rows;
}

/** The rows in order of a column; those that have nothing there come last, and equal ones stay as they are. */
export function sortRows(
  rows: readonly OverviewRow[],
  { by, ascending }: OverviewOrder,
): readonly OverviewRow[] {
  const sign = ascending ? 1 : -1;
  return [...rows].sort((one, other) => {
    const [first, second] = [cellValue(one, by), cellValue(other, by)];
    if (first === null || second === null) return Number(first === null) - Number(second === null);
    return sign * compareValues(first, second);
  });
}

function cellValue({ company, policy }: OverviewRow, by: OverviewColumn): string | number | null {
  if (by === 'policy') return `${policy.name} ${company.name}`;
  if (by === 'versions') return policy.versions;
  if (by === 'effective') return policy.latest?.effectiveDate ?? null;
  return (by === 'saved' ? policy.latest?.savedAt : policy.latest?.words) ?? null;
}

function compareValues(one: string | number, other: string | number): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  return String(one).localeCompare(String(other), 'en', { numeric: true, sensitivity: 'base' });
}

function daysUntil(date: IsoDate | null, today: IsoDate): number | null {
  if (date === null || date <= today) return null;
  return Math.round((Date.parse(date) - Date.parse(today)) / DAY_MS);
}
