import type { English } from './english.ts';
import type { SpelledWord } from './find-words.ts';

/** To the spelling worker. */
export type SpellingRequest =
  | {
      readonly kind: 'check';
      readonly id: number;
      readonly text: string;
      /** Null lets the text's own spelling decide. */
      readonly english: English | null;
      /** Terms, vendors and companies: their words are taken as they are. */
      readonly names: readonly string[];
      readonly ownWords: readonly string[];
    }
  | { readonly kind: 'suggest'; readonly id: number; readonly word: string; readonly english: English };

/** From the spelling worker. */
export type SpellingAnswer =
  | {
      readonly kind: 'checked';
      readonly id: number;
      readonly english: English;
      readonly misspellings: readonly SpelledWord[];
    }
  | { readonly kind: 'suggested'; readonly id: number; readonly words: readonly string[] }
  | { readonly kind: 'failed'; readonly id: number; readonly message: string };
