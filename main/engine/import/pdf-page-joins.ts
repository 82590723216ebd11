import type { Element, ElementContent, Text } from 'hast';
import { joinLines, type Vocabulary } from './pdf-hyphens.ts';
import { textOf } from './tree-text.ts';

const SENTENCE_END = /[.!?:;]["”’)\]]*$/u;

/** The blocks of all pages; a paragraph, list or table that a page's end cut is whole again. */
export function joinPages(pages: readonly (readonly Element[])[], words: Vocabulary): Element[] {
  const blocks: Element[] = [];
  for (const page of pages) {
    const [first, ...rest] = page;
    const last = blocks.at(-1);
    if (first && last && goesOn(last, first, words)) blocks.push(...rest);
    else blocks.push(...page);
  }
  return blocks;
}

/** True when `next` was the rest of `last` and has been put into it. */
function goesOn(last: Element, next: Element, words: Vocabulary): boolean {
  if (isList(last) && isList(next) && beginsWithin(next)) return joinLists(last, next, words);
  if (last.tagName !== next.tagName) return false;
  switch (last.tagName) {
    case 'p':
      return joinParagraphs(last, next, words);
    case 'ul':
    case 'ol':
      return joinLists(last, next, words);
    case 'table':
      return joinTables(last, next);
    default:
      return false;
  }
}

function isList({ tagName }: Element): boolean {
  return tagName === 'ul' || tagName === 'ol';
}

/** True for a list that begins with the rest of an item. */
function beginsWithin({ children: [first] }: Element): boolean {
  return first?.type === 'element' && first.properties['dataContinued'] === true;
}

function joinParagraphs(last: Element, next: Element, words: Vocabulary): boolean {
  const [before, after] = [textOf(last).trim(), textOf(next).trim()];
  if (SENTENCE_END.test(before) && !/^\p{Ll}/u.test(after)) return false;
  const [end, start] = [outerText(last, -1), outerText(next, 0)];
  if (end && start) {
    const kept = start.value.trimStart();
    const whole = joinLines(end.value, kept, words);
    end.value = whole.slice(0, whole.length - kept.length);
    start.value = kept;
  }
  last.children.push(...next.children);
  return true;
}

/** An item that began on the page before has no label on this one. */
function joinLists(last: Element, next: Element, words: Vocabulary): boolean {
  const [first, ...rest] = next.children;
  const open = last.children.at(-1);
  if (first?.type === 'element' && open?.type === 'element' && beginsWithin(next)) {
    const [block, ...others] = first.children;
    const end = open.children.at(-1);
    const joined = block?.type === 'element' && end?.type === 'element' && goesOn(end, block, words);
    open.children.push(...(joined ? others : first.children));
    last.children.push(...rest);
    return true;
  }
  const start = Number(last.properties['start'] ?? 1) + last.children.length;
  if (last.tagName === 'ol' && Number(next.properties['start'] ?? 1) !== start) return false;
  last.children.push(...next.children);
  return true;
}

/** A head that is repeated on the next page is there once. */
function joinTables(last: Element, next: Element): boolean {
  const [head] = rows(last);
  const [repeated] = rows(next);
  if (head && repeated && head.children.length !== repeated.children.length) return false;
  if (head && repeated && textOf(head) === textOf(repeated)) dropRow(next, repeated);
  last.children.push(...next.children);
  return true;
}

function rows(table: Element): Element[] {
  return table.children.flatMap((child): Element[] => {
    if (child.type !== 'element') return [];
    return child.tagName === 'tr' ? [child] : rows(child);
  });
}

function dropRow(parent: Element, row: Element): void {
  parent.children = parent.children.filter((child) => child !== row);
  for (const child of parent.children) if (child.type === 'element') dropRow(child, row);
}

/** The first (0) or last (-1) text of a node. */
function outerText(node: ElementContent, side: 0 | -1): Text | null {
  if (node.type === 'text') return node;
  const child = node.type === 'element' ? node.children.at(side) : undefined;
  return child ? outerText(child, side) : null;
}
