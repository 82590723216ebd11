import type { FormerName, NewName } from '../../../shared/ipc/library-requests.ts';
import { slugify } from '../../../shared/model/reference.ts';
import { fail, ok, type Result } from '../../../shared/model/result.ts';
import type { Connection } from './connection.ts';
import { ensureCompany, policyNow } from './names.ts';
import { findPolicy } from './policies.ts';

/** Names a company anew; what it was called stays known, so that old references still lead to it. Call inside a write. */
export function renameCompany(
  connection: Connection,
  companyId: number,
  { name, slug: wanted }: Pick<NewName, 'name' | 'slug'>,
  now: Date,
): Result<null> {
  const before = connection.sql<Named>('SELECT slug, name FROM company WHERE id = ?').get(companyId);
  if (!before) return fail('not-found', `There is no company ${companyId}.`);
  const slug = wanted === undefined ? before.slug : slugify(wanted);
  const other = connection
    .sql<Named>('SELECT slug, name FROM company WHERE slug = ? AND id <> ?')
    .get(slug, companyId);
  if (other) return fail('exists', `${other.name} has the short name "${slug}" already.`);
  if (name === before.name && slug === before.slug) return ok(null);
  remember(connection, companyId, null, before, now);
  connection.sql('UPDATE company SET slug = ?, name = ? WHERE id = ?').run(slug, name, companyId);
  return ok(null);
}

/** As `renameCompany`, for a policy, which may move to another company, made where there is none of that name. Call inside a write. */
export function renamePolicy(
  connection: Connection,
  policyId: number,
  { name, slug: wanted, company }: NewName,
  now: Date,
): Result<null> {
  const found = findPolicy(connection, policyId);
  if (!found) return fail('not-found', `There is no policy ${policyId}.`);
  const before = found.policy;
  const slug = wanted === undefined ? before.slug : slugify(wanted);
  const owner =
    company === undefined || company === found.company.name
      ? found.company
      : ensureCompany(connection, company);
  const other = policyNow(connection, owner.id, slug);
  if (other && other.id !== policyId)
    return fail('exists', `${owner.name} has a policy with the short name "${slug}" already: ${other.name}.`);
  if (name === before.name && slug === before.slug && owner.id === before.companyId) return ok(null);
  remember(connection, before.companyId, policyId, before, now);
  connection
    .sql('UPDATE policy SET company_id = ?, slug = ?, name = ? WHERE id = ?')
    .run(owner.id, slug, name, policyId);
  return ok(null);
}

/** What a company or a policy was called before, newest first. */
export function listFormerNames(
  connection: Connection,
  of: { readonly companyId: number } | { readonly policyId: number },
): FormerName[] {
  const [condition, id] =
    'policyId' in of
      ? ['policy_id = ?', of.policyId]
      : ['policy_id IS NULL AND company_id = ?', of.companyId];
  return connection
    .sql<FormerName>(
      `SELECT former_name.slug, former_name.name, company.name AS company, company.slug AS companySlug, until
       FROM former_name JOIN company ON company.id = company_id WHERE ${condition} ORDER BY former_name.id DESC`,
    )
    .all(id);
}

interface Named {
  readonly slug: string;
  readonly name: string;
}

function remember(
  connection: Connection,
  companyId: number,
  policyId: number | null,
  { slug, name }: Named,
  now: Date,
): void {
  connection
    .sql('INSERT INTO former_name (company_id, policy_id, slug, name, until) VALUES (?, ?, ?, ?, ?)')
    .run(companyId, policyId, slug, name, now.toISOString());
}
