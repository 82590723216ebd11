import { countWords } from '../../model/text.ts';
import type { Passage } from '../../structure/reading.ts';
import type { Problem, Rule } from '../rule.ts';
import { times } from '../text-search.ts';

/** Shorter paragraphs repeat for good reasons ("You may opt out at any time."), and list items even more so. */
const MINIMUM_WORDS = 15;
const MINIMUM_ITEM_WORDS = 30;
/** A whole document on one line is no paragraph, and costly to compare. */
const LONGEST_PARAGRAPH = 20_000;

/** A paragraph that stands word for word in another place. One finding a paragraph, at its second place. */
export const duplicateParagraph: Rule = {
  name: 'duplicate-paragraph',
  title: 'Paragraphs that stand in the text twice',
  find: ({ reading, document }) => {
    const places = new Map<string, Passage[]>();
    for (const passage of reading.passages) {
      if (passage.kind !== 'paragraph' || passage.plain.text.length > LONGEST_PARAGRAPH) continue;
      const key = passage.plain.text.replace(/\s+/g, ' ').trim();
      const minimum = passage.item ? MINIMUM_ITEM_WORDS : MINIMUM_WORDS;
      if (key.length < minimum * 3 || countWords(key) < minimum) continue;
      places.set(key, [...(places.get(key) ?? []), passage]);
    }
    return [...places.values()].flatMap((same) => toProblem(document.text, same) ?? []);
  },
};

function toProblem(text: string, [first, second, ...more]: readonly Passage[]): Problem | null {
  if (!first || !second) return null;
  const others = more.length > 0 ? ` and ${times(more.length)} more further down` : '';
  const message = `This paragraph stands word for word in line ${first.line} already${others}.`;
  const { range } = second;
  if (second.item) return { range, severity: 'info', message };
  const to = range.to + (/^\n+/.exec(text.slice(range.to))?.[0].length ?? 0);
  const edits = [{ from: range.from, to, insert: '' }];
  return { range, severity: 'info', message, fix: { label: 'Take this paragraph out.', edits } };
}
