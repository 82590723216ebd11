import type { RecentPolicy } from '../../shared/ipc/app-requests.ts';
import type { CompanyWithPolicies } from '../../shared/model/policy.ts';
import type { Preferences } from '../app/preferences.ts';
import { companiesOf, findPolicy, type Library } from './library-store.ts';

/** How many policies the recent list names. */
const MAX_RECENT = 5;

/** Reads the remembered list of policy ids, newest first; broken parts are left out. */
export function parseRecent(stored: string): readonly number[] {
  const ids = stored.split(',').map(Number);
  return ids.filter((id) => Number.isInteger(id) && id > 0).slice(0, MAX_RECENT);
}

/** Puts a policy at the head of the remembered list. */
export function addRecent(stored: string, policyId: number): string {
  const others = parseRecent(stored).filter((id) => id !== policyId);
  return [policyId, ...others].slice(0, MAX_RECENT).join(',');
}

/** The remembered policies that there still are, with the names that the application menu shows. */
export function nameRecent(
  stored: string,
  companies: readonly CompanyWithPolicies[],
): readonly RecentPolicy[] {
  return parseRecent(stored).flatMap((policyId) => {
    const found = findPolicy(companies, policyId);
    return found ? [{ policyId, label: `${found.policy.name}, ${found.company.name}` }] : [];
  });
}

/** Keeps the names in the settings as policies are opened, renamed and removed, for as long as the window lives. */
export function keepRecentNamed(preferences: Preferences, library: Library): () => void {
  const keep = (): void => {
    const state = library.store.get();
    if (state.kind !== 'ready') return;
    const named = nameRecent(preferences.recall('recent', ''), companiesOf(state));
    if (JSON.stringify(named) !== JSON.stringify(preferences.store.get().recentPolicies))
      preferences.change({ recentPolicies: [...named] });
  };
  const stops = [library.store.subscribe(keep), preferences.store.subscribe(keep)];
  return () => {
    for (const stop of stops) stop();
  };
}
