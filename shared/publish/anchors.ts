import GithubSlugger, { slug as githubSlug } from 'github-slugger';

/** A heading as far as its anchor depends on it. `level` is 1 to 6. */
export interface AnchoredHeading {
  readonly level: number;
  readonly text: string;
}

/** Numbering that shifts when a section is added elsewhere: `3.`, `3.1`, `(a)`, `IV.`, `Section 4:`, `Article 5`. */
const NUMBERING =
  /^\s*(?:(?:section|article|part|clause|annex|appendix|chapter)\s+)?(?:\(?\d+(?:\.\d+)+[.):]*|\(?(?:\d+|[a-z]|[ivxlc]+)[.):]+|\d{1,2}(?=\s))[\s:.–—-]*/i;

/**
 * Gives each heading its fragment id. Ids come from the heading's own words without numbering, so that they survive edits
 * elsewhere; headings with the same words are told apart by the headings above them before a counter is used. `reserved` ids
 * are never given.
 */
export function headingAnchors(
  headings: readonly AnchoredHeading[],
  reserved: readonly string[] = [],
): string[] {
  const taken = new Set(reserved);
  const counters = new Map<string, number>();
  const above: { level: number; slug: string }[] = [];
  return headings.map((heading) => {
    while ((above.at(-1)?.level ?? 0) >= heading.level) above.pop();
    const own = headingSlug(heading.text);
    const anchor = firstFree(candidates(own, above, counters), taken);
    taken.add(anchor);
    above.push({ level: heading.level, slug: own });
    return anchor;
  });
}

/** The fragments that GitHub and most Markdown tools would give the same headings, for links that authors wrote for those. */
export function conventionalAnchors(headings: readonly AnchoredHeading[]): string[] {
  const slugger = new GithubSlugger();
  return headings.map((heading) => slugger.slug(heading.text));
}

function headingSlug(text: string): string {
  return slugOf(text.replace(NUMBERING, '')) || slugOf(text) || 'section';
}

function slugOf(text: string): string {
  return githubSlug(text.normalize('NFC').trim())
    .replace(/-{2,}/g, '-')
    .replace(/^-+|-+$/g, '');
}

function* candidates(
  own: string,
  above: readonly { slug: string }[],
  counters: Map<string, number>,
): Generator<string> {
  yield own;
  let path = own;
  for (const parent of above.toReversed()) {
    path = `${parent.slug}-${path}`;
    yield path;
  }
  for (let number = counters.get(own) ?? 2; ; number++) {
    counters.set(own, number + 1);
    yield `${own}-${number}`;
  }
}

function firstFree(names: Iterable<string>, taken: ReadonlySet<string>): string {
  for (const name of names) if (!taken.has(name)) return name;
  throw new Error('An endless list of names came to an end');
}
