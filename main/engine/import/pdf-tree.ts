import type { Element, ElementContent } from 'hast';
import type { PdfBlock } from './pdf-blocks.ts';
import type { PdfRun } from './pdf-lines.ts';

const DECIMAL = /^(\d{1,3})[.)]$/;
const WRITTEN = /^\(?(?:\d{1,3}(?:\.\d{1,3})+|[a-z]|[ivx]{1,5}|\d{1,3})[.)]?$/i;

/** An element of HTML's tree. */
export function element(
  tagName: string,
  children: readonly ElementContent[],
  properties: Element['properties'] = {},
): Element {
  return { type: 'element', tagName, properties, children: [...children] };
}

/** A list that begins with an item of this label: numbered for "3.", else with bullets. */
export function listFor(label: string): Element {
  const number = DECIMAL.exec(label)?.[1];
  if (number === undefined) return element('ul', []);
  return element('ol', [], number === '1' ? {} : { start: Number(number) });
}

/** What must be written of a label: Markdown has numbers and bullets of its own, but no "(a)" and no "iv.". */
export function writtenLabel(label: string): string {
  return !DECIMAL.test(label) && WRITTEN.test(label) ? `${label} ` : '';
}

/** The blocks of a document as HTML's tree, items nested in lists. */
export function blocksToTree(blocks: readonly PdfBlock[]): Element[] {
  const tree: Element[] = [];
  let open: Element[] = [];
  for (const block of blocks) {
    const content = inlineTree(block.runs, block.kind === 'heading');
    if (block.kind === 'item') open = addItem(tree, open, block, content);
    else {
      open = [];
      const label = block.label ? [{ type: 'text' as const, value: `${block.label} ` }] : [];
      if (block.kind === 'heading') tree.push(element(`h${block.level}`, [...label, ...content]));
      else tree.push(element('p', content));
    }
  }
  return tree;
}

/** Puts an item into the list that is open at its depth; the lists open after it, from the outermost. */
function addItem(
  tree: Element[],
  open: readonly Element[],
  { level, label }: PdfBlock,
  content: readonly ElementContent[],
): Element[] {
  const lists = open.slice(0, level + 1);
  const list = lists[level];
  const lastItem = list?.children.at(-1);
  if (label === '' && lastItem?.type === 'element') {
    lastItem.children.push(element('p', content));
    return lists;
  }
  const text: ElementContent[] = [{ type: 'text', value: writtenLabel(label) }, ...content];
  const item = element('li', [element('p', text)]);
  const wanted = listFor(label);
  if (list && list.tagName === wanted.tagName) {
    list.children.push(item);
    return lists;
  }
  wanted.children.push(item);
  const parent = lists[level - 1]?.children.at(-1);
  if (parent?.type === 'element') parent.children.push(wanted);
  else tree.push(wanted);
  return [...lists.slice(0, level), wanted];
}

/** Runs as text, links and bold; line breaks that the writer made are kept. A heading is bold by itself. */
function inlineTree(runs: readonly PdfRun[], heading: boolean): ElementContent[] {
  return runs.flatMap(({ text, bold, href }) => {
    const lines = text.split('\n');
    let content = lines.flatMap((line, index): ElementContent[] => [
      ...(index > 0 ? [element('br', [])] : []),
      { type: 'text', value: line },
    ]);
    if (text.trim() === '') return content;
    if (bold && !heading) content = [element('strong', content)];
    return href === undefined ? content : [element('a', content, { href })];
  });
}
