import type { Company, Policy } from '../../../shared/model/policy.ts';
import { slugify } from '../../../shared/model/reference.ts';
import type { Connection } from './connection.ts';

const COMPANY = 'SELECT id, slug, name FROM company';
const POLICY = 'SELECT id, company_id AS companyId, slug, name FROM policy';

/** The company of that short name, or the one that had it last; null when none ever had. */
export function findCompanyBySlug(connection: Connection, slug: string): Company | null {
  const now = connection.sql<Company>(`${COMPANY} WHERE slug = ?`).get(slug);
  const formerly = `${COMPANY} WHERE id = (
    SELECT company_id FROM former_name WHERE policy_id IS NULL AND slug = ? ORDER BY id DESC LIMIT 1)`;
  return now ?? connection.sql<Company>(formerly).get(slug) ?? null;
}

/** The policy that `company/policy` means, or the one that it meant last; null when it never meant any. */
export function findPolicyBySlug(connection: Connection, company: string, policy: string): Policy | null {
  const owner = findCompanyBySlug(connection, company);
  return owner && findPolicyOf(connection, owner.id, policy);
}

/** Finds or makes the company of that name. Call inside a write. */
export function ensureCompany(connection: Connection, name: string): Company {
  const slug = slugify(name);
  const named = connection.sql<Company>(`${COMPANY} WHERE name = ? ORDER BY id LIMIT 1`).get(name);
  const found = named ?? findCompanyBySlug(connection, slug);
  if (found) return found;
  const inserted = connection.sql('INSERT INTO company (slug, name) VALUES (?, ?)').run(slug, name);
  return { id: Number(inserted.lastInsertRowid), slug, name };
}

/** Finds or makes the policy of that name; one that has moved away is found where it went. Call inside a write. */
export function ensurePolicy(connection: Connection, companyId: number, name: string): Policy {
  return findPolicyOf(connection, companyId, slugify(name)) ?? addPolicy(connection, companyId, name);
}

/** Makes a policy. Call inside a write, where no policy of the company has that name. */
export function addPolicy(connection: Connection, companyId: number, name: string): Policy {
  const slug = slugify(name);
  const inserted = connection
    .sql('INSERT INTO policy (company_id, slug, name) VALUES (?, ?, ?)')
    .run(companyId, slug, name);
  return { id: Number(inserted.lastInsertRowid), companyId, slug, name };
}

/** The policy that stands under this short name now; null when none does. */
export function policyNow(connection: Connection, companyId: number, slug: string): Policy | null {
  return connection.sql<Policy>(`${POLICY} WHERE company_id = ? AND slug = ?`).get(companyId, slug) ?? null;
}

function findPolicyOf(connection: Connection, companyId: number, slug: string): Policy | null {
  const formerly = `${POLICY} WHERE id = (
    SELECT policy_id FROM former_name WHERE policy_id IS NOT NULL AND company_id = ? AND slug = ? ORDER BY id DESC LIMIT 1)`;
  return (
    policyNow(connection, companyId, slug) ?? connection.sql<Policy>(formerly).get(companyId, slug) ?? null
  );
}
