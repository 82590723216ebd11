import { type DefaultTreeAdapterMap, parse } from 'parse5';

type Node = DefaultTreeAdapterMap['node'];
type Element = DefaultTreeAdapterMap['element'];

/** What a reader of a published page must find in it, however it is printed. */
export interface ExpectedPage {
  /** The text of the document itself, without what the page puts around it. */
  readonly text: string;
  /** Addresses outside the document that its links lead to. */
  readonly links: readonly string[];
  readonly headings: readonly string[];
}

const INLINE =
  /^(?:a|abbr|b|cite|code|del|dfn|em|i|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup|u|var|wbr)$/;

/** Reads a published page with an HTML parser. */
export function expectedPage(html: string): ExpectedPage {
  const article = find(parse(html), 'article');
  const links: string[] = [];
  const headings: string[] = [];
  for (const element of article ? elementsIn(article) : []) {
    const href = element.attrs.find(({ name }) => name === 'href')?.value;
    if (element.tagName === 'a' && href && /^[a-z]+:/i.test(href) && textOf(element).trim() !== '')
      links.push(href);
    if (/^h[1-6]$/.test(element.tagName)) headings.push(textOf(element).replace(/\s+/g, ' ').trim());
  }
  return { text: article ? textOf(article) : '', links, headings };
}

function textOf(node: Node): string {
  if (node.nodeName === '#text' && 'value' in node) return node.value;
  if (!('childNodes' in node)) return '';
  const inner = node.childNodes.map(textOf).join('');
  return INLINE.test(node.nodeName) ? inner : `\n${inner}\n`;
}

function find(node: Node, tagName: string): Element | null {
  if (node.nodeName === tagName && 'attrs' in node) return node;
  for (const child of 'childNodes' in node ? node.childNodes : []) {
    const found = find(child, tagName);
    if (found) return found;
  }
  return null;
}

function* elementsIn(parent: Element): Generator<Element> {
  for (const child of parent.childNodes)
    if ('attrs' in child) {
      yield child;
      yield* elementsIn(child);
    }
}
