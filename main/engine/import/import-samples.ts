import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ok, type Result } from '../../../shared/model/result.ts';
import { normaliseText } from '../../../shared/model/text.ts';
import type { Connection } from '../store/connection.ts';
import { attempt } from '../store/failures.ts';
import { ensureCompany, ensurePolicy } from '../store/names.ts';
import { appendVersion } from '../store/versions.ts';

const manifestSchema = z.object({
  companies: z.array(
    z.object({
      name: z.string(),
      policies: z.array(
        z.object({
          name: z.string(),
          versions: z.array(
            z.object({
              file: z.string(),
              effectiveDate: z.string().nullable(),
              note: z.string(),
              kind: z.enum(['editorial', 'substantive']),
              author: z.string(),
              savedAt: z.string(),
            }),
          ),
        }),
      ),
    }),
  ),
});

/** Fills a new library with the policies of two invented companies, all in one transaction; without samples it stays empty. */
export function importSamples(connection: Connection, resourcesDir: string): Result<null> {
  const folder = join(resourcesDir, 'samples');
  const file = join(folder, 'samples.json');
  if (!existsSync(file)) return ok(null);
  const manifest = manifestSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  return attempt(connection.file, () =>
    connection.write(() => {
      for (const company of manifest.companies) {
        const owner = ensureCompany(connection, company.name);
        for (const policy of company.policies) {
          const { id } = ensurePolicy(connection, owner.id, policy.name);
          for (const { file: name, ...entry } of policy.versions) {
            const text = normaliseText(readFileSync(join(folder, name), 'utf8'));
            appendVersion(connection, id, { ...entry, text, source: { kind: 'written' } });
          }
        }
      }
      return null;
    }),
  );
}
