import type { Element, Root } from 'hast';
import type { Nodes } from 'mdast';
import rehypeParse from 'rehype-parse';
import rehypeRemark from 'rehype-remark';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import type { Diagnostic } from '../../../shared/model/diagnostic.ts';
import { normaliseText } from '../../../shared/model/text.ts';
import { cleanTree } from './clean-tree.ts';
import { findMainContent } from './main-content.ts';
import { type PageOrigin, readPageOrigin } from './page-origin.ts';

export interface MarkdownPage {
  readonly text: string;
  readonly title: string;
  readonly url?: string;
  readonly diagnostics: readonly Diagnostic[];
}

const parser = unified().use(rehypeParse);
const converter = unified().use(rehypeRemark, { newlines: false }).use(remarkGfm).use(remarkStringify, {
  bullet: '-',
  emphasis: '_',
  rule: '-',
  listItemIndent: 'one',
  resourceLink: false,
});

/** Turns a whole HTML page into Markdown. Throws RangeError on a tree too deep to walk; `source` names the file in diagnostics. */
export function htmlToMarkdown(html: string, source: string): MarkdownPage {
  const tree = parser.parse(html);
  const origin = readPageOrigin(tree);
  const diagnostics: Diagnostic[] = [];
  const content = findMainContent(tree, diagnostics);
  return finish(content, origin, diagnostics, source);
}

/** Turns HTML that is all content (a converted document) into Markdown. */
export function fragmentToMarkdown(html: string, source: string): MarkdownPage {
  const tree = unified().use(rehypeParse, { fragment: true }).parse(html);
  return finish(tree, { title: '' }, [], source);
}

/** The same for a tree of HTML that another reader made. */
export function treeToMarkdown(tree: Root, source: string): MarkdownPage {
  return finish(tree, { title: '' }, [], source);
}

/** The same for HTML from the clipboard: `prepare` changes its tree first, and lists stay tight where their items are single paragraphs. */
export function clipboardToMarkdown(html: string, prepare: (tree: Root) => void): string {
  const tree = unified().use(rehypeParse, { fragment: true }).parse(html);
  prepare(tree);
  cleanTree(tree, undefined, []);
  const markdown = converter.runSync(tree);
  tightenLists(markdown);
  return normaliseText(converter.stringify(markdown));
}

/** The converter sets every item with a list of several items inside of it loose. */
function tightenLists(node: Nodes): void {
  if (!('children' in node)) return;
  for (const child of node.children) tightenLists(child);
  if (node.type === 'listItem') node.spread = node.children.filter(({ type }) => type !== 'list').length > 1;
  if (node.type === 'list') node.spread = node.children.some(({ spread }) => spread === true);
}

function finish(
  content: Root | Element,
  origin: PageOrigin,
  diagnostics: Diagnostic[],
  source: string,
): MarkdownPage {
  const root: Root = content.type === 'root' ? content : { type: 'root', children: [content] };
  cleanTree(root, origin.url, diagnostics);
  const markdown = converter.runSync(root);
  tightenLists(markdown);
  const text = normaliseText(converter.stringify(markdown));
  return {
    text,
    title: origin.title,
    ...(origin.url ? { url: origin.url } : {}),
    diagnostics: diagnostics.map((diagnostic) => ({ ...diagnostic, source })),
  };
}
