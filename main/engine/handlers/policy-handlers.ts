import type { PolicyDetail } from '../../../shared/ipc/library-requests.ts';
import { slugify } from '../../../shared/model/reference.ts';
import { fail, ok, type Result } from '../../../shared/model/result.ts';
import { normaliseText } from '../../../shared/model/text.ts';
import type { Handlers } from '../engine-context.ts';
import { cancelled, pump } from '../jobs.ts';
import { missing } from '../missing.ts';
import { readMissingVersions } from '../missing-versions.ts';
import { changeSizes } from '../store/change-sizes.ts';
import { findDraft, saveDraft } from '../store/drafts.ts';
import { addPolicy, ensureCompany, findPolicyBySlug, policyNow } from '../store/names.ts';
import { findPolicy } from '../store/policies.ts';
import { buildProofBundle } from '../store/proof-bundle.ts';
import { listFormerNames, renamePolicy } from '../store/renaming.ts';
import { catchUpIndex } from '../store/search-index.ts';
import { listVersions } from '../store/versions.ts';

/** Requests about one policy. */
export const policyHandlers = {
  'policy.get': ({ connection, chains, jobs }, { policyId }) =>
    jobs.runUnnamed(async (job) => {
      const problems = await chains.check(policyId, job);
      if (!problems) return cancelled();
      const found = findPolicy(connection, policyId);
      if (!found) return missing('policy', policyId);
      const versions = listVersions(connection, policyId);
      const detail: PolicyDetail = {
        ...found,
        versions,
        missing: readMissingVersions(connection, found.policy.latest, versions),
        draft: findDraft(connection, policyId),
        problems,
      };
      return ok(detail);
    }),

  'policy.changes': ({ connection, jobs }, { policyId }) =>
    jobs.runUnnamed(async (job) => {
      await pump(job, catchUpIndex(connection));
      return job.cancelled ? cancelled() : ok(changeSizes(connection, policyId));
    }),

  'policy.proof': (context, { policyId }) =>
    context.jobs.runUnnamed(async (job) => {
      if (!findPolicy(context.connection, policyId)) return missing('policy', policyId);
      const problems = await context.chains.check(policyId, job);
      if (!problems) return cancelled();
      const [first] = problems;
      if (first) return fail('library-damaged', `${first.place}: ${first.message}`);
      const bundle = buildProofBundle(context.connection, policyId, new Date());
      return bundle.ok ? ok(`${JSON.stringify(bundle.value, null, 1)}\n`) : bundle;
    }),

  'policy.create': ({ connection, emit }, { company, name, text }) => {
    const created = connection.write((): Result<{ readonly policyId: number }> => {
      const owner = ensureCompany(connection, company.trim() || company);
      if (policyNow(connection, owner.id, slugify(name)))
        return fail('exists', `${company} already has a policy named "${name}".`);
      const policy = addPolicy(connection, owner.id, name.trim() || name);
      saveDraft(connection, {
        policyId: policy.id,
        baseVersion: null,
        text: normaliseText(text),
        savedAt: new Date().toISOString(),
      });
      return ok({ policyId: policy.id });
    });
    if (created.ok) emit('library.changed', created.value);
    return created;
  },

  'policy.find': ({ connection }, { company, policy }) =>
    ok({ policyId: findPolicyBySlug(connection, company, policy)?.id ?? null }),

  'policy.rename': ({ connection, emit }, { policyId, name, company, slug }) => {
    const wanted = { name: name.trim() || name, company: company?.trim() || undefined, slug };
    const renamed = connection.write(() => renamePolicy(connection, policyId, wanted, new Date()));
    if (renamed.ok) emit('library.changed', { policyId });
    return renamed;
  },

  'policy.former-names': ({ connection }, { policyId }) => ok(listFormerNames(connection, { policyId })),
} satisfies Partial<Handlers>;
