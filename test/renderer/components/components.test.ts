import { expect, it } from 'vitest';
import { formatCount, formatDate } from '../../../renderer/components/format-date.ts';
import { nextRow } from '../../../renderer/components/row-keys.ts';

it.each([
  ['ArrowDown', 0, 3, 1],
  ['ArrowDown', 2, 3, 2],
  ['ArrowUp', 0, 3, 0],
  ['PageDown', 0, 100, 10],
  ['PageUp', 5, 100, 0],
  ['End', 0, 100, 99],
  ['Home', 50, 100, 0],
  ['a', 1, 3, null],
  ['ArrowDown', 0, 0, null],
])('%s from row %i of %i leads to %s', (key, active, count, expected) => {
  expect(nextRow(key, active, count)).toBe(expected);
});

it('says dates and counts as people do', () => {
  expect([formatDate('2019-05-02'), formatDate('soon')]).toEqual(['2 May 2019', 'soon']);
  expect([formatCount(1, 'word'), formatCount(2345, 'word'), formatCount(2, 'policy', 'policies')]).toEqual([
    '1 word',
    '2,345 words',
    '2 policies',
  ]);
});
