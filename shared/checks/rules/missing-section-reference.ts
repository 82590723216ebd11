import { nameKey } from '../../structure/vendor-names.ts';
import type { CheckContext, Problem, Rule } from '../rule.ts';
import { findInText, quote } from '../text-search.ts';

/** `see "When required" below`, `the section titled “How we share”`, `section above entitled 'Retention'`. */
const REFERENCE =
  /\b(?:[Ss]ee(?: also)?|[Ss]ections?(?: (?:above|below))? (?:titled|entitled|called|headed|named)|under the heading)\s+(?:the )?["“‘]([^"”’“\n]{3,80})["”’](?:\s+(?:above|below|section))?/gu;

/** "the “help” section of your browser" */
const OF_ANOTHER = /^(?: section)?\s+(?:of|in|on) (?!this\b|these\b)/i;

/** A reference to a section by a title that no section has. */
export const missingSectionReference: Rule = {
  name: 'missing-section-reference',
  title: 'References to section titles that do not exist',
  find: (context) => {
    const titles = titlesOf(context);
    return findInText(context.reading, REFERENCE).flatMap(({ words, range, passage, at }): Problem[] => {
      const title = new RegExp(REFERENCE.source, 'u').exec(words)?.[1] ?? '';
      const key = nameKey(title);
      if (!/\b(?:section|above|below|heading)\b/i.test(words)) return [];
      if (OF_ANOTHER.test(passage.plain.text.slice(at + words.length))) return [];
      if (titles.some((known) => known.includes(key) || (known.length > 6 && key.includes(known)))) return [];
      return [
        { range, severity: 'warning', message: `No section of this document is called ${quote(title)}.` },
      ];
    });
  },
};

/** Headings, and the bold or short lines that stand for headings. */
function titlesOf({ reading }: CheckContext): string[] {
  return reading.passages.flatMap(({ kind, plain }) => {
    const whole = kind === 'heading' || /^[^.:“"]{1,80}$/.test(plain.text) ? [plain.text] : [];
    const lead = plain.marks.filter(({ kind: mark, from }) => mark === 'strong' && from < 3);
    const opening = /^([^.:“"]{3,80})[.:]/.exec(plain.text)?.[1] ?? '';
    return [...whole, ...lead.map(({ from, to }) => plain.text.slice(from, to)), opening]
      .filter(Boolean)
      .map(nameKey);
  });
}
