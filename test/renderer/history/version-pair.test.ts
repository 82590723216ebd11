import { expect, it } from 'vitest';
import { latestPair, pickVersion, setSide } from '../../../renderer/history/version-pair.ts';

it('begins with the last two versions', () => {
  expect(latestPair([{ number: 5 }, { number: 4 }, { number: 3 }])).toEqual({ old: 4, recent: 5 });
  expect(latestPair([{ number: 1 }])).toBeNull();
});

it.each([
  [1, { old: 1, recent: 7 }],
  [9, { old: 4, recent: 9 }],
  [5, { old: 5, recent: 7 }],
  [6, { old: 4, recent: 6 }],
  [4, { old: 4, recent: 7 }],
])('pointing at %d moves the nearer side', (number, expected) => {
  expect(pickVersion({ old: 4, recent: 7 }, number)).toEqual(expected);
});

it('keeps the old text older than the new one', () => {
  expect(setSide({ old: 2, recent: 3 }, 'old', 6, 9)).toEqual({ old: 6, recent: 7 });
  expect(setSide({ old: 5, recent: 6 }, 'recent', 3, 9)).toEqual({ old: 2, recent: 3 });
  expect(setSide({ old: 5, recent: 6 }, 'old', 9, 9)).toBeNull();
  expect(setSide({ old: 5, recent: 6 }, 'recent', 1, 9)).toBeNull();
});
