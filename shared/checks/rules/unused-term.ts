import { properTerms } from '../proper-terms.ts';
import type { Rule } from '../rule.ts';
import { quote } from '../text-search.ts';

/** A term that is defined and then not used. */
export const unusedTerm: Rule = {
  name: 'unused-term',
  title: 'Defined terms that are not used',
  find: ({ inspection }) =>
    properTerms(inspection.definedTerms)
      .filter(({ uses }) => uses === 0)
      .map(({ term, range }) => ({
        range,
        severity: 'warning' as const,
        message: `${quote(term)} is defined here but not used anywhere else.`,
        fix: { label: 'Use the term, or take its definition out.' },
      })),
};
