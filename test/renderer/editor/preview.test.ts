import { describe, expect, it } from 'vitest';
import { applyPagePatch, commonEnds, makePagePatch } from '../../../renderer/editor/preview/page-blocks.ts';
import { lineAtTop, orderAnchors, topOfLine } from '../../../renderer/editor/preview/scroll-map.ts';
import { renderPolicyBlocks } from '../../../shared/publish/render-policy-body.ts';

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
    expect(commonEnds([...before], [...after])).toEqual({ keptBefore, keptAfter });
  });
  it('sends only what changed, keeps the objects of the rest, and moves their lines', () => {
    const old = renderPolicyBlocks('# A\n\none\n\n- x\n- y\n');
    const next = renderPolicyBlocks('# A\n\none more\n\nnew\n\n- x\n- y\n');
    const first = applyPagePatch(null, makePagePatch([], old));
    const patch = makePagePatch(
      old.map(({ html }) => html),
      next,
    );
    expect(patch.inserted.map((html) => html.replace(/<[^>]+>/g, ''))).toEqual(['one more', 'new']);
    const second = applyPagePatch(first, patch);
    expect(second.blocks.map(({ html }) => html)).toEqual(next.map(({ html }) => html));
    expect([second.blocks[0], second.blocks.at(-1)]).toEqual([first.blocks[0], first.blocks.at(-1)]);
    expect(second.blocks.at(-1)).toBe(first.blocks.at(-1));
    expect([...second.lines]).toEqual([1, 3, 5, 7]);
    expect(second.blocks.at(-1)?.html).toContain('<li data-line="1">');
  });
  it('leaves out no words that stand outside of every block', () => {
    const blocks = renderPolicyBlocks('<b>a</b> loose words\n\nend\n');
    expect(blocks.map(({ html }) => html.replace(/<[^>]+>/g, '').trim()).join(' ')).toBe('a loose words end');
  });
});
