import { fail, ok, type Result } from '../../../shared/model/result.ts';
import { findByName, findByPath } from '../../../shared/publish/find-page.ts';
import type { SiteVersion } from '../../../shared/publish/site.ts';
import type { EngineContext, Handlers } from '../engine-context.ts';
import { themeOfLook } from '../export/look-theme.ts';
import { neighbourSites } from '../export/neighbour-sites.ts';
import { publishSite } from '../export/publish-site.ts';
import { cancelled, pump } from '../jobs.ts';
import { loadLook } from '../store/company-looks.ts';
import type { Connection } from '../store/connection.ts';
import { findPolicy } from '../store/policies.ts';
import { listVersions, loadVersionText } from '../store/versions.ts';

/** Publishes the whole history of a policy as a site. */
export const siteHandlers = {
  'publish.site': (context, { job: id, policyId, folder, baseUrl, ignoreDates, replace, theme, files }) =>
    context.jobs.run(id, async (job) => {
      const found = findPolicy(context.connection, policyId);
      if (!found) return fail('not-found', 'This policy is no longer in the library.');
      const problems = await context.chains.check(policyId, job);
      if (!problems) return cancelled();
      const [first] = problems;
      if (first) return fail('library-damaged', `${first.place}: ${first.message}`);
      const versions = readVersions(context.connection, policyId);
      if (!versions.ok) return versions;
      const input = {
        company: found.company.name,
        policyName: found.policy.name,
        reference: `${found.company.slug}/${found.policy.slug}`,
        versions: versions.value,
        findPage: files
          ? findByPath(files.from, files.places)
          : findByName(found.policy.slug, neighbourSites(folder, found.company.slug)),
        theme: theme ?? themeOfLook(loadLook(context.connection, found.company.id), context.resourcesDir),
        ...(baseUrl === undefined ? {} : { baseUrl }),
      };
      const steps = publishSite(input, folder, { ignoreDates, replace });
      const published = await pump(job, steps, (step) => reportProgress(context, job.id, step));
      return published ?? cancelled();
    }),
} satisfies Partial<Handlers>;

function readVersions(connection: Connection, policyId: number): Result<SiteVersion[]> {
  const versions: SiteVersion[] = [];
  const inOrder = listVersions(connection, policyId).toSorted((one, other) => one.number - other.number);
  for (const summary of inOrder) {
    const text = loadVersionText(connection, summary);
    if (!text.ok) return text;
    versions.push({ summary, text: text.value });
  }
  return ok(versions);
}

function reportProgress(
  context: EngineContext,
  job: string,
  { done, total }: { readonly done: number; readonly total: number },
): void {
  context.emit('job.progress', { job, done, total, message: 'Publishing' });
}
