import { expect, it } from 'vitest';
import { latestPair, pickVersion, setSide, stepPair } from '../../../renderer/history/version-pair.ts';

const numbers = (...newestFirst: number[]) => newestFirst.map((number) => ({ number }));
const NINE = numbers(9, 8, 7, 6, 5, 4, 3, 2, 1);
/** Version 4 is an old text that was added last. */
const LATE = numbers(3, 2, 4, 1);

it('begins with the last two versions', () => {
  expect(latestPair(numbers(5, 4, 3))).toEqual({ old: 4, recent: 5 });
  expect(latestPair(numbers(1))).toBeNull();
});

it.each([
  [1, { old: 1, recent: 7 }],
  [9, { old: 4, recent: 9 }],
  [5, { old: 5, recent: 7 }],
  [6, { old: 4, recent: 6 }],
  [4, { old: 4, recent: 7 }],
])('pointing at %d moves the nearer side', (number, expected) => {
  expect(pickVersion({ old: 4, recent: 7 }, number, NINE)).toEqual(expected);
});

it('keeps the old text older than the new one', () => {
  expect(setSide({ old: 2, recent: 3 }, 'old', 6, NINE)).toEqual({ old: 6, recent: 7 });
  expect(setSide({ old: 5, recent: 6 }, 'recent', 3, NINE)).toEqual({ old: 2, recent: 3 });
  expect(setSide({ old: 5, recent: 6 }, 'old', 9, NINE)).toBeNull();
  expect(setSide({ old: 5, recent: 6 }, 'recent', 1, NINE)).toBeNull();
});

it('goes by time, not by number', () => {
  expect(latestPair(LATE)).toEqual({ old: 2, recent: 3 });
  expect(pickVersion({ old: 2, recent: 3 }, 4, LATE)).toEqual({ old: 4, recent: 3 });
  expect(setSide({ old: 1, recent: 4 }, 'recent', 2, LATE)).toEqual({ old: 1, recent: 2 });
});

it('steps through neighbours until the ends', () => {
  expect(stepPair({ old: 2, recent: 3 }, -1, LATE)).toEqual({ old: 4, recent: 2 });
  expect(stepPair({ old: 1, recent: 3 }, 1, LATE)).toBeNull();
  expect(stepPair({ old: 1, recent: 4 }, -1, LATE)).toBeNull();
});
