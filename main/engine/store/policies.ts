import { applyCorrections } from '../../../shared/model/corrections.ts';
import type {
  Company,
  CompanyWithPolicies,
  Policy,
  PolicySummary,
  VersionSummary,
} from '../../../shared/model/policy.ts';
import { slugify } from '../../../shared/model/reference.ts';
import type { Connection } from './connection.ts';
import { currentVersion } from './current-version.ts';
import { listAllVersions, listVersions } from './versions.ts';

interface PolicyRow {
  readonly id: number;
  readonly companyId: number;
  readonly slug: string;
  readonly name: string;
}

const POLICY = 'SELECT id, company_id AS companyId, slug, name FROM policy';

/** Every company with its policies, both by name. */
export function listCompanies(connection: Connection): CompanyWithPolicies[] {
  const versions = groupBy(listAllVersions(connection), (version) => version.policyId);
  const drafts = new Set(connection.sql<number>('SELECT policy_id FROM draft').pluck().all() as number[]);
  const policies = connection.sql<PolicyRow>(`${POLICY} ORDER BY name, id`).all();
  const byCompany = groupBy(policies, (policy) => policy.companyId);
  return connection
    .sql<Company>('SELECT id, slug, name FROM company ORDER BY name, id')
    .all()
    .map((company) => ({
      ...company,
      policies: (byCompany.get(company.id) ?? []).map((policy) =>
        summarise(policy, versions.get(policy.id) ?? [], drafts.has(policy.id)),
      ),
    }));
}

/** One policy with its company; null when there is none. */
export function findPolicy(
  connection: Connection,
  policyId: number,
): { readonly policy: PolicySummary; readonly company: Company } | null {
  const policy = connection.sql<PolicyRow>(`${POLICY} WHERE id = ?`).get(policyId);
  if (!policy) return null;
  const company = connection
    .sql<Company>('SELECT id, slug, name FROM company WHERE id = ?')
    .get(policy.companyId);
  if (!company) return null;
  const hasDraft = connection.sql('SELECT 1 FROM draft WHERE policy_id = ?').get(policyId) !== undefined;
  return { policy: summarise(policy, listVersions(connection, policyId), hasDraft), company };
}

/** The policy that `company/policy` means; null when there is none. */
export function findPolicyBySlug(connection: Connection, company: string, policy: string): Policy | null {
  const row = connection
    .sql<PolicyRow>(
      `SELECT policy.id, company_id AS companyId, policy.slug, policy.name
       FROM policy JOIN company ON company.id = company_id WHERE company.slug = ? AND policy.slug = ?`,
    )
    .get(company, policy);
  return row ?? null;
}

/** Finds or makes the company of that name. Call inside a write. */
export function ensureCompany(connection: Connection, name: string): Company {
  const slug = slugify(name);
  const found = connection.sql<Company>('SELECT id, slug, name FROM company WHERE slug = ?').get(slug);
  if (found) return found;
  const inserted = connection.sql('INSERT INTO company (slug, name) VALUES (?, ?)').run(slug, name);
  return { id: Number(inserted.lastInsertRowid), slug, name };
}

/** Finds or makes the policy of that name. Call inside a write. */
export function ensurePolicy(connection: Connection, companyId: number, name: string): Policy {
  const slug = slugify(name);
  const found = connection.sql<PolicyRow>(`${POLICY} WHERE company_id = ? AND slug = ?`).get(companyId, slug);
  if (found) return found;
  const inserted = connection
    .sql('INSERT INTO policy (company_id, slug, name) VALUES (?, ?, ?)')
    .run(companyId, slug, name);
  return { id: Number(inserted.lastInsertRowid), companyId, slug, name };
}

/** Changes the name that people see; the slug stays, because references use it. False when there is no such row. */
export function renameCompany(connection: Connection, companyId: number, name: string): boolean {
  return connection.sql('UPDATE company SET name = ? WHERE id = ?').run(name, companyId).changes > 0;
}

/** As `renameCompany`, for a policy. */
export function renamePolicy(connection: Connection, policyId: number, name: string): boolean {
  return connection.sql('UPDATE policy SET name = ? WHERE id = ?').run(name, policyId).changes > 0;
}

function summarise(policy: Policy, entries: readonly VersionSummary[], hasDraft: boolean): PolicySummary {
  const versions = applyCorrections(entries);
  return { ...policy, versions: versions.length, latest: currentVersion(versions), hasDraft };
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
