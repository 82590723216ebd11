import { splitSentences } from '../structure/sentences.ts';

/** The parts of Flesch's reading-ease formula. */
export interface Readability {
  readonly sentences: number;
  readonly words: number;
  readonly syllables: number;
  /** Flesch, "A New Readability Yardstick", 1948: 100 is very easy, under 30 is for graduates. */
  readonly ease: number;
}

/** Measures running English text. */
export function measureReadability(passages: readonly string[]): Readability {
  let sentences = 0;
  let words = 0;
  let syllables = 0;
  for (const text of passages) {
    const found = text.match(/[A-Za-z]+(?:['’][A-Za-z]+)?/g) ?? [];
    if (found.length === 0) continue;
    sentences += splitSentences(text).length;
    words += found.length;
    for (const word of found) syllables += countSyllables(word);
  }
  const ease =
    words === 0 ? 100 : 206.835 - 1.015 * (words / Math.max(1, sentences)) - 84.6 * (syllables / words);
  return { sentences, words, syllables, ease };
}

/** Groups of vowels, less a silent final e: right for nine English words in ten. */
function countSyllables(word: string): number {
  const small = word.toLowerCase().replace(/['’].*$/, '');
  if (small.length <= 3) return 1;
  const groups = small.replace(/(?:[^laeiouy]es|[^laeiouytd]ed|[^laeiouy]e)$/, '').match(/[aeiouy]{1,2}/g);
  return Math.max(1, groups?.length ?? 1);
}
