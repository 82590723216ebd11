import { expect, test } from 'vitest';
import { foldAround, foldLabel, foldRows } from '../../../renderer/compare/fold-rows.ts';
import { makeRedline } from './make-redline.ts';

/** One character a row: `.` unchanged, `#` a heading, `x` changed. */
function rowsOf(pattern: string) {
  const line = (character: string) => (character === 'x' ? '{1:a/b}' : character === '#' ? '# head' : 'same');
  return makeRedline(...[...pattern].map(line)).rows;
}

/** Draws the folds over the pattern: `-` is collapsed. */
function drawFolds(pattern: string, shown: readonly number[] = [1]): string {
  const folds = foldRows(rowsOf(pattern), new Set(shown));
  return [...pattern].map((character, at) => (foldAround(folds, at) ? '-' : character)).join('');
}

test.each([
  ['......x.....', '-----.x.----'],
  ['#.....x', '#----.x'],
  ['....#....', '---------'],
  ['x...x', 'x...x'],
  ['x....x', 'x....x'],
  ['x.....x', 'x.---.x'],
  ['..x', '..x'],
  ['', ''],
])('%s becomes %s', (pattern, expected) => {
  expect(drawFolds(pattern)).toBe(expected);
});

test('rows whose changes are all filtered out are unchanged to the reader', () => {
  expect(drawFolds('..x..', [])).toBe('-----');
});

test('says how many paragraphs are behind a fold', () => {
  expect([foldLabel({ from: 0, to: 1 }), foldLabel({ from: 0, to: 1200 })]).toEqual([
    'Show 1 unchanged paragraph',
    'Show 1,200 unchanged paragraphs',
  ]);
});
