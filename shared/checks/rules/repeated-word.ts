import type { Rule } from '../rule.ts';
import { findInText, quote } from '../text-search.ts';

/** Words that never rightly follow themselves; "that that" and "had had" may. */
const REPEATED =
  /(?<![\p{L}\p{N}'’.@/-])(the|a|an|of|to|and|or|in|for|with|we|you|your|our|is|are|be|by|on|as|at|this|from|will|may|us|it)\s+\1(?![\p{L}\p{N}'’.-])/giu;

/** A small word that was typed twice. */
export const repeatedWord: Rule = {
  name: 'repeated-word',
  title: 'Words typed twice',
  find: ({ reading }) =>
    findInText(reading, REPEATED)
      .filter(({ words }) => !/\n/.test(words))
      .map(({ words, range }) => {
        const word = words.split(/\s+/)[0] ?? words;
        const verbatim = range.to - range.from === words.length;
        return {
          range,
          severity: 'warning' as const,
          message: `${quote(word)} stands here twice.`,
          fix: {
            label: `Leave one ${quote(word)}.`,
            ...(verbatim ? { edits: [{ ...range, insert: word }] } : {}),
          },
        };
      }),
};
