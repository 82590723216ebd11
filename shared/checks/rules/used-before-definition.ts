import { patternOfUses } from '../../structure/defined-terms.ts';
import { headingOf } from '../../structure/reading.ts';
import { properTerms } from '../proper-terms.ts';
import type { Problem, Rule } from '../rule.ts';
import { findInText, quote } from '../text-search.ts';

/** The document's own name stands in its title. */
const THE_DOCUMENT = /\b(?:Policy|Notice|Statement|Terms|Agreement)$/;

/** Terms that have a place of their own are looked up there. */
const GLOSSARY = /\b(?:definitions?|defined terms|interpretation|glossary)\b/i;
/** A line this short without a full stop is a heading in all but its mark. */
const LONGEST_LABEL = 80;

/** A term of several words that is used before the place that defines it; single words may be meant as such. */
export const usedBeforeDefinition: Rule = {
  name: 'used-before-definition',
  title: 'Defined terms used before their definition',
  find: ({ inspection, reading }) =>
    properTerms(inspection.definedTerms).flatMap(({ term, line, range: { from } }): Problem[] => {
      const place = reading.passages.find(({ range }) => range.from <= from && from < range.to);
      if (place && GLOSSARY.test(headingOf(reading, place))) return [];
      if (!/^\p{Lu}\S+\s\p{Lu}/u.test(term) || THE_DOCUMENT.test(term)) return [];
      const hit = findInText(reading, patternOfUses(term)).find(
        ({ passage, at }) =>
          passage.kind === 'paragraph' &&
          passage.line < line &&
          !(passage.plain.text.length < LONGEST_LABEL && !/[.;!?]/.test(passage.plain.text)) &&
          !/^[^.;]{0,30}\bdefined\b/.test(passage.plain.text.slice(at + term.length)) &&
          !passage.plain.marks.some((mark) => mark.kind === 'link' && mark.from <= at && at < mark.to),
      );
      if (!hit) return [];
      return [
        {
          range: hit.range,
          severity: 'info',
          message: `${quote(term)} is used here, but defined only in line ${line}.`,
          fix: { label: 'Define the term where it is first used.' },
        },
      ];
    }),
};
