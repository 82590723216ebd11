import { ok } from '../../../shared/model/result.ts';
import type { Handlers } from '../engine-context.ts';
import { missing } from '../missing.ts';
import { discardDraft, saveDraft } from '../store/drafts.ts';
import { findPolicy } from '../store/policies.ts';

/** Requests about the working copy of a policy. */
export const draftHandlers = {
  'draft.save': ({ connection }, { policyId, baseVersion, text }) => {
    if (!findPolicy(connection, policyId)) return missing('policy', policyId);
    const savedAt = saveDraft(connection, { policyId, baseVersion, text, savedAt: new Date().toISOString() });
    return ok({ savedAt });
  },

  'draft.discard': ({ connection, emit }, { policyId }) => {
    connection.write(() => discardDraft(connection, policyId));
    emit('library.changed', { policyId });
    return ok(null);
  },
} satisfies Partial<Handlers>;
