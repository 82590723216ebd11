import { expect, test } from 'vitest';
import { indexChanges } from '../../../renderer/compare/change-index.ts';
import { stepFrom } from '../../../renderer/compare/step-from.ts';
import { makeChange, makeComparison, makeRedline } from './make-redline.ts';

const redline = makeRedline('same', '{1:a/b}', 'same', '{2:a/b}', '{3:a/b}');
const entries = indexChanges(makeComparison([1, 2, 3].map((id) => makeChange(id))), redline);
const [first, second, third] = entries;
const idOf = (...args: Parameters<typeof stepFrom>) => stepFrom(...args)?.change.id ?? null;

test.each([
  ['the next one', first, 1 as const, 2],
  ['the one before', second, -1 as const, 1],
  ['the first again after the last', third, 1 as const, 1],
  ['the last before the first', first, -1 as const, 3],
])('goes to %s', (_name, from, direction, expected) => {
  expect(idOf(entries, from ?? null, direction, 0)).toBe(expected);
});

test('begins with what is in sight when no change is current', () => {
  expect([idOf(entries, null, 1, 2), idOf(entries, null, -1, 2), idOf(entries, null, 1, 0)]).toEqual([
    2, 1, 1,
  ]);
});

test('keeps its place when the filter took the current change away', () => {
  const others = entries.filter((entry) => entry !== second);
  expect(idOf(others, second ?? null, 1, 0)).toBe(3);
});

test('has nowhere to go without changes', () => {
  expect(idOf([], null, 1, 0)).toBe(null);
});
