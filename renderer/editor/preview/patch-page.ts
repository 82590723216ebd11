import createPurifier from 'dompurify';
import { commonEnds, type PageBlock } from './page-blocks.ts';

/**
 * Brings the page on the screen from the blocks it shows to others by replacing only those that changed, so that scrolling and
 * selection stay. One element stands for each block.
 */
export function patchPage(
  page: HTMLElement,
  shown: readonly PageBlock[],
  blocks: readonly PageBlock[],
): void {
  // Anything else on the page than what was put there last time means starting over.
  const known = page.children.length === shown.length ? shown : [];
  if (known.length === 0) page.replaceChildren();
  const { keptBefore, keptAfter } = commonEnds(known, blocks);
  const after = page.children[known.length - keptAfter] ?? null;
  for (let index = known.length - keptAfter - 1; index >= keptBefore; index--) page.children[index]?.remove();
  const inserted = document.createDocumentFragment();
  inserted.append(...elementsOf(blocks.slice(keptBefore, blocks.length - keptAfter)));
  page.insertBefore(inserted, after);
}

/** The renderer has made the HTML safe already; what enters the window's own document is sanitised once more here. */
function elementsOf(blocks: readonly PageBlock[]): readonly Element[] {
  if (blocks.length === 0) return [];
  const elements = [...sanitised(blocks.map(({ html }) => html).join('')).children];
  if (elements.length === blocks.length) return elements;
  return blocks.map(
    ({ html }) => sanitised(html).firstElementChild ?? document.createElement('div'), // one element for each block, come what may
  );
}

function sanitised(html: string): DocumentFragment {
  return createPurifier.sanitize(html, { RETURN_DOM_FRAGMENT: true });
}
