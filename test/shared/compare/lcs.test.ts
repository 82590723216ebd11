import fc from 'fast-check';
import { expect, it } from 'vitest';
import { longestCommonSubsequence } from '../../../shared/compare/lcs.ts';

const sequence = fc
  .array(fc.integer({ min: 0, max: 6 }), { maxLength: 90 })
  .map((list) => Int32Array.from(list));

it('finds a common subsequence that is as long as the quadratic table says', () => {
  fc.assert(
    fc.property(sequence, sequence, (a, b) => {
      const { a: inA, b: inB } = longestCommonSubsequence(a, b);
      expect(inA.map((i) => a[i])).toEqual(inB.map((j) => b[j]));
      expect([...inA].sort((x, y) => x - y)).toEqual(inA);
      expect([...inB].sort((x, y) => x - y)).toEqual(inB);
      expect(inA.length).toBe(lengthByTable(a, b));
    }),
    { numRuns: 500 },
  );
});

it('halves what would not fit and still finds the longest', () => {
  const length = 24_000;
  const a = Int32Array.from({ length }, (_, i) => (i * 7919) % 5003);
  const b = Int32Array.from({ length }, (_, i) => (i * 7907) % 5003);
  const halved = longestCommonSubsequence(a, b);
  const swapped = longestCommonSubsequence(b, a);
  expect(halved.a.length).toBe(swapped.a.length);
  expect(halved.a.every((i, k) => a[i] === b[halved.b[k] ?? -1])).toBe(true);
});

function lengthByTable(a: Int32Array, b: Int32Array): number {
  let row = new Array<number>(b.length + 1).fill(0);
  for (const x of a) {
    const next = [0];
    for (let j = 0; j < b.length; j++)
      next.push(x === b[j] ? (row[j] ?? 0) + 1 : Math.max(row[j + 1] ?? 0, next[j] ?? 0));
    row = next;
  }
  return row[b.length] ?? 0;
}
