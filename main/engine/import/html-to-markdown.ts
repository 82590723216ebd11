import type { Element, Root } from 'hast';
import type { Text as MdastText, Nodes } from 'mdast';
import rehypeParse from 'rehype-parse';
import rehypeRemark from 'rehype-remark';
import remarkGfm from 'remark-gfm';
import remarkStringify, { type Options as WritingOptions } from 'remark-stringify';
import { unified } from 'unified';
import type { Diagnostic } from '../../../shared/model/diagnostic.ts';
import { normaliseText } from '../../../shared/model/text.ts';
import { cleanTree } from './clean-tree.ts';
import { footnoteHandlers, nameFootnotes } from './footnotes.ts';
import { linkToHeadings } from './heading-links.ts';
import { findMainContent } from './main-content.ts';
import { type PageOrigin, readPageOrigin } from './page-origin.ts';
import { sayCount } from './say-count.ts';
import { showText } from './shown-text.ts';
import { flattenCells, writeCellBreaks } from './table-cells.ts';
import { tidyTree } from './tidy-tree.ts';

export interface MarkdownPage {
  readonly text: string;
  readonly title: string;
  readonly url?: string;
  readonly diagnostics: readonly Diagnostic[];
}

const parser = unified().use(rehypeParse);
type Writing = Parameters<NonNullable<NonNullable<WritingOptions['handlers']>['text']>>;

const converter = unified()
  .use(rehypeRemark, { newlines: false, handlers: footnoteHandlers })
  .use(remarkGfm)
  .use(remarkStringify, {
    bullet: '-',
    emphasis: '_',
    rule: '-',
    listItemIndent: 'one',
    resourceLink: false,
    handlers: { text: writeText },
  });

/**
 * Text as Markdown, with `&lt;` where it would begin a tag. A backslash would do for CommonMark, but the first Markdown and what descends from
 * it do not know `\<`, and would make an element of the words of a hostile file.
 */
function writeText(node: MdastText, _parent: unknown, state: Writing[2], info: Writing[3]): string {
  return state.safe(node.value, info).replace(/\\<(?=[a-z/!?])/gi, '&lt;');
}

/** Turns a whole HTML page into Markdown. Throws RangeError on a tree too deep to walk; `source` names the file in diagnostics. */
export function htmlToMarkdown(html: string, source: string): MarkdownPage {
  const tree = parser.parse(html);
  const origin = readPageOrigin(tree);
  const diagnostics: Diagnostic[] = [];
  const content = findMainContent(tree, diagnostics);
  return finish(content, origin, diagnostics, source);
}

/** Turns HTML that is all content (a converted document) into Markdown; `prepare` changes its tree first. */
export function fragmentToMarkdown(
  html: string,
  source: string,
  prepare: (tree: Root) => void,
): MarkdownPage {
  const tree = unified().use(rehypeParse, { fragment: true }).parse(html);
  prepare(tree);
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
  tidyTree(tree);
  showText(tree);
  flattenCells(tree);
  nameFootnotes(tree);
  linkToHeadings(tree, []);
  cleanTree(tree, undefined, []);
  const markdown = converter.runSync(tree);
  tightenLists(markdown);
  writeCellBreaks(markdown);
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
  const { layouts } = tidyTree(root);
  if (layouts > 0)
    diagnostics.push({
      severity: 'info',
      message: sayCount(
        layouts,
        'table that only placed its content on the page was taken apart.',
        'tables that only placed their content on the page were taken apart.',
      ),
    });
  showText(root);
  flattenCells(root);
  nameFootnotes(root);
  linkToHeadings(root, diagnostics);
  cleanTree(root, origin.url, diagnostics);
  const markdown = converter.runSync(root);
  tightenLists(markdown);
  writeCellBreaks(markdown);
  const text = normaliseText(converter.stringify(markdown));
  return {
    text,
    title: origin.title,
    ...(origin.url ? { url: origin.url } : {}),
    diagnostics: diagnostics.map((diagnostic) => ({ ...diagnostic, source })),
  };
}
