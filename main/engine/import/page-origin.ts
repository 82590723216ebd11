import type { Root } from 'hast';
import { stripArchivePrefix } from './archive-links.ts';
import { attribute, elementsOf, textOf } from './tree-text.ts';

/** What a page says about itself outside of its content. */
export interface PageOrigin {
  readonly title: string;
  /** The address it was saved from, http or https; absent when it does not say. */
  readonly url?: string;
}

/** What browsers write at the head of a page they save: <!-- saved from url=(0034)https://… --> */
const SAVED_FROM = /saved from url=\(\d+\)(https?:\/\/\S+)/;

/** Reads title and address: what the browser noted when saving, then the canonical link and og:url. */
export function readPageOrigin(tree: Root): PageOrigin {
  let title = '';
  let declared = '';
  for (const element of elementsOf(tree)) {
    if (element.tagName === 'title' && !title) title = textOf(element).replace(/\s+/gu, ' ').trim();
    if (element.tagName === 'link' && attribute(element, 'rel').split(' ').includes('canonical'))
      declared ||= attribute(element, 'href');
    if (element.tagName === 'meta' && attribute(element, 'property') === 'og:url')
      declared ||= attribute(element, 'content');
  }
  const url = webAddress(savedFrom(tree) ?? declared);
  return url ? { title, url } : { title };
}

function savedFrom(tree: Root): string | undefined {
  for (const node of tree.children) {
    const match = node.type === 'comment' ? SAVED_FROM.exec(node.value) : null;
    if (match) return match[1];
  }
  return undefined;
}

function webAddress(text: string): string | null {
  const address = stripArchivePrefix(text);
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : null;
}
