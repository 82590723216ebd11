import GithubSlugger from 'github-slugger';
import type { Element, Root } from 'hast';
import type { Diagnostic } from '../../../shared/model/diagnostic.ts';
import { sayCount } from './say-count.ts';
import { attribute, elementsOf, textOf } from './tree-text.ts';

const HEADING = /^h[1-6]$/;

/**
 * Lets links within a document lead to headings by the anchors that Markdown gives them: ids of pages and bookmarks of Word are gone there. An
 * id right before a heading, in it, or of the part that it begins means the heading. Changes the tree.
 */
export function linkToHeadings(root: Root, diagnostics: Diagnostic[]): void {
  const anchors = headingAnchors(root);
  let lost = 0;
  for (const link of elementsOf(root)) {
    const href = attribute(link, 'href');
    if (link.tagName !== 'a' || !href.startsWith('#') || href.length < 2) continue;
    const anchor = anchors.get(href.slice(1)) ?? anchors.get(decoded(href.slice(1)));
    if (anchor !== undefined) link.properties['href'] = `#${anchor}`;
    else lost += 1;
  }
  if (lost > 0)
    diagnostics.push({
      severity: 'info',
      message: sayCount(
        lost,
        'link leads to a place in the text that is no heading; Markdown has no name for it.',
        'links lead to places in the text that are no headings; Markdown has no names for them.',
      ),
    });
}

/** The anchor of each id's heading. */
function headingAnchors(root: Root): ReadonlyMap<string, string> {
  const slugger = new GithubSlugger();
  const anchors = new Map<string, string>();
  let waiting: string[] = [];
  let anchor = '';
  let inside = new Set<Element>();
  for (const element of elementsOf(root)) {
    const id = attribute(element, 'id') || (element.tagName === 'a' ? attribute(element, 'name') : '');
    if (HEADING.test(element.tagName)) {
      inside = new Set(elementsOf(element));
      anchor = slugger.slug(textOf(element).replace(/\s+/gu, ' ').trim());
      for (const known of [...waiting, id]) if (known) anchors.set(known, anchor);
      waiting = [];
    } else if (inside.has(element)) {
      if (id) anchors.set(id, anchor);
    } else if (hasOwnText(element)) waiting = [];
    else if (id) waiting.push(id);
  }
  return anchors;
}

/** Text of its own stands between an id and a heading: the id means that text. */
function hasOwnText({ children }: Element): boolean {
  return children.some((child) => child.type === 'text' && child.value.trim() !== '');
}

function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch (error) {
    if (!(error instanceof URIError)) throw error;
    return fragment;
  }
}
