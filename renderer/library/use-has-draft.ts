import type { PolicySummary } from '../../shared/model/policy.ts';
import { useServices } from '../app/services.ts';
import { useStore } from '../app/store.ts';

/**
 * Whether a policy has changes that no version holds. The listing is read again after versions change, not after each save of a draft: of
 * the open policy the editor knows better.
 */
export function useHasDraft(): (policy: PolicySummary) => boolean {
  const { session } = useServices();
  const openId = useStore(session.store, (state) => (state.kind === 'open' ? state.document.policyId : null));
  const isEdited = useStore(session.saving, (state) => state.kind !== 'clean');
  return (policy) => (policy.id === openId ? isEdited : policy.hasDraft);
}
