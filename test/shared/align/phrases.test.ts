import { describe, expect, it } from 'vitest';
import { compilePhrases } from '../../../shared/align/phrases.ts';
import { readWords } from '../../../shared/align/words.ts';
import { parseDocument } from '../../../shared/markdown/parse-document.ts';

/** The words that a phrase finds in a text, joined by a bar. */
function found(phrase: string, text: string): string {
  const words = readWords(parseDocument(text));
  return compilePhrases([{ phrase, tag: 0 }])
    .find(words)
    .map((hit) =>
      words
        .slice(hit.fromWord, hit.toWord)
        .map((word) => word.text)
        .join(' '),
    )
    .join(' | ');
}

describe('phrases', () => {
  it.each([
    ['opt out', 'You can Opt-out at any time, or opt out later', 'opt out | opt out'],
    ['retain*', 'Retention: we retain and retained it', 'retain | retained'],
    [
      'share/disclose ~ with',
      'We share it with others and disclose your data with care',
      'share it with | disclose your data with',
    ],
    ['keep ~ for', 'We keep one two three for you', 'keep one two three for'],
    ['keep ~ for', 'We keep one two three four for you', ''],
    ['keep ~~ for', 'We keep one two three four for you', 'keep one two three four for'],
    ['privacy data? policy', 'privacy policy, privacy data policy', 'privacy policy | privacy data policy'],
    ['we sell', 'Here we. Sell it', ''],
    ["children's privacy", 'Children’s Privacy', ''],
    ['children privacy', 'Children’s Privacy', 'children privacy'],
    ['example com', 'see https://example.com/page or write to a@example.com', ''],
  ])('%s in "%s"', (phrase, text, expected) => {
    expect(found(phrase, text)).toBe(expected);
  });

  it('refuses a phrase that begins with an optional word', () => {
    expect(() => compilePhrases([{ phrase: 'your? data', tag: 0 }])).toThrow('no first word');
  });
});
