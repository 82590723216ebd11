import type { Element, Nodes, Root } from 'hast';

/** The characters of a tree in reading order, scripts and styles left out. */
export function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (!('children' in node)) return '';
  if (node.type === 'element' && (node.tagName === 'script' || node.tagName === 'style')) return '';
  return node.children.map(textOf).join(' ');
}

/** Elements of a tree in document order. */
export function* elementsOf(node: Nodes): Generator<Element> {
  const open: Nodes[] = [node];
  for (let next = open.pop(); next; next = open.pop()) {
    if (next.type === 'element') yield next;
    if ('children' in next)
      for (let at = next.children.length - 1; at >= 0; at--) pushChild(open, next.children[at]);
  }
}

/** An attribute as text; empty when it is not there. */
export function attribute(element: Element, name: string): string {
  const value = element.properties[name];
  if (Array.isArray(value)) return value.join(' ');
  return value === undefined || value === null || value === false ? '' : String(value);
}

function pushChild(open: Nodes[], child: Nodes | undefined): void {
  if (child) open.push(child);
}

/** Removes the outermost elements that match, wherever they are. */
export function removeElements(parent: Root | Element, matches: (element: Element) => boolean): void {
  const open: (Root | Element)[] = [parent];
  for (let next = open.pop(); next; next = open.pop()) {
    next.children = next.children.filter(
      (child) => child.type !== 'element' || !matches(child),
    ) as typeof next.children;
    for (const child of next.children) if (child.type === 'element') open.push(child);
  }
}
