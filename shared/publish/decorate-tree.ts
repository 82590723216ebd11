import type { Element, ElementContent, Root } from 'hast';
import { type AnchoredHeading, conventionalAnchors, headingAnchors } from './anchors.ts';
import { type LinkRules, LONE_PAGE, publishedAddress } from './link-rules.ts';
import { safePictureAddress } from './safe-address.ts';

/** A heading of a published page: `level` is the one shown (no level is skipped), `written` the one in the text. */
export interface PublishedHeading {
  readonly level: number;
  readonly written: number;
  readonly text: string;
  readonly anchor: string;
}

export interface DecorateOptions {
  /** Ids that the page around the text uses. */
  readonly reserved?: readonly string[];
  /** The level of the outermost headings: 2 where the page brings a title of its own. */
  readonly topLevel?: 1 | 2;
  /** What becomes of links that name no web address. */
  readonly links?: LinkRules;
}

/**
 * Makes a sanitised tree fit to be read: anchors on headings, levels without gaps, safe links, scopes on table heads, pictures
 * from elsewhere replaced by their description. Changes the tree in place and returns its headings in order.
 */
export function decorateTree(tree: Root, options: DecorateOptions = {}): PublishedHeading[] {
  const elements = [...walkElements(tree)];
  const headings = decorateHeadings(elements, options);
  const context = { fragments: fragmentTargets(elements, headings), links: options.links ?? LONE_PAGE };
  for (const element of elements) decorators[element.tagName]?.(element, context);
  dropRepeatedIds(elements);
  wrapTables(tree);
  return headings;
}

/** True where the text brings the page's title: its first heading is the only one of level 1. Read before the tree is decorated. */
export function hasOwnTitle(tree: Root): boolean {
  const [first, ...rest] = [...walkElements(tree)].filter(
    (element) => /^h[1-6]$/.test(element.tagName) && textOf(element).trim() !== '',
  );
  return first?.tagName === 'h1' && rest.every(({ tagName }) => tagName !== 'h1');
}

/** The visible characters of a node and everything in it. */
export function textOf(node: Root | ElementContent | Root['children'][number]): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

interface DecorateContext {
  /** Ids that links inside the document lead to, by what they call them. */
  readonly fragments: ReadonlyMap<string, string>;
  readonly links: LinkRules;
}

type Decorator = (element: Element, context: DecorateContext) => void;

const decorators: Readonly<Record<string, Decorator>> = {
  a: decorateLink,
  img: decoratePicture,
  th: decorateHeadCell,
  details: decorateDisclosure,
  section: decorateNotes,
  span: decorateTaskMark,
};

function decorateHeadings(elements: readonly Element[], options: DecorateOptions): PublishedHeading[] {
  const found: Element[] = [];
  for (const element of elements) {
    if (!/^h[1-6]$/.test(element.tagName)) continue;
    if (textOf(element).trim() === '') element.tagName = 'p';
    else found.push(element);
  }
  const written: AnchoredHeading[] = found.map((element) => ({
    level: Number(element.tagName[1]),
    text: textOf(element).replace(/\s+/g, ' ').trim(),
  }));
  const anchors = headingAnchors(written, options.reserved);
  const levels = levelsWithoutGaps(written, options.topLevel ?? 1);
  return found.map((element, index) => {
    const level = levels[index] ?? 1;
    const anchor = anchors[index] ?? '';
    element.tagName = `h${level}`;
    element.properties['id'] = anchor;
    return { level, written: written[index]?.level ?? level, text: written[index]?.text ?? '', anchor };
  });
}

function levelsWithoutGaps(headings: readonly AnchoredHeading[], top: number): number[] {
  const open: number[] = [];
  return headings.map(({ level }) => {
    while ((open.at(-1) ?? 0) >= level) open.pop();
    open.push(level);
    return Math.min(top + open.length - 1, 6);
  });
}

/** Where links inside the document lead: by our anchors, by GitHub's, and by ids that the text itself brings. */
function fragmentTargets(
  elements: readonly Element[],
  headings: readonly PublishedHeading[],
): ReadonlyMap<string, string> {
  const targets = new Map<string, string>();
  for (const element of elements) {
    const own = element.properties['id'] ?? element.properties['name'];
    if (typeof own === 'string' && own.startsWith('user-content-')) targets.set(own.slice(13), own);
  }
  const conventional = conventionalAnchors(headings.map(({ written, text }) => ({ level: written, text })));
  for (const [index, heading] of headings.entries()) targets.set(conventional[index] ?? '', heading.anchor);
  for (const heading of headings) targets.set(heading.anchor, heading.anchor);
  return targets;
}

function decorateLink(element: Element, { fragments, links }: DecorateContext): void {
  const { href, name } = element.properties;
  if (typeof name === 'string') {
    element.properties['id'] ??= name;
    delete element.properties['name'];
  }
  if (typeof href !== 'string') return;
  const address = href.startsWith('#') ? fragmentAddress(href, fragments) : publishedAddress(href, links);
  if (address === null) {
    delete element.properties['href'];
    return;
  }
  element.properties['href'] = address;
  const { className } = element.properties;
  if (Array.isArray(className) && className.includes('footnote-back'))
    element.properties['ariaLabel'] = `Back to the text at ${address.slice('#user-content-fnref'.length)}`;
  if (/^https?:/i.test(address)) element.properties['rel'] = ['noopener'];
  if (textOf(element).trim() === '' && !hasPicture(element)) nameEmptyLink(element, address);
}

/** Marks that tools set beside headings lose their link; a link to elsewhere is kept and named for those who cannot see it. */
function nameEmptyLink(element: Element, address: string): void {
  if (address.startsWith('#')) delete element.properties['href'];
  else element.properties['ariaLabel'] = address;
}

function fragmentAddress(href: string, fragments: ReadonlyMap<string, string>): string {
  const target = fragments.get(decodeFragment(href.slice(1)));
  return target === undefined ? href : `#${encodeURIComponent(target)}`;
}

function decodeFragment(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment; // not an encoding: taken as written
  }
}

function hasPicture(element: Element): boolean {
  return element.children.some((child) => child.type === 'element' && child.tagName === 'img');
}

function decoratePicture(element: Element): void {
  const { src, alt } = element.properties;
  const description = typeof alt === 'string' ? alt : '';
  const address = typeof src === 'string' ? safePictureAddress(src) : null;
  if (address) {
    element.properties = { src: address, alt: description };
    return;
  }
  element.tagName = 'span';
  element.properties = { className: ['picture-left-out'] };
  element.children = description ? [{ type: 'text', value: description }] : [];
}

function decorateHeadCell(element: Element): void {
  if (textOf(element).trim() === '') element.tagName = 'td';
  else element.properties['scope'] ??= 'col';
}

/** A closed disclosure would be missing from print and from a page read from top to bottom. */
function decorateDisclosure(element: Element): void {
  const titled = element.children.some((child) => child.type === 'element' && child.tagName === 'summary');
  if (titled) element.properties['open'] = true;
  else element.tagName = 'div';
}

/** The notes at the end are a landmark of their own (DPUB-ARIA 1.1). */
function decorateNotes(element: Element): void {
  const { className } = element.properties;
  if (Array.isArray(className) && className.includes('footnotes'))
    element.properties = { className, role: 'doc-endnotes', ariaLabel: 'Notes' };
}

function decorateTaskMark(element: Element): void {
  const { className } = element.properties;
  if (!Array.isArray(className) || !/^task-(?:done|open)$/.test(String(className[0]))) return;
  const done = className[0] === 'task-done';
  element.properties = { className, role: 'img', ariaLabel: done ? 'Done' : 'Open' };
  element.children = [{ type: 'text', value: done ? '☑' : '☐' }];
}

function dropRepeatedIds(elements: readonly Element[]): void {
  const seen = new Set<unknown>();
  for (const { properties } of elements) {
    const id = properties['id'];
    if (id === undefined) continue;
    if (seen.has(id)) delete properties['id'];
    seen.add(id);
  }
}

/** A wide table scrolls by itself, and by keyboard, instead of widening the page. */
function wrapTables(parent: Root | Element): void {
  for (const [index, child] of parent.children.entries()) {
    if (child.type !== 'element') continue;
    if (child.tagName !== 'table') {
      wrapTables(child);
      continue;
    }
    parent.children[index] = {
      type: 'element',
      tagName: 'div',
      properties: { className: ['table-frame'], role: 'group', ariaLabel: 'Table', tabIndex: 0 },
      children: [child],
    };
  }
}

function* walkElements(parent: Root | Element): Generator<Element> {
  for (const child of parent.children) {
    if (child.type !== 'element') continue;
    yield child;
    yield* walkElements(child);
  }
}
