import { toHtml } from 'hast-util-to-html';
import { decorateTree, hasOwnTitle, type PublishedHeading } from './decorate-tree.ts';
import { markdownTree } from './markdown-tree.ts';
import { publishedText } from './published-text.ts';
import { escapeHtml } from './raw-html.ts';

export interface RenderedBody {
  readonly html: string;
  readonly headings: readonly PublishedHeading[];
  /** False where the page has to bring a title; the text's headings then begin at level 2. */
  readonly ownTitle: boolean;
}

/**
 * A policy's text as a safe HTML fragment: no script, no style, nothing fetched. Blocks carry `data-line` (1-based) so that a
 * preview can follow the editor; headings carry lasting ids. Pure: runs in a page, a worker and Node.
 */
export function renderPolicyBody(text: string): string {
  const published = publishedText(text);
  const tree = markdownTree(published.text);
  decorateTree(tree);
  return settingsHtml(published.settings) + toHtml(tree);
}

/** The same for a page that uses the ids `reserved` itself, with the headings for its contents. */
export function renderBodyForPage(text: string, reserved: readonly string[]): RenderedBody {
  const published = publishedText(text);
  const tree = markdownTree(published.text);
  const ownTitle = hasOwnTitle(tree);
  const headings = decorateTree(tree, { reserved, topLevel: ownTitle ? 1 : 2 });
  return { html: settingsHtml(published.settings) + toHtml(tree), headings, ownTitle };
}

function settingsHtml(settings: string): string {
  return settings === '' ? '' : `<pre class="settings" data-line="1">${escapeHtml(settings)}</pre>\n`;
}
