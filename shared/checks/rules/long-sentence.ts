import { countWords } from '../../model/text.ts';
import { sourceRange } from '../../structure/plain-text.ts';
import { splitSentences } from '../../structure/sentences.ts';
import type { Rule } from '../rule.ts';

/** Plain-language guides advise 20 to 25 words; legal texts pass that on every line, so only what nobody can follow is named. */
const LONGEST_SENTENCE = 80;

/** A sentence that readers lose on the way. */
export const longSentence: Rule = {
  name: 'long-sentence',
  title: 'Very long sentences',
  find: ({ reading }) =>
    reading.passages
      .filter(({ kind, plain }) => kind === 'paragraph' && plain.text.length > LONGEST_SENTENCE * 4)
      .flatMap(({ plain }) =>
        splitSentences(plain.text)
          .map(({ from, to }) => ({ from, to, words: countWords(plain.text.slice(from, to)) }))
          .filter(({ words }) => words > LONGEST_SENTENCE)
          .map(({ from, to, words }) => ({
            range: sourceRange(plain, from, to),
            severity: 'info' as const,
            message: `This sentence has ${words} words; readers understand two shorter ones better.`,
            fix: { label: 'Split the sentence, or set its parts as a list.' },
          })),
      ),
};
