import type { Element, Root } from 'hast';
import { countWords } from '../../../shared/model/text.ts';
import { attribute, elementsOf, removeElements, textOf } from './tree-text.ts';

/** Consent dialogs by the names that their makers and most pages give them. */
const CONSENT =
  /onetrust|cookiebot|usercentrics|didomi|osano|truste|cc-window|(?:cookie|consent|gdpr)s?[-_]*(?:banner|bar|notice|popup|modal|dialog|overlay|prompt|toast|wall)/i;
/** What most pages call their navigation. */
const NAVIGATION =
  /(?:^|[-_\s])(?:bread-?crumbs?|side-?bar|side-?nav|toc|table-of-contents|menu|nav|navbar|navigation|skip-?(?:link|nav|to)?|share|social|related|pagination)(?:$|[-_\s])/i;
/** A consent dialog is short; a cookie policy is not. */
const MAX_CONSENT_WORDS = 400;
const MAX_SHARE = 0.3;
/** Navigation is mostly links. */
const MIN_LINKED = 0.5;

/** Takes consent dialogs and navigation that has no element of its own out of a page. Changes the tree. */
export function removeFurniture(page: Root | Element): void {
  const total = countWords(textOf(page));
  removeElements(page, (element) => element !== page && (isConsent(element, total) || isNavigation(element)));
}

function isConsent(element: Element, total: number): boolean {
  if (!CONSENT.test(namesOf(element))) return false;
  const words = countWords(textOf(element));
  return words <= MAX_CONSENT_WORDS && words <= total * MAX_SHARE && !hasTitle(element);
}

function isNavigation(element: Element): boolean {
  if (!/^(?:div|ul|ol|section|p|a)$/.test(element.tagName) || !NAVIGATION.test(namesOf(element)))
    return false;
  if (element.tagName === 'a') return attribute(element, 'href').startsWith('#');
  const words = countWords(textOf(element));
  const linked = [...elementsOf(element)].filter(({ tagName }) => tagName === 'a');
  const inLinks = linked.reduce((sum, link) => sum + countWords(textOf(link)), 0);
  return inLinks >= words * MIN_LINKED && !hasTitle(element);
}

function namesOf(element: Element): string {
  return ['id', 'className', 'ariaLabel'].map((name) => attribute(element, name)).join(' ');
}

function hasTitle(element: Element): boolean {
  return [...elementsOf(element)].some(({ tagName }) => tagName === 'h1');
}
