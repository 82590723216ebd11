import type { Element, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { decorateTree, hasOwnTitle, type PublishedHeading } from './decorate-tree.ts';
import { type LinkRules, LONE_PAGE } from './link-rules.ts';
import { markdownTree } from './markdown-tree.ts';
import { addPrintHints } from './print-hints.ts';
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

/** One of the outermost blocks of a rendered policy. */
export interface RenderedBlock {
  readonly html: string;
  /** The 1-based line at which the block begins; `data-line` inside of it counts from there, beginning at 0. */
  readonly line: number;
}

/** The same as a list of blocks, each the same HTML wherever in the text it stands: a preview replaces only those that changed. */
export function renderPolicyBlocks(text: string): readonly RenderedBlock[] {
  const published = publishedText(text);
  const tree = markdownTree(published.text);
  decorateTree(tree);
  const blocks: RenderedBlock[] = [];
  if (published.settings !== '') blocks.push({ html: settingsHtml(published.settings), line: 1 });
  for (const child of tree.children) {
    const block = blockElement(child);
    if (!block) continue;
    const line = lineOf(block) ?? blocks.at(-1)?.line ?? 1;
    countLinesFrom(block, line);
    blocks.push({ html: toHtml(block), line });
  }
  return blocks;
}

/** Words that raw HTML left outside of every block get one; white space between blocks needs none. */
function blockElement(child: Root['children'][number]): Element | null {
  if (child.type === 'element') return child;
  if (child.type !== 'text' || child.value.trim() === '') return null;
  return { type: 'element', tagName: 'div', properties: {}, children: [child] };
}

/** The line of an element, or of the first one in it that knows its line. */
function lineOf(element: Element): number | null {
  const own = element.properties['dataLine'];
  if (own !== undefined && own !== null) return Number(own);
  for (const child of element.children) {
    const line = child.type === 'element' ? lineOf(child) : null;
    if (line !== null) return line;
  }
  return null;
}

function countLinesFrom(element: Element, first: number): void {
  const own = element.properties['dataLine'];
  if (own !== undefined && own !== null) element.properties['dataLine'] = String(Number(own) - first);
  for (const child of element.children) if (child.type === 'element') countLinesFrom(child, first);
}

/** The same for a page that uses the ids `reserved` itself, with the headings for its contents. */
export function renderBodyForPage(
  text: string,
  reserved: readonly string[],
  links: LinkRules = LONE_PAGE,
): RenderedBody {
  const published = publishedText(text);
  const tree = markdownTree(published.text);
  const ownTitle = hasOwnTitle(tree);
  const headings = decorateTree(tree, { reserved, topLevel: ownTitle ? 1 : 2, links });
  addPrintHints(tree);
  return { html: settingsHtml(published.settings) + toHtml(tree), headings, ownTitle };
}

function settingsHtml(settings: string): string {
  return settings === '' ? '' : `<pre class="settings" data-line="1">${escapeHtml(settings)}</pre>\n`;
}
