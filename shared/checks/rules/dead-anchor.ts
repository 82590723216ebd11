import GithubSlugger from 'github-slugger';
import { linksOf } from '../../structure/links.ts';
import type { Problem, Rule } from '../rule.ts';
import { quote } from '../text-search.ts';

/** A link within the document that leads to no heading. */
export const deadAnchor: Rule = {
  name: 'dead-anchor',
  title: 'Links to headings that do not exist',
  find: ({ reading, inspection, document }) => {
    const slugger = new GithubSlugger();
    const slugs = new Map(
      inspection.sections.map(({ heading }) => [anchorKey(slugger.slug(heading)), heading]),
    );
    for (const [, id = ''] of document.text.matchAll(/\s(?:id|name)=["']([^"']+)["']/gi))
      slugs.set(anchorKey(id), id);
    for (const [, id = ''] of document.text.matchAll(/\{#([\w-]+)\}/g)) slugs.set(anchorKey(id), id);
    return linksOf(reading).flatMap((link): Problem[] => {
      const anchor = /^#(.+)$/.exec(link.href)?.[1];
      if (!anchor || anchor === 'top' || slugs.has(anchorKey(anchor))) return [];
      return [
        {
          range: { from: link.from, to: link.to },
          severity: 'error',
          message: `The link leads to ${quote(`#${anchor}`)}, but no heading of this document has that name.`,
          fix: { label: 'Link to an existing heading.' },
        },
      ];
    });
  },
};

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
