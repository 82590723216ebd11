import type { Connection } from '../../main/engine/store/connection.ts';
import { slugify } from '../../shared/model/reference.ts';

/** Finds or makes a policy in a library of any schema, with nothing but what the first one had; gives its id. */
export function plainPolicy(connection: Connection, company: string, name: string): number {
  connection.sql('INSERT OR IGNORE INTO company (slug, name) VALUES (?, ?)').run(slugify(company), company);
  connection
    .sql('INSERT OR IGNORE INTO policy (company_id, slug, name) SELECT id, ?, ? FROM company WHERE slug = ?')
    .run(slugify(name), name, slugify(company));
  const found = connection
    .sql(
      'SELECT policy.id FROM policy JOIN company ON company.id = company_id WHERE company.slug = ? AND policy.slug = ?',
    )
    .pluck()
    .get(slugify(company), slugify(name));
  return Number(found);
}
