import type { Element, ElementContent, Root } from 'hast';
import { attribute, elementsOf, textOf } from './tree-text.ts';

type Parent = Root | Element;

const LIST_LEVEL = /mso-list:[^;]*?\blevel(\d)/i;
const LIST_MARKER = /mso-list:\s*ignore/i;
const OUTLINE_LEVEL = /mso-outline-level:\s*([1-6])/i;
/** "1.", "(a)", "iv)": what begins an item of a numbered list; anything else is a bullet. */
const NUMBER = /^\(?(?:\d+(?:\.\d+)*|[a-z]{1,5})[.)]/i;
const BOLD = /font-weight:\s*(?:bold|[6-9]00)/i;
const NORMAL = /font-weight:\s*(?:normal|[1-5]00)/i;
const ITALIC = /font-style:\s*italic/i;
const STRUCK = /text-decoration[^;]*:\s*[^;]*line-through/i;

/**
 * Makes the HTML that Word, Google Docs and LibreOffice put on the clipboard say in elements what it says in styles: titles, lists
 * (Word writes them as paragraphs), bold and italic. Changes the tree.
 */
export function tidyOfficeHtml(root: Root): void {
  dropNoise(root);
  for (const element of [...elementsOf(root)]) {
    nameHeading(element);
    nameEmphasis(element);
    nameTableHead(element);
  }
  gatherLists(root);
  removeEmptyParagraphs(root);
}

/** Word's own elements, fonts, and the bold-but-normal element around everything in Google Docs stand for nothing. */
function dropNoise(parent: Parent): void {
  const children: ElementContent[] = [];
  for (const child of parent.children as ElementContent[]) {
    if (child.type === 'comment') continue;
    if (child.type === 'text') child.value = child.value.replaceAll('\u00a0', ' ');
    if (child.type === 'element') {
      dropNoise(child);
      if (isNoise(child)) {
        children.push(...child.children);
        continue;
      }
    }
    children.push(child);
  }
  parent.children = children;
}

function isNoise(element: Element): boolean {
  const { tagName } = element;
  if (tagName.includes(':') || tagName === 'font') return true;
  return (tagName === 'b' || tagName === 'strong') && NORMAL.test(attribute(element, 'style'));
}

function nameHeading(element: Element): void {
  if (element.tagName !== 'p') return;
  const level = OUTLINE_LEVEL.exec(attribute(element, 'style'))?.[1];
  if (level) element.tagName = `h${level}`;
  else if (/\bMsoTitle\b/.test(classOf(element))) element.tagName = 'h1';
}

function nameEmphasis(element: Element): void {
  if (element.tagName !== 'span') return;
  const style = attribute(element, 'style');
  const names = [
    BOLD.test(style) ? 'strong' : '',
    ITALIC.test(style) ? 'em' : '',
    STRUCK.test(style) ? 'del' : '',
  ];
  for (const tagName of names)
    if (tagName !== '' && textOf(element).trim() !== '')
      element.children = [{ type: 'element', tagName, properties: {}, children: element.children }];
}

/** Word has no cells for heads; the first row of its tables nearly always is one, and a table of Markdown must have one. */
function nameTableHead(table: Element): void {
  if (table.tagName !== 'table') return;
  const inside = [...elementsOf(table)];
  if (inside.some(({ tagName }) => tagName === 'th')) return;
  const first = inside.find(({ tagName }) => tagName === 'tr');
  for (const cell of first?.children ?? [])
    if (cell.type === 'element' && cell.tagName === 'td') cell.tagName = 'th';
}

/** A paragraph that Word shows as an item of a list. */
interface Item {
  readonly level: number;
  readonly ordered: boolean;
  readonly content: readonly ElementContent[];
}

function gatherLists(parent: Parent): void {
  const children: ElementContent[] = [];
  let items: Item[] = [];
  const finish = (): void => {
    if (items.length > 0) children.push(...nest(items));
    items = [];
  };
  for (const child of parent.children as ElementContent[]) {
    const item = child.type === 'element' ? listItem(child) : null;
    if (item) items.push(item);
    else if (items.length === 0 || child.type !== 'text' || child.value.trim() !== '') {
      finish();
      if (child.type === 'element') gatherLists(child);
      children.push(child);
    }
  }
  finish();
  parent.children = children;
}

function listItem(element: Element): Item | null {
  const level = LIST_LEVEL.exec(attribute(element, 'style'))?.[1];
  if (!level || !/^(?:p|div|h[1-6])$/.test(element.tagName)) return null;
  const marker = [...elementsOf(element)].find((inner) => LIST_MARKER.test(attribute(inner, 'style')));
  if (!marker) return null;
  const ordered = NUMBER.test(textOf(marker).trim());
  remove(element, marker);
  return { level: Number(level), ordered, content: element.children };
}

/** Takes an element away, and those around it that hold nothing else. */
function remove(parent: Element, unwanted: Element): void {
  for (const child of parent.children) if (child.type === 'element') remove(child, unwanted);
  parent.children = parent.children.filter(
    (child) =>
      child !== unwanted && (child.type !== 'element' || child.tagName !== 'span' || textOf(child) !== ''),
  );
}

/** Lists of the items, deeper ones inside the item before them. */
function nest(items: readonly Item[]): Element[] {
  const lists: Element[] = [];
  const open: { readonly level: number; readonly list: Element }[] = [];
  for (const { level, ordered, content } of items) {
    const tagName = ordered ? 'ol' : 'ul';
    while ((open.at(-1)?.level ?? 0) > level) open.pop();
    if (open.at(-1)?.level === level && open.at(-1)?.list.tagName !== tagName) open.pop();
    let list = open.at(-1)?.level === level ? open.at(-1)?.list : undefined;
    if (!list) {
      list = { type: 'element', tagName, properties: {}, children: [] };
      const within = open.at(-1)?.list.children.at(-1);
      if (within?.type === 'element') within.children.push(list);
      else lists.push(list);
      open.push({ level, list });
    }
    list.children.push({ type: 'element', tagName: 'li', properties: {}, children: [...content] });
  }
  return lists;
}

function removeEmptyParagraphs(parent: Parent): void {
  parent.children = (parent.children as ElementContent[]).filter(
    (child) =>
      child.type !== 'element' || child.tagName !== 'p' || textOf(child).trim() !== '' || hasPicture(child),
  );
  for (const child of parent.children) if (child.type === 'element') removeEmptyParagraphs(child);
}

function hasPicture(element: Element): boolean {
  return [...elementsOf(element)].some(({ tagName }) => tagName === 'img');
}

function classOf(element: Element): string {
  const { className } = element.properties;
  return Array.isArray(className) ? className.join(' ') : String(className ?? '');
}
