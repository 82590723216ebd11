import { properTerms } from '../proper-terms.ts';
import type { Rule } from '../rule.ts';
import { quote } from '../text-search.ts';

/** A term that is defined for a single use. */
export const onceUsedTerm: Rule = {
  name: 'once-used-term',
  title: 'Defined terms that are used only once',
  find: ({ inspection }) =>
    properTerms(inspection.definedTerms)
      .filter(({ uses }) => uses === 1)
      .map(({ term, range }) => ({
        range,
        severity: 'info' as const,
        message: `${quote(term)} is defined here and used only once; plain words may serve the reader better.`,
      })),
};
