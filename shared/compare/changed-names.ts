import type { MarkdownDocument } from '../markdown/document.ts';
import { TOKEN_PATTERN } from '../model/text.ts';
import { findLegalNames } from '../structure/legal-names.ts';
import { makeReading } from '../structure/reading.ts';
import { readVendorLists } from '../structure/vendors-in-lists.ts';
import { readVendorProse } from '../structure/vendors-in-prose.ts';
import { readVendorTables } from '../structure/vendors-in-tables.ts';
import type { Signal } from './comparison.ts';
import type { Definition } from './definitions.ts';
import type { ReadText } from './read-text.ts';

/** A name that a change may touch, as the words it is written with. */
export interface ChangedName {
  readonly words: readonly string[];
  readonly signal: Signal;
}

/** Changed characters up to which prose is searched for vendors: a long section. */
const PROSE_LIMIT = 6_000;

/** Names by their first word. */
export type NameIndex = ReadonlyMap<string, readonly ChangedName[]>;

/**
 * Finds what the texts name: terms that either of them defines, and the vendors and parties named where they differ. `touched`
 * says whether a stretch of A or B has changed; the rest of the texts is not read for vendors, which takes longest.
 */
export function indexNames(
  sides: readonly {
    side: ReadText;
    definitions: readonly Definition[];
    touched: (from: number, to: number) => boolean;
  }[],
): NameIndex {
  const names = new Map<string, ChangedName>();
  const add = (name: string, signal: Signal): void => {
    const words = name.match(TOKEN_PATTERN) ?? [];
    if (words.length > 0) names.set(`${signal} ${name}`, { words, signal });
  };
  for (const { side, definitions, touched } of sides) {
    const terms = definitions.map(({ term }) => term);
    for (const term of terms) if (/^\p{Lu}.|^.* \p{Lu}/u.test(term)) add(term, 'term');
    const part = changedPart(side.document, touched);
    const own = new Set(terms.map((term) => term.toLowerCase()));
    for (const name of vendorsIn(part, own)) add(name, 'vendor');
    for (const block of part.blocks)
      for (const { name } of findLegalNames(side.text.slice(block.from, block.to))) add(name, 'party');
  }
  return indexByFirstWord(names.values());
}

/** Vendors of tables and lists, and of prose too where little has changed: in a rewritten policy prose takes longer than all else. */
function vendorsIn(part: MarkdownDocument, own: ReadonlySet<string>): string[] {
  const reading = makeReading(part);
  const size = part.blocks.reduce((sum, { kind, from, to }) => sum + (kind === 'heading' ? 0 : to - from), 0);
  const listed = [...readVendorTables(reading).flatMap(({ rows }) => rows), ...readVendorLists(reading)];
  const said = size <= PROSE_LIMIT ? readVendorProse(reading, own) : [];
  return [...listed.map(({ vendor }) => vendor), ...said].map(({ name }) => name);
}

/** The document's headings and those of its outermost blocks that have changed. */
function changedPart(
  document: MarkdownDocument,
  touched: (from: number, to: number) => boolean,
): MarkdownDocument {
  const blocks = document.blocks.filter(({ kind, from, to }) => kind === 'heading' || touched(from, to));
  return { text: document.text, blocks };
}

function indexByFirstWord(names: Iterable<ChangedName>): NameIndex {
  const index = new Map<string, ChangedName[]>();
  for (const name of names) {
    const first = name.words[0] ?? '';
    const list = index.get(first);
    if (list) list.push(name);
    else index.set(first, [name]);
  }
  return index;
}
