import type { Element, Root } from 'hast';
import type { Diagnostic } from '../../../shared/model/diagnostic.ts';
import { countWords } from '../../../shared/model/text.ts';
import { removeFurniture } from './page-furniture.ts';
import { attribute, elementsOf, removeElements, textOf } from './tree-text.ts';

/** A `main` or `article` with less than this share of the page's words is not what the page is about. */
const MIN_SHARE = 0.3;
/** What the Wayback Machine adds to a page. */
const ARCHIVE_IDS = new Set(['wm-ipp', 'wm-ipp-base', 'wm-ipp-print', 'donato']);
const AROUND_TAGS = new Set(['nav', 'footer', 'aside']);
const AROUND_ROLES = new Set(['navigation', 'contentinfo', 'complementary', 'search', 'banner']);

/**
 * The part of a page that is its text: `main`, else the largest `article`, else the body without navigation, side bars and footer. What is
 * left out is reported with its number of words, so that nothing gets lost without a word.
 */
export function findMainContent(tree: Root, diagnostics: Diagnostic[]): Root | Element {
  removeArchiveParts(tree);
  const body = [...elementsOf(tree)].find(({ tagName }) => tagName === 'body') ?? tree;
  const total = countWords(textOf(body));
  const main = largest(
    body,
    ({ tagName, properties }) => tagName === 'main' || properties['role'] === 'main',
  );
  const content =
    atLeast(main, total) ??
    atLeast(
      largest(body, ({ tagName }) => tagName === 'article'),
      total,
    ) ??
    body;
  removeAround(content);
  removeFurniture(content);
  const left = total - countWords(textOf(content));
  if (left > 0)
    diagnostics.push({
      severity: 'info',
      message: `${left} of ${total} words around the text (navigation, side bars, footer) were left out.`,
    });
  return content;
}

function largest(within: Root | Element, matches: (element: Element) => boolean): Element | null {
  let best: Element | null = null;
  let length = 0;
  for (const element of elementsOf(within)) {
    if (!matches(element)) continue;
    const size = textOf(element).length;
    if (size > length) [best, length] = [element, size];
  }
  return best;
}

function atLeast(element: Element | null, total: number): Element | null {
  return element && countWords(textOf(element)) >= total * MIN_SHARE ? element : null;
}

function removeArchiveParts(tree: Root): void {
  removeElements(tree, (element) => ARCHIVE_IDS.has(attribute(element, 'id')));
}

/** A header stays: it often holds the title and the date. A page's own banner goes, unless it has a heading. */
function removeAround(content: Root | Element): void {
  removeElements(content, (element) => {
    if (element === content) return false;
    const role = attribute(element, 'role');
    if (AROUND_TAGS.has(element.tagName) || AROUND_ROLES.has(role)) return !hasTitle(element);
    return element.tagName === 'header' && !hasTitle(element) && countWords(textOf(element)) < 200;
  });
}

function hasTitle(element: Element): boolean {
  for (const inner of elementsOf(element)) if (inner.tagName === 'h1') return true;
  return false;
}
