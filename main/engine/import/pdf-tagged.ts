import type { Element, ElementContent, Text } from 'hast';
import { joinLines, type Vocabulary, vocabularyOf } from './pdf-hyphens.ts';
import type { PdfItem } from './pdf-items.ts';
import { isApart, isSameLine } from './pdf-lines.ts';
import type { PdfPage, StructNode } from './pdf-page.ts';
import { joinPages } from './pdf-page-joins.ts';
import { element, listFor, writtenLabel } from './pdf-tree.ts';

/** With less than this share of a file's letters in it, its structure was not made for the text. */
const MIN_COVERED = 0.85;
/** Roles that say more than that there is text. */
const TELLING_ROLE = /^(?:H\d?|L|Table|Title)$/;
/** Standard structure types (ISO 32000-1, 14.8.4) and what they are in HTML. */
const TAGS: Readonly<Record<string, string>> = {
  Title: 'h1',
  H: 'h2',
  H1: 'h1',
  H2: 'h2',
  H3: 'h3',
  H4: 'h4',
  H5: 'h5',
  H6: 'h6',
  P: 'p',
  TOCI: 'p',
  Caption: 'p',
  Note: 'p',
  FENote: 'p',
  BlockQuote: 'blockquote',
  Table: 'table',
  THead: 'thead',
  TBody: 'tbody',
  TFoot: 'tfoot',
  TR: 'tr',
  TH: 'th',
  TD: 'td',
  Strong: 'strong',
  Em: 'em',
};
const HEADING = /^(?:h\d|th)$/;

/** Text being put together: where the last piece of a block stood, so that the next one can be joined to it. */
interface Writing {
  readonly page: PdfPage;
  readonly items: ReadonlyMap<string, readonly PdfItem[]>;
  readonly words: Vocabulary;
  last: { readonly item: PdfItem; readonly node: Text } | null;
}

/** What the structure of a tagged file says its text is, as HTML's tree; null when it says too little. */
export function readTaggedPages(
  pages: readonly PdfPage[],
): { readonly tree: Element[]; readonly left: number } | null {
  const roles = new Set<string>();
  const named = new Set<string>();
  for (const { structure } of pages) for (const node of structure) survey(node, roles, named);
  if (![...roles].some((role) => TELLING_ROLE.test(role))) return null;
  const items = pages.flatMap((page) => page.items);
  const letters = (chosen: readonly PdfItem[]): number =>
    chosen.reduce((sum, { text }) => sum + text.replace(/\s/gu, '').length, 0);
  const outside = items.filter(({ content, text }) => !named.has(content) && text.trim() !== '');
  if (letters(outside) > letters(items) * (1 - MIN_COVERED)) return null;
  const words = vocabularyOf(items.map(({ text }) => text));
  const trees = pages.map((page) => {
    const writing: Writing = { page, items: byContent(page.items), words, last: null };
    return page.structure.flatMap(onThisPage).flatMap((node) => blocksOf(node, writing));
  });
  return { tree: joinPages(trees, words), left: outside.length };
}

/** A node without what of it stands on other pages: each page's structure has the parts of all that it holds a piece of. */
function onThisPage(node: StructNode): StructNode[] {
  if (!('role' in node)) return [node];
  const children = node.children.flatMap(onThisPage);
  return children.length > 0 || ('alt' in node && node.alt) ? [{ ...node, children }] : [];
}

function survey(node: StructNode, roles: Set<string>, named: Set<string>): void {
  if (!('role' in node)) {
    if (node.type === 'content') named.add(node.id);
    return;
  }
  if (node.role === 'Artifact') return;
  roles.add(node.role);
  for (const child of node.children) survey(child, roles, named);
}

function byContent(items: readonly PdfItem[]): ReadonlyMap<string, readonly PdfItem[]> {
  const named = new Map<string, PdfItem[]>();
  for (const item of items) {
    const known = named.get(item.content);
    if (known) known.push(item);
    else named.set(item.content, [item]);
  }
  return named;
}

/** The blocks of a part of the structure; what only groups others (Document, Sect, Div) is gone. */
function blocksOf(node: StructNode, writing: Writing): Element[] {
  writing.last = null;
  if (!('role' in node)) return wrapText(inlineOf(node, writing, false));
  if (node.role === 'Artifact') return [];
  if (node.role === 'L') return [listOf(node, writing)];
  const tagName = TAGS[node.role];
  if (tagName === 'p' || (tagName && HEADING.test(tagName))) {
    const content = node.children.flatMap((child) => inlineOf(child, writing, tagName !== 'p'));
    return isBlank(content) ? [] : [element(tagName, content)];
  }
  if (tagName === 'table') return [element('table', rowsOf(node, writing))];
  if (node.role === 'Link' || node.role === 'Figure' || tagName === 'strong' || tagName === 'em')
    return wrapText(inlineOf(node, writing, false));
  const inner = groupedBlocks(node.children, writing);
  return tagName === 'blockquote' ? [element('blockquote', inner)] : inner;
}

/** Text that stands between blocks becomes paragraphs of its own. */
function groupedBlocks(nodes: readonly StructNode[], writing: Writing): Element[] {
  const blocks: Element[] = [];
  let loose: ElementContent[] = [];
  const close = (): void => {
    blocks.push(...wrapText(loose));
    loose = [];
  };
  for (const node of nodes) {
    if (isInline(node)) {
      if (loose.length === 0) writing.last = null;
      loose.push(...inlineOf(node, writing, false));
    } else {
      close();
      blocks.push(...blocksOf(node, writing));
    }
  }
  close();
  return blocks;
}

const INLINE_ROLE = /^(?:Span|NonStruct|Link|Strong|Em|Quote|Reference|Code|Sub|Lbl|Annot|Ruby|Warichu)$/;

function isInline(node: StructNode): boolean {
  if (!('role' in node)) return true;
  return INLINE_ROLE.test(node.role) && node.children.every(isInline);
}

function wrapText(content: readonly ElementContent[]): Element[] {
  return isBlank(content) ? [] : [element('p', content)];
}

function listOf({ children }: Extract<StructNode, { role: string }>, writing: Writing): Element {
  let list: Element | null = null;
  for (const child of children) {
    if (!('role' in child)) continue;
    if (child.role === 'L') {
      // Lists of deeper items that stand beside their item instead of in it.
      const within = list?.children.at(-1);
      const nested = listOf(child, writing);
      if (within?.type === 'element') within.children.push(nested);
      else list = nested;
      continue;
    }
    const label = labelOf(child, writing);
    const item = itemOf(child, label, writing);
    list ??= listFor(label);
    list.children.push(item);
  }
  return list ?? element('ul', []);
}

function labelOf(item: Extract<StructNode, { role: string }>, writing: Writing): string {
  const label = item.children.find((child) => 'role' in child && child.role === 'Lbl');
  if (!label) return '';
  writing.last = null;
  return plainText(inlineOf(label, writing, true)).trim();
}

function itemOf(node: Extract<StructNode, { role: string }>, label: string, writing: Writing): Element {
  const rest = node.children.filter((child) => !('role' in child) || child.role !== 'Lbl');
  const blocks = groupedBlocks(
    rest.flatMap((child) => ('role' in child && child.role === 'LBody' ? child.children : [child])),
    writing,
  );
  const written = writtenLabel(label);
  const [first] = blocks;
  if (written && first) first.children.unshift({ type: 'text', value: written });
  const labelled = node.children.some((child) => 'role' in child && child.role === 'Lbl');
  return element('li', blocks, labelled ? {} : { dataContinued: true });
}

function rowsOf(node: Extract<StructNode, { role: string }>, writing: Writing): Element[] {
  return node.children.flatMap((child): Element[] => {
    if (!('role' in child)) return [];
    const tagName = TAGS[child.role];
    if (tagName === 'tr') {
      const cells = child.children.flatMap((cell): Element[] => {
        const cellTag = 'role' in cell ? TAGS[cell.role] : undefined;
        if (!('role' in cell) || (cellTag !== 'td' && cellTag !== 'th')) return [];
        return [element(cellTag, groupedBlocks(cell.children, writing))];
      });
      return [element('tr', cells)];
    }
    if (tagName?.startsWith('t') && tagName !== 'table') return [element(tagName, rowsOf(child, writing))];
    return blocksOf(child, writing);
  });
}

function inlineOf(node: StructNode, writing: Writing, heading: boolean): ElementContent[] {
  if (!('role' in node))
    return node.type === 'content' ? textOfContent(writing.items.get(node.id) ?? [], writing, heading) : [];
  if (node.role === 'Artifact') return [];
  const content = node.children.flatMap((child) =>
    inlineOf(child, writing, heading || node.role === 'Strong'),
  );
  if (node.role === 'Figure' && 'alt' in node && node.alt && isBlank(content))
    return [{ type: 'text', value: ` ${node.alt} ` }];
  const href = node.role === 'Link' ? linkOf(node, writing.page) : undefined;
  if (href !== undefined && !isBlank(content)) return [element('a', withoutLinks(content), { href })];
  if ((node.role === 'Strong' || node.role === 'Em') && !heading && !isBlank(content))
    return [element(node.role === 'Strong' ? 'strong' : 'em', content)];
  return content;
}

function linkOf(node: StructNode, page: PdfPage): string | undefined {
  if (!('role' in node)) return page.links.find(({ id }) => id === node.id)?.url;
  for (const child of node.children) {
    const url = linkOf(child, page);
    if (url !== undefined) return url;
  }
  return undefined;
}

function withoutLinks(content: readonly ElementContent[]): ElementContent[] {
  return content.flatMap((node) =>
    node.type === 'element' && node.tagName === 'a' ? node.children : [node],
  );
}

function textOfContent(items: readonly PdfItem[], writing: Writing, heading: boolean): ElementContent[] {
  return items.map((item): ElementContent => {
    const node: Text = { type: 'text', value: glue(item, writing) };
    writing.last = { item, node };
    const bold = item.bold && !heading && item.text.trim() !== '' ? element('strong', [node]) : node;
    return item.href === undefined ? bold : element('a', [bold], { href: item.href });
  });
}

/** The words of an item, joined to what stands before: white space, a divided word put together. Changes the text before. */
function glue(item: PdfItem, { last, words }: Writing): string {
  if (!last) return item.text;
  const before = last.node.value;
  if (isSameLine(last.item, item)) {
    const spaced = /\s$/u.test(before) || /^\s/u.test(item.text) || !isApart(last.item, item);
    return spaced ? item.text : ` ${item.text}`;
  }
  const next = item.text.trimStart();
  if (before.trim() === '' || next === '') return item.text;
  const whole = joinLines(before, next, words);
  last.node.value = whole.slice(0, whole.length - next.length);
  return next;
}

function isBlank(content: readonly ElementContent[]): boolean {
  return plainText(content).trim() === '';
}

/** The characters of nodes, without anything between them. */
function plainText(content: readonly ElementContent[]): string {
  return content
    .map((node) =>
      node.type === 'text' ? node.value : node.type === 'element' ? plainText(node.children) : '',
    )
    .join('');
}
