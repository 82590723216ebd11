import type { Word } from './words.ts';

export interface Readability {
  /** 0 (very hard) to 100 (very easy); Flesch, "A New Readability Yardstick", J. Applied Psychology 32, 1948. English only. */
  readonly ease: number;
  readonly wordsPerSentence: number;
  readonly syllablesPerWord: number;
}

/** Stretches of fewer words are titles, list items and cells rather than sentences. */
const SHORTEST_SENTENCE = 4;

/** Reads how hard the sentences of an English text are; null where it has none. */
export function measureReadability(words: readonly Word[]): Readability | null {
  const lengths = new Map<number, number>();
  for (const { sentence } of words) lengths.set(sentence, (lengths.get(sentence) ?? 0) + 1);
  let counted = 0;
  let syllables = 0;
  for (const { text, sentence } of words) {
    if ((lengths.get(sentence) ?? 0) < SHORTEST_SENTENCE) continue;
    counted++;
    syllables += countSyllables(text);
  }
  const sentences = [...lengths.values()].filter((length) => length >= SHORTEST_SENTENCE).length;
  if (!sentences) return null;
  const wordsPerSentence = counted / sentences;
  const syllablesPerWord = syllables / counted;
  const ease = 206.835 - 1.015 * wordsPerSentence - 84.6 * syllablesPerWord;
  return { ease: Math.max(0, Math.min(100, ease)), wordsPerSentence, syllablesPerWord };
}

/** Groups of vowels, a silent final e not counted; right for about nine words in ten, which an average needs. */
function countSyllables(word: string): number {
  const groups = word.replace(/(?:[^l]e|ed|es)$/, (end) => end.charAt(0)).match(/[aeiouy]+/g);
  return Math.max(1, groups?.length ?? 1);
}
