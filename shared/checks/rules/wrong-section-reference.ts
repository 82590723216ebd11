import { type NumberedHeading, numberedHeadings } from '../../structure/numbered-headings.ts';
import type { Reading } from '../../structure/reading.ts';
import type { Problem, Rule } from '../rule.ts';
import { findInText, type Hit, quote } from '../text-search.ts';

/** "Section 4", "Section 4.2", "Section 18, Contact Us". */
const REFERENCE =
  /\b(?:[Ss]ection|[Cc]lause|[Pp]aragraph)\s+(\d{1,3}(?:\.\d{1,3}){0,3})(?![\p{L}\d])(\([A-Za-z0-9]+\))?(?:,? [(“"]?(\p{Lu}[\p{L}'’-]*(?: [\p{L}'’&-]+){0,6}))?/gu;
const OPENS_WITH_NUMBER =
  /^(?:(?:section|article|clause)\s+)?(\d{1,3}(?:\.\d{1,3}){0,3})(?:[A-Z]?[.):]\s|\s+\p{Lu}\p{Ll})/iu;
/** Sections of laws and of other documents. */
const OF_ANOTHER =
  /^\s*(?:\([a-z0-9]+\))*,?\s*(?:of|to|in|under)\s+(?:the |our )?(?!(?:this|these)\b)\S|^\s*(?:GDPR|UK|CCPA|U\.S\.|BDSG|DSGVO|LGPD|TTDSG)/;
const OF_A_LAW = /(?:U\.?S\.?C\.?|C\.?F\.?R\.?|Code|Act|GDPR|Law|Regulation|Directive|§+),?\s*(?:§+\s*)?$/;

/** A reference to a numbered section that does not exist or is called otherwise. */
export const wrongSectionReference: Rule = {
  name: 'wrong-section-reference',
  title: 'References to sections that do not exist',
  find: ({ inspection, reading }) => {
    const headings = numberedHeadings(reading, inspection.sections);
    if (headings.length < 2) return [];
    const numbers = numbersOfPassages(reading);
    return findInText(reading, REFERENCE).flatMap((hit) => checkReference(hit, headings, numbers) ?? []);
  },
};

/** The numbers that lines of the running text open with: headings that lost their mark, and clauses that never had one. */
function numbersOfPassages({ passages }: Reading): ReadonlySet<string> {
  return new Set(passages.flatMap(({ plain }) => OPENS_WITH_NUMBER.exec(plain.text)?.[1] ?? []));
}

function checkReference(
  hit: Hit,
  headings: readonly NumberedHeading[],
  numbers: ReadonlySet<string>,
): Problem | null {
  const { text } = hit.passage.plain;
  const [, label = '', , said] = new RegExp(REFERENCE.source, 'u').exec(hit.words) ?? [];
  const numberEnd = hit.at + hit.words.search(/\d/) + label.length;
  if (OF_A_LAW.test(text.slice(Math.max(0, hit.at - 20), hit.at)) || OF_ANOTHER.test(text.slice(numberEnd)))
    return null;
  if (hit.passage.kind === 'heading') return null;
  const depth = label.split('.').length;
  if (!headings.some(({ number }) => number.length === depth)) return null; // numbered in the text, not in headings
  const target = headings.find((heading) => heading.label === label);
  const named = said ? headings.find((heading) => isTitle(said, heading.title)) : undefined;
  if (target ? !named || named === target : numbers.has(label)) return null;
  const from = hit.range.from + hit.words.search(/\d/);
  const verbatim = hit.range.to - hit.range.from === hit.words.length;
  const message = target
    ? `Section ${label} is ${quote(target.title)}; ${quote(named?.title ?? '')} is section ${named?.label ?? ''}.`
    : `This document has no section ${label}.`;
  if (!named || !verbatim) return { range: hit.range, severity: 'error', message };
  const edits = [{ from, to: from + label.length, insert: named.label }];
  return {
    range: hit.range,
    severity: 'error',
    message,
    fix: { label: `Refer to section ${named.label}.`, edits },
  };
}

function isTitle(said: string, title: string): boolean {
  const key = (words: string): string =>
    words
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  return key(title).length > 3 && key(said).startsWith(key(title));
}
