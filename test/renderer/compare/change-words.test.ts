import { expect, test } from 'vitest';
import { indexChanges } from '../../../renderer/compare/change-index.ts';
import { announceChange, countOf, shorten } from '../../../renderer/compare/change-words.ts';
import { makeChange, makeComparison, makeRedline } from './make-redline.ts';

test('announces the place, kind, section, words and signals of a change', () => {
  const comparison = makeComparison([
    makeChange(1, { sectionB: ['Retention'], signals: ['number', 'duration'] }),
    makeChange(2, { kind: 'delete' }),
  ]);
  const entries = indexChanges(comparison, makeRedline('Keep it {1:7/up to 60} days', '{2:Gone./}'));
  expect(entries.map((entry, at) => announceChange(entry, at + 1, 17))).toEqual([
    'Change 1 of 17, replacement, section Retention: “7” becomes “up to 60”. Touches number, duration.',
    'Change 2 of 17, deletion: “Gone.”.',
  ]);
});

test('shortens at a word', () => {
  expect([shorten('a  b\nc', 10), shorten('several words here', 10), shorten('x'.repeat(20), 6)]).toEqual([
    'a b c',
    'several…',
    'xxxxxx…',
  ]);
});

test('counts in words', () => {
  expect([countOf(1, 'change'), countOf(1200, 'change'), countOf(2, 'match', 'matches')]).toEqual([
    '1 change',
    '1,200 changes',
    '2 matches',
  ]);
});
