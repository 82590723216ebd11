import type { Element, ElementContent, Root, Text } from 'hast';
import { textOf } from './decorate-tree.ts';

/**
 * Words joined by hyphens, and a hyphen that a word leaves open ("pre- and post-"). Broken after the hyphen, a line would end like a
 * divided word, and programs that read a PDF would join "third-" and "party" to "thirdparty".
 */
const COMPOUND = /[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)+-?|[\p{L}\p{N}]+- [\p{L}\p{N}]+|-[\p{L}\p{N}]+/gu;
/** A longer compound, such as a part of an address, is kept whole only around its hyphens: it may have to be broken. */
const LONGEST_WHOLE = 56;
/** An address as long as this may have to be broken, best behind a stroke, where engines do not break by themselves. */
const LONG_ADDRESS = /\S{30,}/g;
/** No text of a page holds it: Markdown and HTML replace it. */
const BREAK = '\0';
const STROKE = /(?<=[^/]\/)(?=[^/\s])/;
/** Characters of a printed line of text, all columns of a table together. */
const LINE_LENGTH = 84;
/** A row with more lines than this fills most of a page, and would be cut in the middle of all its cells. */
const TALLEST_ROW = 18;

/** Adds what only a printed page needs to know: compounds that stay on one line, and tables whose rows are too tall to be rows. */
export function addPrintHints(parent: Root | Element): void {
  const children: ElementContent[] = [];
  for (const child of parent.children) {
    if (child.type === 'text') children.push(...breakableAddresses(child).flatMap(wholeCompounds));
    else if (child.type === 'element') {
      if (child.tagName === 'table') markTallRows(child);
      if (child.tagName === 'p' && leadsOn(child)) child.properties['className'] = ['leads-on'];
      addPrintHints(child);
      children.push(child);
    }
  }
  parent.children = children;
}

/** A paragraph that what follows belongs to: bold words that stand for a heading, or the words before a list. */
function leadsOn(paragraph: Element): boolean {
  const parts = paragraph.children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
  const [only] = parts;
  const isLabel = parts.length === 1 && only?.type === 'element' && /^(?:strong|b)$/.test(only.tagName);
  return isLabel || /:\s*$/.test(textOf(paragraph));
}

function breakableAddresses(node: Text): ElementContent[] {
  if (!node.value.includes('/')) return [node];
  const marked = node.value.replace(LONG_ADDRESS, (address) => address.split(STROKE).join(BREAK));
  return marked.split(BREAK).flatMap((value, index): ElementContent[] => {
    const text: Text = { type: 'text', value };
    return index === 0 ? [text] : [{ type: 'element', tagName: 'wbr', properties: {}, children: [] }, text];
  });
}

function wholeCompounds(node: ElementContent): ElementContent[] {
  if (node.type !== 'text' || !node.value.includes('-')) return [node];
  const { value } = node;
  const parts: ElementContent[] = [];
  let at = 0;
  for (const match of value.matchAll(COMPOUND)) {
    const compound = match[0];
    parts.push({ type: 'text', value: value.slice(at, match.index) }, ...whole(compound));
    at = match.index + compound.length;
  }
  parts.push({ type: 'text', value: value.slice(at) });
  return parts.filter((part) => part.type !== 'text' || part.value !== '');
}

function whole(compound: string): ElementContent[] {
  if (compound.length <= LONGEST_WHOLE) return [wholeSpan(compound)];
  return compound
    .split(/((?:.-)+.?)/u)
    .map((part) => (part.includes('-') ? wholeSpan(part) : { type: 'text', value: part }));
}

function wholeSpan(value: string): Element {
  return {
    type: 'element',
    tagName: 'span',
    properties: { className: ['whole'] },
    children: [{ type: 'text', value }],
  };
}

/** Cells under one another, each below its column's head, read better on paper than columns as tall as a page. */
function markTallRows(table: Element): void {
  const rows = descendants(table, 'tr').map((row) => [...descendants(row, 'td'), ...descendants(row, 'th')]);
  const columns = Math.max(1, ...rows.map((cells) => cells.length));
  const lineLength = LINE_LENGTH / columns;
  if (rows.some((cells) => cells.some((cell) => linesOf(cell, lineLength) > TALLEST_ROW)))
    table.properties['className'] = ['tall-rows'];
}

function linesOf(cell: Element, lineLength: number): number {
  const paragraphs = brokenText(cell).split('\n');
  return paragraphs.reduce((lines, { length }) => lines + Math.max(1, Math.ceil(length / lineLength)), 0);
}

/** The text with a line end where the cell has one. */
function brokenText(node: Element): string {
  return node.children
    .map((child) => {
      if (child.type !== 'element') return textOf(child).replace(/\s+/g, ' ');
      return child.tagName === 'br' ? '\n' : brokenText(child);
    })
    .join('');
}

function descendants(parent: Element, tagName: string): Element[] {
  return parent.children.flatMap((child) => {
    if (child.type !== 'element') return [];
    return child.tagName === tagName ? [child] : descendants(child, tagName);
  });
}
