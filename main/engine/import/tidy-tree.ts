import type { Element, ElementContent, Root, Text } from 'hast';
import { attribute, elementsOf, textOf } from './tree-text.ts';

type Parent = Root | Element;

const LIST = /^(?:ul|ol)$/;
const EMPHASIS = /^(?:strong|b|em|i|s|del|strike|u)$/;
/** What makes of a table's cell more than a piece of data. */
const LAYOUT_CONTENT = /^(?:table|h[1-6]|main|article|section|form)$/;

export interface Tidied {
  /** Tables that only placed their content on the page. */
  layouts: number;
}

/** Makes a tree say what it shows, for Markdown: lists in lists, tables that only place things, head rows, white space at the edges of bold. Changes it. */
export function tidyTree(root: Root): Tidied {
  const tidied: Tidied = { layouts: 0 };
  unwrapTables(root, tidied);
  for (const element of [...elementsOf(root)]) {
    if (element.tagName === 'table') nameTableHead(element);
    if (LIST.test(element.tagName)) flattenListInList(element);
    if (element.tagName === 'ol') writeLetters(element);
  }
  moveEdgesOut(root);
  return tidied;
}

/** Tables that place things on a page become what they hold. */
function unwrapTables(parent: Parent, tidied: Tidied): void {
  for (const child of parent.children) if (child.type === 'element') unwrapTables(child, tidied);
  parent.children = (parent.children as ElementContent[]).flatMap((child): ElementContent[] => {
    if (child.type !== 'element' || child.tagName !== 'table' || !isLayout(child)) return [child];
    tidied.layouts += 1;
    return cellsOf(child).map((cell) => ({ ...cell, tagName: 'div', properties: {} }));
  });
}

function isLayout(table: Element): boolean {
  const role = attribute(table, 'role');
  if (role === 'presentation' || role === 'none') return true;
  const cells = cellsOf(table);
  const rows = rowsOf(table);
  if (rows.length > 0 && rows.every((row) => row.children.filter(isCell).length <= 1)) return true;
  return cells.some(
    (cell) =>
      cell.tagName === 'td' && [...elementsOf(cell)].some((inner) => LAYOUT_CONTENT.test(inner.tagName)),
  );
}

function isCell(node: ElementContent): node is Element {
  return node.type === 'element' && (node.tagName === 'td' || node.tagName === 'th');
}

/** The rows of a table, not those of tables in it. */
function rowsOf(table: Element): Element[] {
  return table.children.flatMap((child): Element[] => {
    if (child.type !== 'element') return [];
    if (child.tagName === 'tr') return [child];
    return /^t(?:head|body|foot)$/.test(child.tagName) ? rowsOf(child) : [];
  });
}

function cellsOf(table: Element): Element[] {
  return rowsOf(table).flatMap((row) => row.children.filter(isCell));
}

/** A table of Markdown must have a head; the first row of one without nearly always is it. */
function nameTableHead(table: Element): void {
  const [first] = rowsOf(table);
  if (!first || cellsOf(table).some(({ tagName }) => tagName === 'th')) return;
  for (const cell of first.children) if (isCell(cell)) cell.tagName = 'th';
}

/** A list that holds nothing but a list says how far in it stands; Markdown would show both. */
function flattenListInList(list: Element): void {
  for (;;) {
    const items = list.children.filter((child) => child.type === 'element');
    const [item] = items;
    if (items.length !== 1 || item?.tagName !== 'li') return;
    const inside = item.children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
    const [inner] = inside;
    if (inside.length !== 1 || inner?.type !== 'element' || !LIST.test(inner.tagName)) return;
    list.tagName = inner.tagName;
    list.properties = inner.properties;
    list.children = inner.children;
  }
}

/** Markdown numbers with digits only: letters and Roman numbers are written into the items, which other clauses refer to. */
function writeLetters(list: Element): void {
  const type = attribute(list, 'type') || styleOf(list);
  const format = FORMATS[type];
  if (!format) return;
  let count = Number(attribute(list, 'start') || 1);
  list.tagName = 'ul';
  list.properties = {};
  for (const item of list.children) {
    if (item.type !== 'element' || item.tagName !== 'li') continue;
    count = Number(attribute(item, 'value') || count);
    labelItem(item, `${format(count)}. `);
    count += 1;
  }
}

function labelItem(item: Element, label: string): void {
  const first = item.children.find((child) => child.type !== 'text' || child.value.trim() !== '');
  const target = first?.type === 'element' && first.tagName === 'p' ? first : item;
  target.children.unshift({ type: 'text', value: label });
}

const FORMATS: Readonly<Record<string, (count: number) => string>> = {
  a: letters,
  A: (count) => letters(count).toUpperCase(),
  i: roman,
  I: (count) => roman(count).toUpperCase(),
};
const LIST_STYLES: Readonly<Record<string, string>> = {
  'lower-alpha': 'a',
  'lower-latin': 'a',
  'upper-alpha': 'A',
  'upper-latin': 'A',
  'lower-roman': 'i',
  'upper-roman': 'I',
};

function styleOf(list: Element): string {
  const style = /list-style(?:-type)?\s*:[^;]*?\b((?:lower|upper)-(?:alpha|latin|roman))/i.exec(
    attribute(list, 'style'),
  )?.[1];
  return LIST_STYLES[style?.toLowerCase() ?? ''] ?? '';
}

/** a to z, then aa, ab: as browsers count. */
export function letters(count: number): string {
  let [left, text] = [count, ''];
  for (; left > 0; left = Math.floor((left - 1) / 26))
    text = String.fromCharCode(97 + ((left - 1) % 26)) + text;
  return text;
}

const ROMAN = {
  m: 1000,
  cm: 900,
  d: 500,
  cd: 400,
  c: 100,
  xc: 90,
  l: 50,
  xl: 40,
  x: 10,
  ix: 9,
  v: 5,
  iv: 4,
  i: 1,
};
/** Higher numbers have no Roman writing that anybody reads. */
const MAX_ROMAN = 3999;

/** Small Roman numbers. */
export function roman(count: number): string {
  let [left, text] = [Math.min(count, MAX_ROMAN), ''];
  for (const [sign, worth] of Object.entries(ROMAN)) for (; left >= worth; left -= worth) text += sign;
  return text;
}

/**
 * Emphasis of Markdown cannot begin or end with white space, nor with punctuation beside a letter outside, and what it writes with `_` cannot
 * begin or end within a word: such edges move out, and emphasis of nothing or of a part of a word goes.
 */
function moveEdgesOut(parent: Parent): void {
  for (const child of parent.children) if (child.type === 'element') moveEdgesOut(child);
  const siblings = parent.children as ElementContent[];
  parent.children = siblings.flatMap((child, at): ElementContent[] => {
    if (child.type !== 'element' || !EMPHASIS.test(child.tagName)) return [child];
    const joinedBefore = WORD_END.test(textBeside(siblings[at - 1]));
    const joinedAfter = WORD_START.test(textBeside(siblings[at + 1]));
    if (!/[\p{L}\p{N}]/u.test(textOf(child))) return child.children;
    const [first, last] = [child.children.at(0), child.children.at(-1)];
    const before = first?.type === 'text' ? takeEdge(first, joinedBefore ? NO_WORD_START : SPACE_START) : '';
    const after = last?.type === 'text' ? takeEdge(last, joinedAfter ? NO_WORD_END : SPACE_END) : '';
    const inWord = (joinedBefore && before === '') || (joinedAfter && after === '');
    const kept = inWord && /^(?:em|i)$/.test(child.tagName) ? child.children : [child];
    return [...asText(before), ...kept, ...asText(after)];
  });
}

const WORD_START = /^[\p{L}\p{N}]/u;
const WORD_END = /[\p{L}\p{N}]$/u;
const SPACE_START = /^\s+/u;
const SPACE_END = /\s+$/u;
const NO_WORD_START = /^[^\p{L}\p{N}]+/u;
const NO_WORD_END = /[^\p{L}\p{N}]+$/u;

function textBeside(node: ElementContent | undefined): string {
  return node?.type === 'text' ? node.value : '';
}

/** Takes what matches at an edge out of a text. */
function takeEdge(node: Text, edge: RegExp): string {
  const taken = edge.exec(node.value)?.[0] ?? '';
  node.value = node.value.replace(edge, '');
  return taken;
}

function asText(value: string): ElementContent[] {
  return value ? [{ type: 'text', value }] : [];
}
