import { mergeInSteps } from '../../../shared/compare/merge-texts.ts';
import { ok } from '../../../shared/model/result.ts';
import { normaliseText } from '../../../shared/model/text.ts';
import type { Handlers } from '../engine-context.ts';
import { cancelled, pump } from '../jobs.ts';
import { missing } from '../missing.ts';
import { currentVersion } from '../store/current-version.ts';
import { discardDraft, saveDraft } from '../store/drafts.ts';
import { findPolicy } from '../store/policies.ts';
import { listVersions, loadVersionText } from '../store/versions.ts';

/** Requests about the working copy of a policy. */
export const draftHandlers = {
  'draft.save': ({ connection }, { policyId, baseVersion, text }) => {
    if (!findPolicy(connection, policyId)) return missing('policy', policyId);
    const savedAt = saveDraft(connection, { policyId, baseVersion, text, savedAt: new Date().toISOString() });
    return ok({ savedAt });
  },

  'draft.merge': ({ connection, jobs, emit }, { job: id, policyId, baseVersion, text }) =>
    jobs.run(id, async (job) => {
      const versions = listVersions(connection, policyId);
      const theirs = currentVersion(versions);
      if (!theirs) return missing('policy', policyId);
      const base = versions.find(({ number }) => number === baseVersion) ?? null;
      const theirText = loadVersionText(connection, theirs);
      if (!theirText.ok) return theirText;
      const baseText = base ? loadVersionText(connection, base) : ok(null);
      if (!baseText.ok) return baseText;
      const steps = mergeInSteps(baseText.value, normaliseText(text), theirText.value);
      const passages = await pump(job, steps, (fraction) =>
        emit('job.progress', { job: id, done: Math.round(fraction * 100), total: 100, message: 'Comparing' }),
      );
      return passages ? ok({ base, theirs, passages }) : cancelled();
    }),

  'draft.discard': ({ connection, emit }, { policyId }) => {
    connection.write(() => discardDraft(connection, policyId));
    emit('library.changed', { policyId });
    return ok(null);
  },
} satisfies Partial<Handlers>;
