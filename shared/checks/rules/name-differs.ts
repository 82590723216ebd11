import type { TextRange } from '../../model/text.ts';
import { nameKey } from '../../structure/vendor-names.ts';
import type { CheckContext, Problem, Rule } from '../rule.ts';
import { escapePattern, findInText, type Hit, quote } from '../text-search.ts';

/** A name that the policy itself lists, and where. */
interface ListedName {
  readonly name: string;
  readonly line: number;
  readonly range: TextRange;
}

/** Longer items are descriptions. */
const LONGEST_NAME_WORDS = 7;
/** Words that may have crept into a name. */
const INSERTED = '(?:\\s\\p{Lu}[\\p{L}\\d]*){0,2}';

/** A product or vendor that is called otherwise than in the list or table that names it. */
export const nameDiffers: Rule = {
  name: 'name-differs',
  title: 'Names that differ from the list that gives them',
  find: (context) => {
    const listed = [...listedProducts(context), ...listedVendors(context)];
    const known = new Set(listed.map(({ name }) => name));
    const problems = new Map<number, Problem>();
    for (const entry of listed)
      for (const hit of findVariants(context, entry))
        if (!known.has(hit.words) && !problems.has(hit.range.from))
          problems.set(hit.range.from, toProblem(entry, hit));
    return [...problems.values()];
  },
};

function toProblem({ name, line }: ListedName, { words, range }: Hit): Problem {
  return {
    range,
    severity: 'warning',
    message: `${quote(words)} is listed as ${quote(name)} in line ${line}.`,
    fix: { label: `Write ${quote(name)}.`, edits: [{ ...range, insert: name }] },
  };
}

/** The items of the lists that follow a definition ("We define the following as our “Services”:"). */
function listedProducts({ inspection, reading }: CheckContext): ListedName[] {
  const names: ListedName[] = [];
  let defining = false;
  for (const passage of reading.passages) {
    if (!passage.item) {
      defining = inspection.definedTerms.some(
        ({ range }) => passage.range.from <= range.from && range.to <= passage.range.to,
      );
      continue;
    }
    const name = passage.plain.text.trim().replace(/[.;,]$/, '');
    const words = name.split(/\s+/);
    if (!defining || words.length < 2 || words.length > LONGEST_NAME_WORDS || !isName(words)) continue;
    names.push({ name, line: passage.line, range: passage.range });
  }
  return names;
}

function isName(words: readonly string[]): boolean {
  return (
    words.every((word) => /^[\p{Lu}\d]|\./u.test(word) || /^(?:for|of|and|the|by|to)$/.test(word)) &&
    /^\p{Lu}/u.test(words[0] ?? '')
  );
}

function listedVendors({ inspection }: CheckContext): ListedName[] {
  return inspection.vendors
    .filter(({ name }) => /\p{Lu}/u.test(name) && name.length > 3)
    .map(({ name, line, range }) => ({ name, line, range }));
}

/** The name with words put in, or with other capitals. */
function findVariants({ reading }: CheckContext, { name, range }: ListedName): Hit[] {
  const parts = name.split(/\s+/).map(escapePattern);
  const inserted = new RegExp(`(?<![\\p{L}\\p{N}])${parts.join(`${INSERTED}\\s`)}(?![\\p{L}\\p{N}])`, 'gu');
  const recased = new RegExp(
    `(?<![\\p{L}\\p{N}@/.-])${parts.join('\\s')}(?![\\p{L}\\p{N}@]|\\.\\p{L})`,
    'giu',
  );
  const first = name.toLowerCase().split(/\s+/)[0] ?? '';
  const patterns = parts.length > 1 ? [inserted, recased] : [recased];
  return patterns
    .flatMap((pattern) => findInText(reading, pattern, (text) => text.toLowerCase().includes(first)))
    .filter(({ words, range: at, passage, at: offset }) => {
      const inLink = passage.plain.marks.some(
        ({ kind, from, to }) => kind === 'link' && from <= offset && to >= offset + words.length,
      );
      const ownPlace = range.from <= at.from && at.to <= range.to;
      const verbatim = at.to - at.from === words.length;
      const recasedName = nameKey(words) === nameKey(name);
      const shouted = words === words.toUpperCase() || words === words.toLowerCase();
      return words !== name && verbatim && !(ownPlace && inLink) && !(recasedName && (shouted || inLink));
    });
}
