import { expect, test } from 'vitest';
import { indexChanges } from '../../../renderer/compare/change-index.ts';
import { makeChange, makeComparison, makeRedline } from './make-redline.ts';

test('lists changes in reading order with their words, context and section', () => {
  const redline = makeRedline(
    '# Retention',
    'We keep it {2:7/up to 60} days.',
    'You {1:may/must} ask {3:us/}.',
  );
  const section = ['Policy', 'Retention'];
  const comparison = makeComparison(
    [1, 2, 3].map((id) => makeChange(id, { sectionA: section, sectionB: section })),
  );
  expect(
    indexChanges(comparison, redline).map(({ change, row, before, after, lead, tail, section: name }) => [
      change.id,
      row,
      lead,
      before,
      after,
      tail,
      name,
    ]),
  ).toEqual([
    [2, 1, 'We keep it ', '7', 'up to 60', ' days.', 'Retention'],
    [1, 2, 'You ', 'may', 'must', ' ask .', 'Retention'],
    [3, 2, 'You must ask ', 'us', '', '.', 'Retention'],
  ]);
});

test('a change shown in two places joins its pieces with an ellipsis', () => {
  const redline = makeRedline('{1:one/} and {1:two/}');
  const [entry] = indexChanges(makeComparison([makeChange(1)]), redline);
  expect(entry?.before).toBe('one … two');
});

test('cuts long context at a word and says so', () => {
  const redline = makeRedline(`${'many words '.repeat(9)}{1:a/b}${' more words'.repeat(9)}`);
  const [entry] = indexChanges(makeComparison([makeChange(1)]), redline);
  expect(entry?.lead).toBe('…many words many words ');
  expect(entry?.tail).toBe(' more words more words more…');
});

test('a change without visible words is placed by its offset in the new text', () => {
  const at = (from: number) => ({ op: 'keep' as const, text: 'x', styles: [], fromB: from, toB: from + 1 });
  const rows = [0, 10, 20].map((from, index) => {
    const block = { kind: 'paragraph' as const, quote: 0, runs: [at(from)] };
    return { id: index, status: 'same' as const, a: block, b: block, inline: block, changes: [] };
  });
  const comparison = makeComparison([makeChange(1, { fromB: 12, toB: 13 })]);
  expect(indexChanges(comparison, { rows }).map((entry) => entry.row)).toEqual([1]);
});

test('sets the cells of a table row apart, and takes context from the cell alone', () => {
  const cell = (text: string, change?: number) => [
    { op: change ? ('insert' as const) : ('keep' as const), text, styles: [], ...(change ? { change } : {}) },
  ];
  const row = (cells: ReturnType<typeof cell>[], changes: number[]) => {
    const block = { kind: 'table-row' as const, head: false, cells };
    return { id: changes[0] ?? 0, status: 'changed' as const, a: null, b: block, inline: block, changes };
  };
  const rows = [
    row([cell('Mailthrush', 1), cell('E-mail', 1)], [1]),
    row([cell('Paylark'), [...cell('Cards'), ...cell(' and more', 2)], cell('Ireland')], [2]),
  ];
  const entries = indexChanges(makeComparison([makeChange(1), makeChange(2)]), { rows });
  expect(entries.map(({ lead, after, tail }) => [lead, after, tail])).toEqual([
    ['', 'Mailthrush | E-mail', ''],
    ['Cards', ' and more', ''],
  ]);
});
