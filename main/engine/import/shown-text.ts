import type { Element, ElementContent, Root } from 'hast';
import { attribute, elementsOf, textOf } from './tree-text.ts';

type Parent = Root | Element;

/** A soft hyphen and a place to break a line are no letters. */
const INVISIBLE = /[\u00AD\u200B\u2060\uFEFF]/g;
/** A space that only keeps words together, unless it stands before or after a sign that French sets apart. */
const NO_BREAK = /(?<![«\u00a0\u202f])[\u00a0](?![»;:!?%\u00a0])/g;
const HEADING = /^(?:h[1-6]|summary|dt)$/;

/** Lets a tree hold the words that a reader of the page sees: of accordions, of addresses hidden from robots, without invisible signs. Changes it. */
export function showText(root: Root | Element): void {
  unwrapButtons(root, false);
  for (const element of elementsOf(root)) {
    if (element.tagName === 'a' || element.tagName === 'span') revealAddress(element);
    for (const child of element.children)
      if (child.type === 'text') child.value = child.value.replace(INVISIBLE, '').replace(NO_BREAK, ' ');
  }
}

/** The head of an accordion is a button: its words are the question that the text below answers. */
function unwrapButtons(parent: Parent, inHeading: boolean): void {
  parent.children = (parent.children as ElementContent[]).flatMap((child): ElementContent[] => {
    if (child.type !== 'element') return [child];
    unwrapButtons(child, inHeading || HEADING.test(child.tagName));
    if (child.tagName !== 'button' || textOf(child).trim() === '') return [child];
    if (inHeading) return child.children;
    const opens = attribute(child, 'ariaExpanded') !== '' || attribute(child, 'ariaControls') !== '';
    return opens && countsAsText(child) ? [{ ...child, tagName: 'p', properties: {} }] : [child];
  });
}

/** "Menu" and "More" open something else than an answer. */
function countsAsText(button: Element): boolean {
  return textOf(button).trim().split(/\s+/u).length >= 2;
}

/** Cloudflare hides e-mail addresses as numbers, each letter changed by the first one, until a script shows them. */
function revealAddress(element: Element): void {
  const linked = /\/cdn-cgi\/l\/email-protection#([0-9a-f]{6,})$/i.exec(attribute(element, 'href'))?.[1];
  const hidden = [...elementsOf(element)]
    .map((inner) => attribute(inner, 'dataCfemail'))
    .find((code) => code !== '');
  const code = hidden ?? linked;
  const address = code === undefined ? '' : decodeAddress(code);
  if (!/^[^\s@]+@[^\s@]+$/.test(address)) return;
  if (hidden !== undefined) element.children = [{ type: 'text', value: address }];
  if (element.tagName === 'a') element.properties['href'] = `mailto:${address}`;
}

function decodeAddress(code: string): string {
  const bytes = (code.match(/[0-9a-f]{2}/gi) ?? []).map((pair) => Number.parseInt(pair, 16));
  const [key = 0, ...letters] = bytes;
  return String.fromCharCode(...letters.map((byte) => byte ^ key));
}
