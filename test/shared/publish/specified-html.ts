import type { Element, ElementContent, Root, RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';

const BLOCKS =
  /^(?:p|h\d|ul|ol|li|blockquote|pre|table|thead|tbody|tr|th|td|hr|div|details|summary|section|dl|dt|dd)$/;

/**
 * HTML in the form in which published output and the specification's examples can be compared: white space at the edges of
 * blocks dropped, attributes sorted, our own marks (source lines, alignment as a class, drawn task boxes) as the specification
 * writes them.
 */
export function normalisedHtml(html: string | Root): string {
  return toHtml(normaliseNode(typeof html === 'string' ? fromHtml(html, { fragment: true }) : html, false));
}

function normaliseNode(node: Root | Element, verbatim: boolean): Root {
  const children: ElementContent[] = [];
  for (const child of node.children) {
    if (child.type === 'text') pushText(children, verbatim ? child.value : child.value.replace(/\s+/g, ' '));
    if (child.type === 'element') children.push(normaliseElement(child, verbatim));
  }
  if (!verbatim) trimAtBlockEdges(children, node.type === 'root' || BLOCKS.test(node.tagName));
  return { type: 'root', children: children.filter((child) => child.type !== 'text' || child.value !== '') };
}

function normaliseElement(element: Element, verbatim: boolean): Element {
  const className = String(element.properties['className'] ?? '');
  if (className.startsWith('task-')) return taskBox(className === 'task-done');
  const children = normaliseNode(element, verbatim || element.tagName === 'pre').children.filter(isContent);
  return {
    type: 'element',
    tagName: element.tagName === 's' ? 'del' : element.tagName,
    properties: normaliseProperties(element.properties),
    children,
  };
}

function taskBox(checked: boolean): Element {
  const properties = { disabled: true, type: 'checkbox' };
  return {
    type: 'element',
    tagName: 'input',
    properties: checked ? { checked, ...properties } : properties,
    children: [],
  };
}

function normaliseProperties(properties: Element['properties']): Element['properties'] {
  const { dataLine: _line, className, href, ...rest } = properties;
  const names = Array.isArray(className) ? className.map(String) : [];
  const align = names.find((name) => name.startsWith('align-'))?.slice('align-'.length);
  const kept = names.filter((name) => !name.startsWith('align-'));
  return Object.fromEntries(
    Object.entries({
      ...rest,
      ...(href === undefined ? {} : { href: decodedAddress(String(href)) }),
      ...(align ? { align } : {}),
      ...(kept.length > 0 ? { className: kept } : {}),
    }).sort(([one], [other]) => (one < other ? -1 : 1)),
  );
}

function decodedAddress(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address; // a stray percent sign
  }
}

function pushText(children: ElementContent[], value: string): void {
  const last = children.at(-1);
  if (last?.type === 'text') last.value += value;
  else children.push({ type: 'text', value });
}

function trimAtBlockEdges(children: readonly ElementContent[], inBlock: boolean): void {
  for (const [index, child] of children.entries()) {
    if (child.type !== 'text') continue;
    const before = children[index - 1];
    const after = children[index + 1];
    if (before ? isBlockOrBreak(before) : inBlock) child.value = child.value.trimStart();
    if (after ? isBlock(after) : inBlock) child.value = child.value.trimEnd();
  }
}

function isBlock(node: ElementContent): boolean {
  return node.type === 'element' && BLOCKS.test(node.tagName);
}

function isBlockOrBreak(node: ElementContent): boolean {
  return isBlock(node) || (node.type === 'element' && node.tagName === 'br');
}

function isContent(node: RootContent): node is ElementContent {
  return node.type !== 'doctype';
}
