import type { English } from './english.ts';
import { baseForm, type SpelledWord } from './find-words.ts';
import { POLICY_WORDS, PREFIXES } from './policy-words.ts';

/** What a dictionary can say of a word. */
export interface Dictionary {
  correct(word: string): boolean;
  suggest(word: string): string[];
}

/** A dictionary that remembers what it was asked, so that reading a text again costs next to nothing. */
export interface Speller {
  isCorrect(word: string): boolean;
  /** What may have been meant, best first. */
  suggest(word: string): readonly string[];
}

/** More are noise in a menu. */
const MOST_SUGGESTIONS = 6;

/** Judges words by a dictionary and by what policies use besides. */
export function createSpeller(english: English, dictionary: Dictionary): Speller {
  const known = new Map<string, boolean>();
  const judge = (word: string): boolean => {
    const plain = word.replaceAll('’', "'");
    const base = baseForm(word);
    const lower = base.toLowerCase();
    return (
      POLICY_WORDS.has(lower) ||
      PREFIXES.has(lower) ||
      [plain, base].some((form) => dictionary.correct(form)) ||
      // Oxford English writes "organize", and it is British all the same.
      (english === 'en-GB' && /iz|yz/.test(lower) && dictionary.correct(withS(lower)))
    );
  };
  return {
    isCorrect(word) {
      const before = known.get(word);
      if (before !== undefined) return before;
      const correct = judge(word);
      known.set(word, correct);
      return correct;
    },
    suggest: (word) => dictionary.suggest(word.replaceAll('’', "'")).slice(0, MOST_SUGGESTIONS),
  };
}

/** The words that are neither in the dictionary nor among those to be taken as they are (names, words of one's own). */
export function misspelled(
  words: readonly SpelledWord[],
  speller: Speller,
  accepted: ReadonlySet<string>,
): readonly SpelledWord[] {
  return words.filter(({ word }) => !accepted.has(baseForm(word).toLowerCase()) && !speller.isCorrect(word));
}

/** The words of names (terms, vendors, companies), in small letters, as \`misspelled\` takes them. */
export function acceptedWords(names: readonly string[], own: readonly string[]): ReadonlySet<string> {
  const parts = [...names, ...own].flatMap((name) => name.match(/\p{L}[\p{L}\p{M}'’]*/gu) ?? []);
  return new Set(parts.map((part) => baseForm(part).toLowerCase()));
}

function withS(word: string): string {
  return word.replace(/([iy])z/g, '$1s');
}
