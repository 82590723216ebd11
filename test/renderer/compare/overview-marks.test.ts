import { expect, test } from 'vitest';
import { indexChanges } from '../../../renderer/compare/change-index.ts';
import { overviewMarks, rowWeights, shareAbove, toneOf } from '../../../renderer/compare/overview-marks.ts';
import { makeChange, makeComparison, makeRedline } from './make-redline.ts';

test('marks stand at the share of the height where their row is', () => {
  const redline = makeRedline('same', '{1:a/b}', 'same', '{2:a/}');
  const entries = indexChanges(makeComparison([makeChange(1), makeChange(2, { kind: 'delete' })]), redline);
  const shares = shareAbove([1, 1, 1, 1]);
  expect(overviewMarks(entries, shares)).toEqual([
    { change: 1, tone: 'replace', from: 0.25, to: 0.5 },
    { change: 2, tone: 'delete', from: 0.75, to: 1 },
  ]);
});

test('a longer text weighs more, and the longer side decides', () => {
  const [short = 0, long = 0, inserted = 0] = rowWeights(
    makeRedline('a', 'word '.repeat(100), `{1:/${'word '.repeat(100)}}`).rows,
    false,
  );
  expect(long).toBeGreaterThan(short * 3);
  expect(inserted).toBe(long);
});

test('the share of an empty document is all of it', () => {
  expect(shareAbove([])).toEqual([1]);
});

test.each([
  ['insert', 'substantive', 'insert'],
  ['cell', 'substantive', 'replace'],
  ['move', 'moved', 'move'],
  ['insert', 'typography', 'other'],
  ['link', 'link-target', 'other'],
] as const)('%s of class %s looks like %s', (kind, changeClass, tone) => {
  expect(toneOf(kind, changeClass)).toBe(tone);
});
