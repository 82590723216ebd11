import GithubSlugger from 'github-slugger';
import type { LinkInline } from '../../markdown/document.ts';
import { linksOf } from '../../structure/links.ts';
import type { Reading } from '../../structure/reading.ts';
import type { Problem, Rule } from '../rule.ts';
import { quote } from '../text-search.ts';

/** A link within the document that leads to no heading. */
export const deadAnchor: Rule = {
  name: 'dead-anchor',
  title: 'Links to headings that do not exist',
  find: ({ reading, inspection, document }) => {
    const permalinks = linksOf(reading).filter((link) => isPermalink(link, reading));
    const slugger = new GithubSlugger();
    const slugs = new Map(
      inspection.sections.map(({ heading }) => [anchorKey(slugger.slug(heading)), heading]),
    );
    for (const [, id = ''] of document.text.matchAll(/\s(?:id|name)=["']([^"']+)["']/gi))
      slugs.set(anchorKey(id), id);
    for (const { href } of permalinks) slugs.set(anchorKey(href.slice(1)), href);
    for (const [, id = ''] of document.text.matchAll(/\{#([\w-]+)\}/g)) slugs.set(anchorKey(id), id);
    const anchors = linksOf(reading).filter(
      (link) =>
        link.href.startsWith('#') &&
        link.href.length > 1 &&
        link.href !== '#top' &&
        !isPermalink(link, reading),
    );
    const dead = anchors.filter(({ href }) => !slugs.has(anchorKey(href.slice(1))));
    const [first] = dead;
    if (first && dead.length >= MANY && dead.length > anchors.length / 2)
      return [lostAnchors(first, dead.length)];
    return dead.map(
      (link): Problem => ({
        range: { from: link.from, to: link.to },
        severity: 'error',
        message: `The link leads to ${quote(link.href)}, but no heading of this document has that name.`,
        fix: { label: 'Link to an existing heading.' },
      }),
    );
  },
};

/** `## [](#data)Data`: a heading's link to itself, left by the page; it tells the name that others link to. */
function isPermalink(link: LinkInline, { headings }: Reading): boolean {
  if (!link.href.startsWith('#') || link.children.length > 0) return false;
  return headings.some(({ range }) => range.from <= link.from && link.to <= range.to);
}

/** From this many dead links on, it is not the links that are wrong. */
const MANY = 5;

/** A text taken from a web page keeps the links and loses the names they lead to. */
function lostAnchors(first: LinkInline, count: number): Problem {
  return {
    range: { from: first.from, to: first.to },
    severity: 'warning',
    message: `${count} links within the document lead to names that no heading has, as on the web page the text was taken from.`,
    fix: { label: 'Link to the headings of this document.' },
  };
}

/** Sites number and punctuate anchors in their own ways; letters and digits are what counts. */
function anchorKey(anchor: string): string {
  return decodeSafely(anchor)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

function decodeSafely(anchor: string): string {
  try {
    return decodeURIComponent(anchor);
  } catch {
    return anchor; // a stray percent sign is part of the name
  }
}
