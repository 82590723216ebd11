import { countWords } from '../../model/text.ts';
import type { Problem, Rule } from '../rule.ts';

/** Shorter paragraphs repeat for good reasons ("You may opt out at any time."). */
const MINIMUM_WORDS = 15;

/** A paragraph that stands word for word in another place already. */
export const duplicateParagraph: Rule = {
  name: 'duplicate-paragraph',
  title: 'Paragraphs that stand in the text twice',
  find: ({ reading, document }) => {
    const first = new Map<string, number>();
    return reading.passages.flatMap(({ kind, plain, range, line, item }): Problem[] => {
      const key = plain.text.replace(/\s+/g, ' ').trim();
      if (kind !== 'paragraph' || key.length < MINIMUM_WORDS * 3 || countWords(key) < MINIMUM_WORDS)
        return [];
      const earlier = first.get(key);
      if (earlier === undefined) {
        first.set(key, line);
        return [];
      }
      const message = `This paragraph stands word for word in line ${earlier} already.`;
      if (item) return [{ range, severity: 'info', message }];
      const to = range.to + (/^\n+/.exec(document.text.slice(range.to))?.[0].length ?? 0);
      const fix = { label: 'Take this paragraph out.', edits: [{ from: range.from, to, insert: '' }] };
      return [{ range, severity: 'info', message, fix }];
    });
  },
};
