import { expect, it } from 'vitest';
import { rowInReading } from '../../../renderer/editor/panels/row-in-reading.ts';

it.each([
  ['stays where it was', 'abc', 1, 'b', 1],
  ['is found where it went', 'bca', 1, 'b', 0],
  ['is the one at its place when others are like it', 'bbb', 1, 'b', 1],
  ['is not guessed among several', 'bab', 1, 'b', -1],
  ['is not there any more', 'ac', 1, 'b', -1],
])('a row %s', (_what, rows, row, wanted, expected) => {
  expect(rowInReading([...rows], row, (candidate) => candidate === wanted)).toBe(expected);
});
