import { patternOfUses } from '../../structure/defined-terms.ts';
import { properTerms } from '../proper-terms.ts';
import type { Problem, Rule } from '../rule.ts';
import { findInText, quote } from '../text-search.ts';

/** The document's own name stands in its title. */
const THE_DOCUMENT = /\b(?:Policy|Notice|Statement|Terms|Agreement)$/;

/** A term of several words that is used before the place that defines it; single words may be meant as such. */
export const usedBeforeDefinition: Rule = {
  name: 'used-before-definition',
  title: 'Defined terms used before their definition',
  find: ({ inspection, reading }) =>
    properTerms(inspection.definedTerms).flatMap(({ term, line }): Problem[] => {
      if (!/^\p{Lu}\S+\s\p{Lu}/u.test(term) || THE_DOCUMENT.test(term)) return [];
      const hit = findInText(reading, patternOfUses(term)).find(
        ({ passage, at }) =>
          passage.kind === 'paragraph' &&
          passage.line < line &&
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
