import type { RenderedBlock } from '../../../shared/publish/render-policy-body.ts';

/** A block of the rendered page. The same object stands for it as long as it does not change, wherever it moves. */
export interface PageBlock {
  readonly html: string;
}

/** The rendered page: its outermost blocks, and the 1-based line at which each begins. */
export interface Page {
  readonly blocks: readonly PageBlock[];
  readonly lines: Int32Array;
}

/** What became of a page: the numbers of blocks kept at its beginning and end, and the blocks between them. */
export interface PagePatch {
  readonly keptBefore: number;
  readonly keptAfter: number;
  readonly inserted: readonly string[];
  /** Where each block of the new page begins. */
  readonly lines: Int32Array;
}

/** Says how to get from the blocks that were sent to those that are there now. */
export function makePagePatch(sent: readonly string[], blocks: readonly RenderedBlock[]): PagePatch {
  const html = blocks.map((block) => block.html);
  const { keptBefore, keptAfter } = commonEnds(sent, html);
  return {
    keptBefore,
    keptAfter,
    inserted: html.slice(keptBefore, html.length - keptAfter),
    lines: Int32Array.from(blocks, (block) => block.line),
  };
}

/** The page after a patch that was made for this one; blocks that were kept stay the same objects. */
export function applyPagePatch(page: Page | null, patch: PagePatch): Page {
  const known = page?.blocks ?? [];
  return {
    blocks: [
      ...known.slice(0, patch.keptBefore),
      ...patch.inserted.map((html) => ({ html })),
      ...known.slice(known.length - patch.keptAfter),
    ],
    lines: patch.lines,
  };
}

/** How many items two lists have in common at their beginnings, and of the rest at their ends. */
export function commonEnds<Item>(
  before: readonly Item[],
  after: readonly Item[],
): { readonly keptBefore: number; readonly keptAfter: number } {
  const shorter = Math.min(before.length, after.length);
  let keptBefore = 0;
  while (keptBefore < shorter && before[keptBefore] === after[keptBefore]) keptBefore++;
  let keptAfter = 0;
  while (
    keptAfter < shorter - keptBefore &&
    before[before.length - 1 - keptAfter] === after[after.length - 1 - keptAfter]
  )
    keptAfter++;
  return { keptBefore, keptAfter };
}
