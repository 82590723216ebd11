import type { Block, Inline, LinkInline } from '../markdown/document.ts';
import { walkBlocks } from '../markdown/parse-document.ts';
import { plainText } from '../markdown/parse-inlines.ts';
import type { StatedLink } from './inspection.ts';
import type { Reading } from './reading.ts';

/**
 * Lists the links in order, with their targets as written. A bare e-mail address is none: it is text that readers' programs
 * turn into a link, and stands among the addresses.
 */
export function readLinks(reading: Reading): StatedLink[] {
  return linksOf(reading).flatMap((link) => {
    const { from, to } = link;
    const bareAddress =
      link.form === 'autolink' && link.href.startsWith('mailto:') && reading.text[from] !== '<';
    if (bareAddress) return [];
    const line = reading.lines.lineAt(from);
    return [{ url: link.href, text: plainText(link.children).trim(), line, range: { from, to } }];
  });
}

/** True for an e-mail address that stands in the text without anything that makes it a link. */
export function isBareAddress(text: string, link: LinkInline): boolean {
  return link.form === 'autolink' && link.href.startsWith('mailto:') && text[link.from] !== '<';
}

/** All links of the body with their exact places, also those inside emphasis and table cells. */
export function linksOf(reading: Reading): LinkInline[] {
  const links: LinkInline[] = [];
  const bodyFrom = reading.frontMatter?.to ?? 0;
  for (const { block } of walkBlocks(reading.document.blocks))
    if (block.from >= bodyFrom) for (const inlines of inlinesOf(block)) links.push(...linksIn(inlines));
  return links;
}

/** The links of some inline content, also those inside emphasis. */
export function linksIn(inlines: readonly Inline[]): LinkInline[] {
  return inlines.flatMap((inline): LinkInline[] => {
    if (inline.kind === 'link') return [inline];
    return 'children' in inline ? linksIn(inline.children) : [];
  });
}

function inlinesOf(block: Block): readonly (readonly Inline[])[] {
  if (block.kind === 'heading' || block.kind === 'paragraph') return [block.inlines];
  if (block.kind !== 'table') return [];
  return [block.head, ...block.rows].flatMap((row) => row.cells.map((cell) => cell.inlines));
}
