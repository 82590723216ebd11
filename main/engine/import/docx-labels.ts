import type { Element, ElementContent, Root, Text } from 'hast';
import { LABEL_CLOSE, LABEL_OPEN } from './docx-numbering.ts';
import { listFor, writtenLabel } from './pdf-tree.ts';

type Parent = Root | Element;

const MARKED = new RegExp(`${LABEL_OPEN}([^${LABEL_CLOSE}]*)${LABEL_CLOSE}`);
/** "3.", "b)", "(iv)": labels of items; "1.1" and "Article II" are labels of clauses. */
const ITEM_LABEL = /^\(?(?:\d{1,4}|[a-z]{1,5})[.)]$/i;

/**
 * Makes a converted Word document say the numbers that `writeNumbers` marked: lists begin and go on with the right one, letters are
 * written out, numbered headings and clauses get theirs as words, and what only stands in a list joins the item before. Changes the tree.
 */
export function takeLabels(parent: Parent): void {
  for (const child of parent.children) if (child.type === 'element') takeLabels(child);
  parent.children = (parent.children as ElementContent[]).flatMap((child): ElementContent[] => {
    if (child.type !== 'element') return [child];
    if (child.tagName === 'ol' || child.tagName === 'ul') return relabelled(child);
    if (child.tagName !== 'li') writeLabel(child);
    return [child];
  });
}

/** A list as the lists and clauses that its labels make of it. */
function relabelled(list: Element): Element[] {
  const parts: Element[] = [];
  let next = 1;
  for (const item of list.children) {
    if (item.type !== 'element') continue;
    const label = takeLabel(item);
    if (label === null && isWrapper(item)) {
      parts.push(...(item.children as Element[]));
      continue;
    }
    const open = parts.at(-1);
    const previous = open && isList(open) ? open.children.at(-1) : undefined;
    if (label === '' && previous?.type === 'element') previous.children.push(...asBlocks(item));
    else if (label === '' || (label !== null && !ITEM_LABEL.test(label))) {
      if (label) item.children.unshift({ type: 'text', value: `${label} ` });
      parts.push(...asBlocks(item));
    } else {
      if (label) item.children.unshift({ type: 'text', value: writtenLabel(label) });
      const wanted = label === null ? { ...list, children: [] } : listFor(label);
      const number = Number(wanted.properties['start'] ?? 1);
      const goesOn =
        open?.tagName === wanted.tagName && (label === null || wanted.tagName === 'ul' || number === next);
      if (open && goesOn) open.children.push(item);
      else parts.push({ ...wanted, children: [item] });
      next = number + 1;
    }
  }
  return parts;
}

/** The converter makes an item without words around a list that begins deeper; items with an id are footnotes. */
function isWrapper({ children, properties }: Element): boolean {
  if (properties['id'] !== undefined) return false;
  return (
    children.length > 0 &&
    children.every((child) => child.type === 'element' && /^(?:p|ul|ol)$/.test(child.tagName))
  );
}

function isList({ tagName }: Element): boolean {
  return tagName === 'ol' || tagName === 'ul';
}

/** An item's own words as a paragraph, and the lists in it after that. */
function asBlocks(item: Element): Element[] {
  const isBlock = (node: ElementContent): node is Element =>
    node.type === 'element' && /^(?:p|ul|ol|table|h\d)$/.test(node.tagName);
  const words = item.children.filter((child) => !isBlock(child));
  const paragraph: Element = { type: 'element', tagName: 'p', properties: {}, children: words };
  return [...(words.length > 0 ? [paragraph] : []), ...item.children.filter(isBlock)];
}

function writeLabel(element: Element): void {
  if (!/^(?:p|h[1-6])$/.test(element.tagName)) return;
  const label = takeLabel(element);
  if (label) element.children.unshift({ type: 'text', value: `${label} ` });
}

/** Takes the label out of an element's first words; null where it has none. */
function takeLabel(element: Element): string | null {
  const text = firstText(element);
  const label = text ? MARKED.exec(text.value)?.[1] : undefined;
  if (!text || label === undefined) return null;
  text.value = text.value.replace(MARKED, '');
  return label;
}

function firstText(element: Element): Text | null {
  for (const child of element.children) {
    if (child.type === 'text' && child.value !== '') return child;
    if (child.type !== 'element' || isList(child)) continue;
    const text = firstText(child);
    if (text) return text;
  }
  return null;
}
