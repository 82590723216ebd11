import { describe, expect, it } from 'vitest';
import {
  canPull,
  canPush,
  describeExchanged,
  describeStanding,
  type ShareRow,
  shareRows,
  summariseExchange,
} from '../../../renderer/library/share-rows.ts';
import type { CompanyWithPolicies } from '../../../shared/model/policy.ts';

const row = (part: Partial<ShareRow>): ShareRow => ({
  branch: 'tansy/privacy',
  company: 'Tansy',
  policy: 'Privacy',
  policyId: 1,
  here: 3,
  there: 3,
  common: 3,
  state: 'same',
  problem: '',
  ...part,
});

const policy = (id: number, slug: string, versions: number) => ({
  id,
  companyId: 1,
  slug,
  name: slug,
  versions,
  latest: null,
  years: [],
  hasDraft: false,
});

describe('the policies of both sides', () => {
  it('names each once, and leaves out what has no version', () => {
    const companies: readonly CompanyWithPolicies[] = [
      {
        id: 1,
        slug: 'tansy',
        name: 'Tansy',
        policies: [policy(1, 'privacy', 3), policy(2, 'terms', 2), policy(3, 'cookies', 0)],
      },
    ];
    const { state: _state, ...shared } = row({ common: 3, here: 3, there: 5 });
    const rows = shareRows(companies, [{ ...shared, state: 'behind' }]);
    expect(rows.map(({ branch, state }) => [branch, state])).toEqual([
      ['tansy/privacy', 'behind'],
      ['tansy/terms', 'only-here'],
    ]);
  });

  it('offers to push or to pull only where nothing stands against it', () => {
    const states = ['same', 'ahead', 'behind', 'apart', 'only-there', 'unreadable', 'only-here'] as const;
    expect(states.filter((state) => canPush(row({ state })))).toEqual(['ahead', 'only-here']);
    expect(states.filter((state) => canPull(row({ state })))).toEqual(['behind', 'only-there']);
  });

  it('says how the sides stand in plain words', () => {
    expect(describeStanding(row({ state: 'behind', there: 5 }))).toBe(
      'The other side has 2 versions more; pull first.',
    );
    expect(describeStanding(row({ state: 'apart', common: 2, here: 3, there: 4 }))).toBe(
      'The two sides parted after version 2: 1 version only here, 2 versions only there. Take theirs in as a policy of its own, then compare.',
    );
  });

  it('reports without the switches of the command line', () => {
    const refused = {
      policy: 'tansy/privacy',
      policyId: null,
      branch: 'tansy/privacy',
      outcome: 'refused',
      added: 0,
      versions: 0,
      problem: 'They have parted. Pull it under another name (--as) to compare both.',
    } as const;
    expect(describeExchanged(refused)).toBe(
      'tansy/privacy: They have parted. Pull it under another name to compare both.',
    );
    expect(summariseExchange([refused, { ...refused, outcome: 'pulled' }])).toBe(
      '1 policy pulled, 1 policy refused.',
    );
    expect(summariseExchange([])).toBe('There was nothing to do.');
  });
});
