import { measureReadability } from '../readability.ts';
import { documentRange, type Rule } from '../rule.ts';

/** Under this, Flesch calls a text "very difficult", written for graduates. */
const VERY_DIFFICULT = 30;
/** The measure says nothing about less text. */
const MINIMUM_WORDS = 100;

/** A policy that most people cannot read, by Flesch's measure. It is made for English. */
export const hardToRead: Rule = {
  name: 'hard-to-read',
  title: 'Texts that are very hard to read',
  find: (context) => {
    const { inspection, reading } = context;
    if (inspection.language !== 'en') return [];
    const running = reading.passages
      .filter(({ kind }) => kind === 'paragraph')
      .map(({ plain }) => plain.text);
    const { ease, words, sentences } = measureReadability(running);
    if (words < MINIMUM_WORDS || ease >= VERY_DIFFICULT) return [];
    return [
      {
        range: documentRange(context),
        severity: 'info',
        message: `The text is very hard to read: ${Math.round(ease)} on Flesch’s scale (under 30 is for graduates), ${Math.round(words / sentences)} words a sentence.`,
      },
    ];
  },
};
