import { applyCorrections } from '../../../shared/model/corrections.ts';
import type {
  Company,
  CompanyWithPolicies,
  Policy,
  PolicySummary,
  VersionSummary,
  VersionsOfYear,
} from '../../../shared/model/policy.ts';
import { placesInTime } from '../../../shared/model/version-order.ts';
import type { Connection } from './connection.ts';
import { currentVersion } from './current-version.ts';
import { listAllVersions, listVersions } from './versions.ts';

const POLICY = 'SELECT id, company_id AS companyId, slug, name FROM policy';

/** Every company that has policies, with them, both by name. One whose last policy has moved away is kept, but nobody misses it. */
export function listCompanies(connection: Connection): CompanyWithPolicies[] {
  const versions = groupBy(listAllVersions(connection), (version) => version.policyId);
  const drafts = new Set(connection.sql<number>('SELECT policy_id FROM draft').pluck().all() as number[]);
  const policies = connection.sql<Policy>(`${POLICY} ORDER BY name, id`).all();
  const byCompany = groupBy(policies, (policy) => policy.companyId);
  return connection
    .sql<Company>('SELECT id, slug, name FROM company ORDER BY name, id')
    .all()
    .map((company) => ({
      ...company,
      policies: (byCompany.get(company.id) ?? []).map((policy) =>
        summarise(policy, versions.get(policy.id) ?? [], drafts.has(policy.id)),
      ),
    }))
    .filter(({ policies }) => policies.length > 0);
}

/** One policy with its company; null when there is none. */
export function findPolicy(
  connection: Connection,
  policyId: number,
): { readonly policy: PolicySummary; readonly company: Company } | null {
  const policy = connection.sql<Policy>(`${POLICY} WHERE id = ?`).get(policyId);
  if (!policy) return null;
  const company = connection
    .sql<Company>('SELECT id, slug, name FROM company WHERE id = ?')
    .get(policy.companyId);
  if (!company) return null;
  const hasDraft = connection.sql('SELECT 1 FROM draft WHERE policy_id = ?').get(policyId) !== undefined;
  return { policy: summarise(policy, listVersions(connection, policyId), hasDraft), company };
}

function summarise(policy: Policy, entries: readonly VersionSummary[], hasDraft: boolean): PolicySummary {
  const versions = applyCorrections(entries);
  return {
    ...policy,
    versions: versions.length,
    years: countYears(versions),
    latest: currentVersion(versions),
    hasDraft,
  };
}

function countYears(versions: readonly VersionSummary[]): VersionsOfYear[] {
  const years = groupBy([...placesInTime(versions).values()], (date) => Number(date.slice(0, 4)));
  return [...years]
    .map(([year, dates]) => ({ year, versions: dates.length }))
    .sort((one, other) => one.year - other.year);
}

function groupBy<Value>(
  values: readonly Value[],
  keyOf: (value: Value) => number,
): ReadonlyMap<number, Value[]> {
  const groups = new Map<number, Value[]>();
  for (const value of values) {
    const group = groups.get(keyOf(value));
    if (group) group.push(value);
    else groups.set(keyOf(value), [value]);
  }
  return groups;
}
