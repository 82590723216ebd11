import type { CommonWords } from './match-words.ts';

/** English function words: so frequent that one of them in two sentences says nothing about a relation between them. */
const FUNCTION_WORDS = new Set(
  (
    'a about after all also an and any are as at be been being both but by can could did do does each either every for from had ' +
    'has have her here his how i if in into is it its may me might more most must my no nor not of on only or other others our ' +
    'ours out over own shall she should so some such than that the their them then there these they this those to under until ' +
    'up upon us use used was we were what when where whether which while who whom whose why will with within without would you your yours'
  ).split(' '),
);

/** Marks each token id that is a function word or a punctuation mark. */
export function markCommonWords(words: readonly string[]): CommonWords {
  return Uint8Array.from(words, (word) =>
    FUNCTION_WORDS.has(word.toLowerCase()) || !/[\p{L}\p{N}]/u.test(word) ? 1 : 0,
  );
}
