import { expect, test } from 'vitest';
import { firstSeats, type Seat } from '../../../renderer/companies/seats.ts';

const seats: readonly Seat[] = [
  ['Alder', 'Terms of Use'],
  ['Alder', 'Privacy Notice'],
  ['Birch', 'Cookie Notice'],
  ['Birch', 'Privacy Policy'],
  ['Cedar', 'Acceptable Use'],
].map(([company = '', policy = ''], index) => ({
  policyId: index + 1,
  words: index === 1 ? 900 : 100 + index,
  ref: { kind: 'version', versionId: index + 1 },
  company,
  policy,
}));

test('of each company the policy most like the open one sits at the table', () => {
  expect(firstSeats(seats, 4).map((seat) => seat.policyId)).toEqual([4, 2, 5]);
});

test('without an open policy the longest leads; an empty library seats nobody', () => {
  expect(firstSeats(seats, null).map((seat) => seat.policyId)).toEqual([2, 4, 5]);
  expect(firstSeats([], 1)).toEqual([]);
});
