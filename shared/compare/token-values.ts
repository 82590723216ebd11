import type { TokenValues } from './match-words.ts';
import type { ReadText } from './read-text.ts';
import { TEXT } from './token-roles.ts';

/** English function words: so frequent that one of them in two sentences says nothing about a relation between them. */
const FUNCTION_WORDS = new Set(
  (
    'a about after all also an and any are as at be been being both but by can could did do does each either every for from had ' +
    'has have her here his how i if in into is it its may me might more most must my no nor not of on only or other others our ' +
    'ours out over own shall she should so some such than that the their them then there these they this those to under until ' +
    'up upon us use used was we were what when where whether which while who whom whose why will with within without would you your yours'
  ).split(' '),
);

/** Tenths of an ordinary word. Words such as "the" and marks match everywhere, and a lone one between two edits is noise. */
const WORD_VALUE = 10;
const COMMON_VALUE = 7;
/** Addresses and markup: a reader follows them as wholes, so that bits of them need not match. */
const INVISIBLE_VALUE = 5;

/** Says what it is worth to match each token of a text. */
export function valueTokens(side: ReadText, common: CommonWords): TokenValues {
  const { tokens, roles } = side;
  const values = new Uint8Array(tokens.count);
  for (let i = 0; i < tokens.count; i++)
    values[i] = roles[i] !== TEXT ? INVISIBLE_VALUE : common[tokens.id[i] ?? 0] ? COMMON_VALUE : WORD_VALUE;
  return values;
}

/** For each token id, 1 for marks and function words. */
export type CommonWords = Uint8Array;

/** Marks each interned token that is a function word or a mark. */
export function markCommonWords(words: readonly string[]): CommonWords {
  return Uint8Array.from(words, (word) => (isCommonWord(word) ? 1 : 0));
}

/** True for a function word or a mark. */
export function isCommonWord(word: string): boolean {
  return FUNCTION_WORDS.has(word.toLowerCase()) || !/[\p{L}\p{N}]/u.test(word);
}
