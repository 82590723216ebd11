import type { ExchangedPolicy, SharedPolicy } from '../../shared/ipc/import-requests.ts';
import type { CompanyWithPolicies } from '../../shared/model/policy.ts';
import { formatCount } from '../components/format-date.ts';

/** One policy of the library, of the shared repository, or of both, and how the two sides stand. */
export interface ShareRow extends Omit<SharedPolicy, 'state'> {
  readonly state: SharedPolicy['state'] | 'only-here';
}

/** Every policy with versions on either side, by company and name; `shared` is what the repository holds. */
export function shareRows(
  companies: readonly CompanyWithPolicies[],
  shared: readonly SharedPolicy[],
): readonly ShareRow[] {
  // By the policy too: the branch of one that was renamed keeps its old name.
  const branches = new Set(shared.map(({ branch }) => branch));
  const sharedIds = new Set(shared.map(({ policyId }) => policyId));
  const onlyHere = companies.flatMap((company) =>
    company.policies.flatMap((policy): ShareRow[] => {
      const branch = `${company.slug}/${policy.slug}`;
      if (policy.versions === 0 || branches.has(branch) || sharedIds.has(policy.id)) return [];
      const counts = { here: policy.versions, there: 0, common: 0 };
      const names = { branch, company: company.name, policy: policy.name, policyId: policy.id };
      return [{ ...names, ...counts, state: 'only-here', problem: '' }];
    }),
  );
  return [...shared, ...onlyHere].toSorted(
    (a, b) => a.company.localeCompare(b.company) || a.policy.localeCompare(b.policy),
  );
}

/** True where the repository lacks versions, and has none that would be lost. */
export function canPush({ state, policyId }: ShareRow): boolean {
  return policyId !== null && (state === 'ahead' || state === 'only-here');
}

/** True where the library lacks versions, and has none that stand against them. */
export function canPull({ state }: ShareRow): boolean {
  return state === 'behind' || state === 'only-there';
}

/** How the two sides stand, in words that say what can be done. */
export function describeStanding({ state, here, there, common, problem }: ShareRow): string {
  switch (state) {
    case 'same':
      return `Both sides are the same: ${formatCount(here, 'version')}.`;
    case 'ahead':
      return `You have ${formatCount(here - common, 'version')} more than the other side.`;
    case 'behind':
      return `The other side has ${formatCount(there - common, 'version')} more; pull first.`;
    case 'only-here':
      return `Not shared yet: ${formatCount(here, 'version')}.`;
    case 'only-there':
      return `Not in your library yet: ${formatCount(there, 'version')}.`;
    case 'apart':
      return `${partedSince(common)}: ${formatCount(here - common, 'version')} only here, ${formatCount(there - common, 'version')} only there. Take theirs in as a policy of its own, then compare.`;
    case 'unreadable':
      return `It cannot be read: ${problem}`;
  }
}

function partedSince(common: number): string {
  return common === 0 ? 'Two different histories' : `The two sides parted after version ${common}`;
}

/** "2 pushed, 1 refused." */
export function summariseExchange(policies: readonly ExchangedPolicy[]): string {
  const words = {
    pushed: 'pushed',
    pulled: 'pulled',
    'up-to-date': 'up to date already',
    refused: 'refused',
  };
  const parts = Object.entries(words).flatMap(([outcome, word]) => {
    const count = policies.filter((policy) => policy.outcome === outcome).length;
    return count > 0 ? [`${formatCount(count, 'policy', 'policies')} ${word}`] : [];
  });
  return parts.length > 0 ? `${parts.join(', ')}.` : 'There was nothing to do.';
}

/** What became of one policy, in a line. */
export function describeExchanged({ policy, outcome, added, versions, problem }: ExchangedPolicy): string {
  if (outcome === 'refused') return `${policy}: ${withoutSwitches(problem)}`;
  if (outcome === 'up-to-date') return `${policy}: nothing to do, ${formatCount(versions, 'version')}.`;
  return `${policy}: ${formatCount(added, 'version')} ${outcome}, ${versions} in all.`;
}

/** The engine names the switches of the command line, which the window has not. */
function withoutSwitches(message: string): string {
  return message.replace(/ \(--[a-z]{1,20}\)/g, '');
}
