import type { Element, ElementContent, Root } from 'hast';
import type { FootnoteDefinition, FootnoteReference } from 'mdast';
import type { Options } from 'rehype-remark';
import { attribute, elementsOf, textOf } from './tree-text.ts';

type Parent = Root | Element;
type State = Parameters<NonNullable<NonNullable<Options['handlers']>[string]>>[0];

const REFERENCE = 'footnote-reference';
const DEFINITION = 'footnote-definition';
/** Signs for "back to the text". */
const BACK = /^[\s[\]]*(?:↩|↑|\^|⏎|⤴|back|return)?(?:[\s\]]|\uFE0E)*$/iu;
const MARK = /^\s*[[(]?\s*(?:\d{1,3}|\*{1,3}|†|‡|[a-z]|[ivx]{1,5})\s*[\])]?\s*$/iu;

/**
 * Finds footnotes: a short mark that links to an item or paragraph, which links back to the mark or is in the section of footnotes. Both
 * get names of their own, which `footnoteHandlers` turn into Markdown's footnotes. Changes the tree.
 */
export function nameFootnotes(root: Root): void {
  const byId = new Map<string, Element>();
  const parents = new Map<Element, Parent>();
  note(root, byId, parents);
  const numbers = new Map<Element, number>();
  for (const link of [...elementsOf(root)]) {
    if (link.tagName !== 'a' || !MARK.test(textOf(link))) continue;
    const target = byId.get(fragment(link));
    const definition = target ? bodyOf(target, parents) : null;
    if (!definition || !linksBack(definition, link, parents)) continue;
    const number = numbers.get(definition) ?? numbers.size + 1;
    numbers.set(definition, number);
    asReference(link, number, parents);
  }
  for (const [definition, number] of numbers) moveDefinition(root, definition, number, parents);
}

function note(parent: Parent, byId: Map<string, Element>, parents: Map<Element, Parent>): void {
  for (const child of parent.children) {
    if (child.type !== 'element') continue;
    parents.set(child, parent);
    const id = attribute(child, 'id') || (child.tagName === 'a' ? attribute(child, 'name') : '');
    if (id && !byId.has(id)) byId.set(id, child);
    note(child, byId, parents);
  }
}

function fragment(link: Element): string {
  const href = attribute(link, 'href');
  return href.startsWith('#') ? href.slice(1) : '';
}

/** The item or paragraph that an anchor stands for. */
function bodyOf(target: Element, parents: ReadonlyMap<Element, Parent>): Element | null {
  let at: Parent | undefined = target;
  for (let steps = 0; at?.type === 'element' && steps < 4; steps++) {
    if (/^(?:li|p|dd|div|aside)$/.test(at.tagName)) return at;
    at = parents.get(at);
  }
  return null;
}

function linksBack(definition: Element, link: Element, parents: ReadonlyMap<Element, Parent>): boolean {
  const ids = new Set<string>();
  let at: Parent | undefined = link;
  for (let steps = 0; at?.type === 'element' && steps < 3; steps++) {
    ids.add(attribute(at, 'id'));
    for (const child of at.children) if (child.type === 'element') ids.add(attribute(child, 'id'));
    at = parents.get(at);
  }
  ids.delete('');
  const inside = [...elementsOf(definition)];
  return !inside.includes(link) && inside.some((back) => back.tagName === 'a' && ids.has(fragment(back)));
}

/** The mark, and a superscript that holds nothing else, become the reference. */
function asReference(link: Element, number: number, parents: ReadonlyMap<Element, Parent>): void {
  const parent = parents.get(link);
  const around =
    parent?.type === 'element' && parent.tagName === 'sup' && textOf(parent).trim() === textOf(link).trim()
      ? parent
      : link;
  around.tagName = REFERENCE;
  around.properties = { number };
  around.children = [];
}

/** Takes the links back out of a footnote and puts it at the end of the text. */
function moveDefinition(
  root: Root,
  definition: Element,
  number: number,
  parents: ReadonlyMap<Element, Parent>,
): void {
  dropBackLinks(definition);
  removeFrom(parents.get(definition), definition, parents);
  root.children.push({
    type: 'element',
    tagName: DEFINITION,
    properties: { number },
    children: definition.children,
  });
}

function dropBackLinks(parent: Element): void {
  parent.children = parent.children.filter(
    (child) =>
      child.type !== 'element' ||
      child.tagName !== 'a' ||
      fragment(child) === '' ||
      !(BACK.test(textOf(child)) || MARK.test(textOf(child))),
  );
  for (const child of parent.children) if (child.type === 'element') dropBackLinks(child);
}

/** A list or section that held only footnotes goes with the last of them. */
function removeFrom(parent: Parent | undefined, child: Element, parents: ReadonlyMap<Element, Parent>): void {
  if (!parent) return;
  parent.children = (parent.children as ElementContent[]).filter((other) => other !== child);
  if (parent.type === 'element' && /^(?:ol|ul|section)$/.test(parent.tagName) && textOf(parent).trim() === '')
    removeFrom(parents.get(parent), parent, parents);
}

/** How rehype-remark writes what `nameFootnotes` named. */
export const footnoteHandlers = {
  [REFERENCE]: (_state: State, node: Element): FootnoteReference => {
    const identifier = attribute(node, 'number');
    return { type: 'footnoteReference', identifier, label: identifier };
  },
  [DEFINITION]: (state: State, node: Element): FootnoteDefinition => {
    const identifier = attribute(node, 'number');
    const children = state.toFlow(state.all(node)) as FootnoteDefinition['children'];
    return { type: 'footnoteDefinition', identifier, label: identifier, children };
  },
};
