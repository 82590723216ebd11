import type { Rule } from '../rule.ts';
import { escapePattern, findInText, quote } from '../text-search.ts';

/** A wording for which the house has another. */
export const houseWording: Rule = {
  name: 'house-wording',
  title: 'Wordings the house replaces',
  find: ({ reading, profile }) =>
    profile.preferredWordings.flatMap(({ avoid, prefer }) =>
      findInText(
        reading,
        new RegExp(`(?<![\\p{L}\\p{N}])${escapePattern(avoid)}(?![\\p{L}\\p{N}])`, 'giu'),
      ).map(({ words, range }) => {
        const capital = /^\p{Lu}/u.test(words) && !/^\p{Lu}/u.test(avoid);
        const insert = capital ? prefer.charAt(0).toUpperCase() + prefer.slice(1) : prefer;
        return {
          range,
          severity: 'info' as const,
          message: `The house writes ${quote(prefer)} for ${quote(words)}.`,
          fix: { label: `Write ${quote(insert)}.`, edits: [{ ...range, insert }] },
        };
      }),
    ),
};
