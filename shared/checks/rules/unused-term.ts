import { properTerms } from '../proper-terms.ts';
import type { Rule } from '../rule.ts';
import { quote } from '../text-search.ts';

/** Other names are given for the reader's sake, not to be used. */
const ALSO_CALLED = /\b(?:also|otherwise|commonly|sometimes) (?:known|called|referred to)\b/i;

/** A term that is defined and then not used. */
export const unusedTerm: Rule = {
  name: 'unused-term',
  title: 'Defined terms that are not used',
  find: ({ inspection }) =>
    properTerms(inspection.definedTerms)
      .filter(({ uses, sentence }) => uses === 0 && !ALSO_CALLED.test(sentence))
      .map(({ term, range }) => ({
        range,
        severity: 'warning' as const,
        message: `${quote(term)} is defined here but not used anywhere else.`,
        fix: { label: 'Use the term, or take its definition out.' },
      })),
};
