import { expect, test } from 'vitest';
import {
  countChanges,
  filterChanges,
  isOpen,
  NO_FILTER,
  toggled,
} from '../../../renderer/compare/change-filter.ts';
import { indexChanges } from '../../../renderer/compare/change-index.ts';
import { makeChange, makeComparison, makeRedline } from './make-redline.ts';

const redline = makeRedline('{1:a/b} {2:,/;}', '{3:7/60} days');
const entries = indexChanges(
  makeComparison([
    makeChange(1, { sectionB: ['Scope'] }),
    makeChange(2, { class: 'typography', sectionB: ['Scope'] }),
    makeChange(3, { signals: ['number', 'duration'], sectionB: ['Retention'] }),
  ]),
  redline,
);
const ids = (list: typeof entries) => list.map((entry) => entry.change.id);

test('without a filter everything is shown', () => {
  expect(isOpen(NO_FILTER)).toBe(true);
  expect(ids(filterChanges(entries, NO_FILTER).shown)).toEqual([1, 2, 3]);
});

test.each([
  ['a class switched off', { ...NO_FILTER, hiddenClasses: new Set(['typography' as const]) }, [1, 3], [2]],
  [
    'one signal asked for',
    { ...NO_FILTER, signals: new Set(['duration' as const, 'modal' as const]) },
    [3],
    [1, 2],
  ],
  ['one section', { ...NO_FILTER, section: 'Scope' }, [1, 2], [3]],
])('%s: what is not shown is still listed', (_name, filter, shown, notShown) => {
  const parts = filterChanges(entries, filter);
  expect([ids(parts.shown), ids(parts.notShown)]).toEqual([shown, notShown]);
});

test('counts by class, signal and section', () => {
  const { classes, signals, sections } = countChanges(entries);
  expect([...classes]).toEqual([
    ['substantive', 2],
    ['typography', 1],
  ]);
  expect([...signals]).toEqual([
    ['number', 1],
    ['duration', 1],
  ]);
  expect([...sections]).toEqual([
    ['Scope', 2],
    ['Retention', 1],
  ]);
});

test('toggling gives a new set and leaves the old one', () => {
  const set = new Set([1]);
  expect([[...toggled(set, 1)], [...toggled(set, 2)], [...set]]).toEqual([[], [1, 2], [1]]);
});
