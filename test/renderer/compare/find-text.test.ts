import { expect, test } from 'vitest';
import { findText } from '../../../renderer/compare/find-text.ts';
import { makeRedline } from './make-redline.ts';

const redline = makeRedline('Keep it 7 days', 'Seven {1:working days/days} (max)');

test('finds without regard to case, on each side, and steps over the copy in an unchanged row', () => {
  expect(
    findText(redline, 'DAYS', ['a', 'b']).map(({ row, side, from, to, stop }) => [row, side, from, to, stop]),
  ).toEqual([
    [0, 'a', 10, 14, false],
    [0, 'b', 10, 14, true],
    [1, 'a', 14, 18, true],
    [1, 'b', 6, 10, true],
  ]);
});

test('finds across the border of a mark, with any white space', () => {
  expect(findText(redline, 'seven   working', ['a']).map((match) => match.from)).toEqual([0]);
});

test('takes the query literally', () => {
  expect(findText(redline, '(max)', ['inline'])).toHaveLength(1);
  expect(findText(redline, '.', ['inline'])).toHaveLength(0);
  expect(findText(redline, '  ', ['inline'])).toHaveLength(0);
});

test('looks into each cell of a table row on its own', () => {
  const cell = (text: string) => [{ op: 'keep' as const, text, styles: [] }];
  const block = { kind: 'table-row' as const, head: false, cells: [cell('Acme'), cell('Ireland')] };
  const rows = [{ id: 1, status: 'same' as const, a: block, b: block, inline: block, changes: [] }];
  expect(findText({ rows }, 'ireland', ['b'])).toEqual([
    { row: 0, side: 'b', text: 1, from: 0, to: 7, stop: true },
  ]);
});

test('stops at a bounded number of matches', () => {
  expect(findText(makeRedline('e'.repeat(9000)), 'e', ['b'])).toHaveLength(5000);
});
