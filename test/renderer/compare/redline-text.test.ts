import { expect, test } from 'vitest';
import { findMoves, rowAtOffset } from '../../../renderer/compare/redline-text.ts';
import type { Redline, RedlineRun } from '../../../shared/compare/redline.ts';

function redlineOf(rows: readonly { a?: readonly RedlineRun[]; b?: readonly RedlineRun[] }[]): Redline {
  const block = (runs: readonly RedlineRun[]) => ({ kind: 'paragraph' as const, quote: 0, runs });
  return {
    rows: rows.map(({ a, b }, index) => ({
      id: index + 1,
      status: 'changed',
      a: a ? block(a) : null,
      b: b ? block(b) : null,
      inline: block([...(a ?? []), ...(b ?? [])]),
      changes: [],
    })),
  };
}

const keep = (from: number, to: number): RedlineRun => ({
  op: 'keep',
  text: 'x',
  styles: [],
  fromA: from,
  toA: to,
  fromB: from + 100,
  toB: to + 100,
});

test('finds the row of a place in either text', () => {
  const redline = redlineOf([
    { a: [keep(0, 5)], b: [keep(0, 5)] },
    { b: [keep(5, 9)] },
    { a: [keep(9, 20)] },
  ]);
  expect([
    rowAtOffset(redline, 'a', 3),
    rowAtOffset(redline, 'a', 12),
    rowAtOffset(redline, 'b', 106),
  ]).toEqual([0, 2, 1]);
});

test('finds both ends of each move, also inside other rows', () => {
  const moved: RedlineRun = { op: 'move', text: 'x', styles: [], move: 4 };
  const redline = redlineOf([{ b: [keep(0, 1), moved] }, { a: [keep(2, 3)] }, { a: [moved] }]);
  expect([...findMoves(redline)]).toEqual([[4, { from: 2, to: 0 }]]);
});
