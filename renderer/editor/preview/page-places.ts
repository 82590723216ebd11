import type { Anchor } from './scroll-map.ts';
import { lineAtTop, orderAnchors, topOfLine } from './scroll-map.ts';

/** A rendered page whose blocks begin at `lines`; `height` gives the height of an element on the page in pixels. */
export interface PlacedPage {
  readonly page: HTMLElement;
  readonly lines: Int32Array;
  /** The number of lines of the text. */
  readonly lineCount: number;
  readonly heightOf: (element: Element) => number;
  readonly bottom: () => number;
}

/** Where on the page a line (with its fraction) stands. Measures the one block that holds it and its neighbour, however long the page. */
export function heightOfLine(placed: PlacedPage, line: number): number {
  const index = blockOfLine(placed.lines, line);
  return topOfLine(anchorsAround(placed, index), line);
}

/** The line (with its fraction) that stands at a height of the page. */
export function lineAtHeight(placed: PlacedPage, height: number): number {
  const { page } = placed;
  const index = lastIndex(page.children.length, (at) => {
    const child = page.children[at];
    return child !== undefined && placed.heightOf(child) <= height;
  });
  return lineAtTop(anchorsAround(placed, index), height);
}

/** The index of the block in which a line stands, of blocks that begin at `lines`; the first for what stands before it. */
export function blockOfLine(lines: Int32Array, line: number): number {
  return lastIndex(lines.length, (at) => (lines[at] ?? 0) <= line);
}

/** The line at which the innermost part of the page begins that holds an element; null outside of its blocks. */
export function lineOfElement(page: HTMLElement, lines: Int32Array, element: Element): number | null {
  const first = lines[[...page.children].findIndex((block) => block.contains(element))];
  if (first === undefined) return null;
  const part = element.closest<HTMLElement>('[data-line]');
  return first + (part && page.contains(part) ? Number(part.dataset['line']) : 0);
}

/** The places of a block and all in it that know their line, up to where the next block begins. */
function anchorsAround(placed: PlacedPage, index: number): readonly Anchor[] {
  const { page, lines, heightOf } = placed;
  const block = page.children[index];
  const first = lines[index];
  if (!block || first === undefined) return [];
  const anchors: Anchor[] = [{ line: first, top: heightOf(block) }];
  for (const inner of block.querySelectorAll<HTMLElement>('[data-line]'))
    anchors.push({ line: first + Number(inner.dataset['line']), top: heightOf(inner) });
  const next = page.children[index + 1];
  const end = next
    ? { line: lines[index + 1] ?? first, top: heightOf(next) }
    : { line: placed.lineCount + 1, top: placed.bottom() };
  return orderAnchors([...anchors, end]);
}

/** The last index for which `holds`, where it holds for all before; the first where it holds for none. */
function lastIndex(length: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = Math.max(0, length - 1);
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (holds(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}
