import { describe, expect, it } from 'vitest';
import { printedLines } from '../../../renderer/editor/preview/pages/printed-lines.ts';

const TEXT = '# Policy\n\nOpening words.\n\n## One\n\nSome words here.\n\n## Two\n\nThe end of it.\n';
const SECTIONS = [
  { heading: 'Policy', fromLine: 1 },
  { heading: 'One', fromLine: 5 },
  { heading: 'Two', fromLine: 9 },
];
const HEADINGS = [
  { title: 'Policy', page: 1, share: 0.1 },
  { title: 'One', page: 1, share: 0.5 },
  { title: 'Two', page: 2, share: 0.25 },
  { title: 'Versions of this document', page: 2, share: 0.75 },
];
const heightOf = ({ page, share }: { page: number; share: number }): number => (page - 1 + share) * 1000;

describe('printedLines', () => {
  const lines = printedLines(TEXT, SECTIONS, HEADINGS, heightOf, 2000);

  it('lines headings up with their places on the pages, both ways', () => {
    expect([1, 5, 9].map(lines.heightOfLine)).toEqual([100, 500, 1250]);
    expect([500, 1250].map(lines.lineAtHeight)).toEqual([5, 9]);
  });

  it('goes on steadily between them and to the ends', () => {
    const heights = Array.from({ length: 110 }, (_, index) => lines.heightOfLine(1 + index / 10));
    expect(heights).toEqual(heights.toSorted((one, other) => one - other));
    expect(lines.heightOfLine(7)).toBeGreaterThan(500);
    expect(lines.heightOfLine(7)).toBeLessThan(1250);
    expect(lines.lineAtHeight(0)).toBe(1);
    expect(lines.lineAtHeight(2000)).toBeGreaterThanOrEqual(11);
  });

  it('needs no headings', () => {
    const plain = printedLines('word '.repeat(100), [], [], heightOf, 2000);
    expect(plain.heightOfLine(1.5)).toBeGreaterThan(950);
    expect(plain.heightOfLine(1.5)).toBeLessThan(1050);
  });
});
