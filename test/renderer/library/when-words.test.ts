import { expect, it } from 'vitest';
import { whenWords } from '../../../renderer/library/search-results.ts';

it('says when words came in, went, came back, and whether they are there now', () => {
  const policy = { policyId: 1, company: 'fennel', policy: 'privacy', entered: '2014-03-03' };
  const first = { version: 1, date: '2014-03-03', until: { version: 3, date: '2018-05-25' } };
  expect(whenWords({ ...policy, hasNow: false, times: [first] })).toBe(
    'Came in on 3 Mar 2014 (version 1), taken out on 25 May 2018 (version 3). The policy has it no more.',
  );
  const again = { version: 5, date: '2020-01-01', until: null };
  expect(whenWords({ ...policy, hasNow: true, times: [first, again] })).toBe(
    'Came in on 3 Mar 2014 (version 1), taken out on 25 May 2018 (version 3); back on 1 Jan 2020 (version 5). The policy has it now.',
  );
});
