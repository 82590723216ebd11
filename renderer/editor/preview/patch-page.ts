import createPurifier from 'dompurify';

/** Where the blocks of the page that changed begin and how many on either side did not. */
export interface PatchPlan {
  readonly keptBefore: number;
  readonly keptAfter: number;
}

/** Compares two lists of block keys from both ends; what lies between is to be replaced. */
export function planPatch(oldKeys: readonly string[], newKeys: readonly string[]): PatchPlan {
  const shorter = Math.min(oldKeys.length, newKeys.length);
  let keptBefore = 0;
  while (keptBefore < shorter && oldKeys[keptBefore] === newKeys[keptBefore]) keptBefore++;
  let keptAfter = 0;
  while (
    keptAfter < shorter - keptBefore &&
    oldKeys[oldKeys.length - 1 - keptAfter] === newKeys[newKeys.length - 1 - keptAfter]
  )
    keptAfter++;
  return { keptBefore, keptAfter };
}

/** A block's HTML without what changes when lines are added above it. */
export function blockKey(html: string): string {
  return html.replace(/ data-line="\d+"/g, '');
}

/**
 * Brings the rendered page up to date by replacing only the blocks that changed, so that scrolling and selection stay. The renderer
 * has made the HTML safe already; what enters the window's own document is sanitised once more here. Returns the new keys.
 */
export function patchPage(page: HTMLElement, oldKeys: readonly string[], html: string): readonly string[] {
  const parsed = new DOMParser().parseFromString(html, 'text/html').body;
  const blocks = [...parsed.children];
  const keys = blocks.map((block) => blockKey(block.outerHTML));
  // Anything else on the page than what was put there last time means starting over.
  const known = page.children.length === oldKeys.length ? oldKeys : [];
  if (known.length === 0) page.replaceChildren();
  const { keptBefore, keptAfter } = planPatch(known, keys);
  const after = page.children[known.length - keptAfter] ?? null;
  for (let index = known.length - keptAfter - 1; index >= keptBefore; index--) page.children[index]?.remove();
  for (const block of blocks.slice(keptBefore, blocks.length - keptAfter)) {
    const clean = createPurifier.sanitize(block, { RETURN_DOM_FRAGMENT: true });
    page.insertBefore(clean, after);
  }
  for (let index = blocks.length - keptAfter; index < blocks.length; index++)
    copyLines(blocks[index], page.children[index]);
  return page.children.length === keys.length ? keys : [];
}

/** Takes over the line numbers of a block whose content did not change. */
function copyLines(from: Element | undefined, to: Element | undefined): void {
  if (!from || !to) return;
  const sources = [from, ...from.querySelectorAll('[data-line]')];
  const targets = [to, ...to.querySelectorAll('[data-line]')];
  for (const [index, source] of sources.entries()) {
    const line = source.getAttribute('data-line');
    if (line !== null) targets[index]?.setAttribute('data-line', line);
  }
}
