import { describe, expect, it } from 'vitest';
import { blockKey, planPatch } from '../../../renderer/editor/preview/patch-page.ts';
import { lineAtTop, orderAnchors, topOfLine } from '../../../renderer/editor/preview/scroll-map.ts';

const ANCHORS = [
  { line: 1, top: 0 },
  { line: 5, top: 100 },
  { line: 7, top: 500 },
];

describe('scroll map', () => {
  it.each([
    [1, 0],
    [3, 50],
    [5, 100],
    [6.5, 400],
    [99, 500],
  ])('line %d stands at %d', (line, top) => {
    expect(topOfLine(ANCHORS, line)).toBe(top);
  });
  it('goes back to where it came from', () => {
    for (let line = 1; line <= 7; line += 0.25)
      expect(lineAtTop(ANCHORS, topOfLine(ANCHORS, line))).toBeCloseTo(line);
  });
  it('leaves out anchors that stand out of order, and survives none', () => {
    expect(orderAnchors([ANCHORS[0], ANCHORS[2], ANCHORS[1]].flatMap((a) => a ?? []))).toEqual([
      ANCHORS[0],
      ANCHORS[2],
    ]);
    expect(topOfLine([], 4)).toBe(0);
    expect(lineAtTop([], 4)).toBe(1);
  });
});

describe('patching the page', () => {
  it.each([
    ['abc', 'abc', 3, 0],
    ['abc', 'axc', 1, 1],
    ['abc', 'abxc', 2, 1],
    ['aa', 'aaa', 2, 0],
    ['abc', '', 0, 0],
    ['', 'abc', 0, 0],
  ])('%s → %s keeps %d before and %d after', (before, after, keptBefore, keptAfter) => {
    expect(planPatch([...before], [...after])).toEqual({ keptBefore, keptAfter });
  });
  it('takes a block that only moved for the same', () => {
    expect(blockKey('<p data-line="3">x</p>')).toBe(blockKey('<p data-line="14">x</p>'));
  });
});
