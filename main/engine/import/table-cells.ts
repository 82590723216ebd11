import type { Element, ElementContent, Root } from 'hast';
import type { Nodes, PhrasingContent } from 'mdast';
import { elementsOf, textOf } from './tree-text.ts';

const BLOCK =
  /^(?:p|div|ul|ol|li|dl|dt|dd|blockquote|section|article|address|pre|figure|h[1-6]|details|summary)$/;
const LINE_BREAK: Element = { type: 'element', tagName: 'br', properties: {}, children: [] };

/** A cell of Markdown is one line: its paragraphs become lines with breaks between them, its lists lines with a bullet. Changes the tree. */
export function flattenCells(root: Root): void {
  for (const element of elementsOf(root)) {
    if (element.tagName !== 'td' && element.tagName !== 'th') continue;
    if (!element.children.some((child) => child.type === 'element' && BLOCK.test(child.tagName))) continue;
    const lines = linesOf(element).filter((line) => line.some((node) => textOf(node).trim() !== ''));
    element.children = lines.flatMap((line, at) => (at > 0 ? [{ ...LINE_BREAK }, ...line] : line));
  }
}

/** What stands on lines of its own, in order. */
function linesOf(parent: Element): ElementContent[][] {
  const lines: ElementContent[][] = [[]];
  for (const child of parent.children) {
    if (child.type === 'element' && BLOCK.test(child.tagName)) {
      const inner = linesOf(child);
      const [first] = inner;
      if (child.tagName === 'li' && first) first.unshift({ type: 'text', value: '• ' });
      lines.push(...inner, []);
    } else lines.at(-1)?.push(child);
  }
  return lines;
}

/** Writes the breaks of lines in cells as `<br>`, which is what Markdown's tables have for them. Changes the tree. */
export function writeCellBreaks(node: Nodes): void {
  if (!('children' in node)) return;
  if (node.type === 'tableCell') replaceBreaks(node);
  else for (const child of node.children) writeCellBreaks(child);
}

function replaceBreaks(node: { children: PhrasingContent[] }): void {
  node.children = node.children.map((child): PhrasingContent => {
    if (child.type === 'break') return { type: 'html', value: '<br>' };
    if ('children' in child) replaceBreaks(child);
    return child;
  });
}
