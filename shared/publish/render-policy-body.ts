import { toHtml } from 'hast-util-to-html';
import { type DecorateOptions, decorateTree, type PublishedHeading } from './decorate-tree.ts';
import { markdownTree } from './markdown-tree.ts';

export interface RenderedBody {
  readonly html: string;
  readonly headings: readonly PublishedHeading[];
}

/**
 * A policy's text as a safe HTML fragment: no script, no style, nothing fetched. Blocks carry `data-line` (1-based) so that a
 * preview can follow the editor; headings carry lasting ids. Pure: runs in a page, a worker and Node.
 */
export function renderPolicyBody(text: string): string {
  return renderBodyWithHeadings(text).html;
}

/** The same with the headings, for contents. */
export function renderBodyWithHeadings(text: string, options: DecorateOptions = {}): RenderedBody {
  const tree = markdownTree(text);
  const headings = decorateTree(tree, options);
  return { html: toHtml(tree), headings };
}
