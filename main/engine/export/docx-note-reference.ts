import type { Element } from 'hast';

/** The number of the footnote that a superscript stands for: its first reference only, since Word gives each its own note. */
export function footnoteReference(element: Element): number | null {
  if (!hasClass(element, 'footnote-ref')) return null;
  const [link] = element.children;
  return link?.type === 'element' ? numberIn(link.properties['id']) : null;
}

/** The number in the id of a note or of a reference to it. */
export function numberIn(id: unknown): number | null {
  const number = /^user-content-fn(?:ref)?(\d+)$/.exec(String(id ?? ''))?.[1];
  return number === undefined ? null : Number(number);
}

/** True for an element of this class. */
export function hasClass(element: Element, name: string): boolean {
  const { className } = element.properties;
  return Array.isArray(className) && className.includes(name);
}
