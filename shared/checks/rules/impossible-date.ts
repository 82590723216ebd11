import { findDates } from '../../structure/calendar.ts';
import type { Rule } from '../rule.ts';
import { findInText, quote } from '../text-search.ts';

const MONTHS = 'January|February|March|April|May|June|July|August|September|October|November|December';
const WRITTEN = new RegExp(
  `(?<![\\p{L}\\d])(?:(?:${MONTHS}) \\d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\\d{2}|\\d{1,2}(?:st|nd|rd|th)? (?:${MONTHS}),? (?:19|20)\\d{2}|(?:19|20)\\d{2}-\\d{2}-\\d{2})(?!\\d)`,
  'gu',
);

/** A date that no calendar has, such as 31 February. */
export const impossibleDate: Rule = {
  name: 'impossible-date',
  title: 'Dates that do not exist',
  find: ({ reading }) =>
    findInText(reading, WRITTEN)
      .filter(({ words }) => findDates(words).length === 0)
      .map(({ words, range }) => ({
        range,
        severity: 'error' as const,
        message: `There is no such day as ${quote(words)}.`,
        fix: { label: 'Correct the date.' },
      })),
};
