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
