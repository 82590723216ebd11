import type { TimeCommitment, TimeUnit } from '../structure/inspection.ts';

const UNIT_NAMES: Readonly<Record<Exclude<TimeUnit, 'age'>, string>> = {
  hour: 'hour',
  day: 'day',
  'working-day': 'working day',
  week: 'week',
  month: 'month',
  year: 'year',
};
/** Words before a number that change what it promises. */
const QUALIFIERS =
  /\b(?:up to|within|at least|at most|no (?:longer|later|more) than|not? (?:longer|later|more) than|less than|more than|a minimum of|a maximum of|approximately|about|after)\b/gi;
/** Characters that may stand between a qualifier and its number: "within a period of". */
const QUALIFIER_REACH = 20;

/** A time commitment as shown: "up to 60 days", "within 7 working days", "16 years". */
export function durationText({ value, unit, quote }: TimeCommitment): string {
  const name = unit === 'age' ? 'year' : UNIT_NAMES[unit];
  const plain = `${value} ${name}${value === 1 ? '' : 's'}`;
  const qualifier = unit === 'age' ? '' : qualifierIn(quote, value);
  return qualifier ? `${qualifier} ${plain}` : plain;
}

/** The qualifier that stands before the number in its sentence, lower case. */
function qualifierIn(quote: string, value: number): string {
  for (const match of quote.matchAll(numberPattern(value))) {
    // The nearest one speaks for the number: "after up to 90 days" promises up to 90 days.
    const before = [...quote.slice(0, match.index).matchAll(QUALIFIERS)].at(-1);
    if (!before) continue;
    const between = quote.slice(before.index + before[0].length, match.index);
    if (between.length <= QUALIFIER_REACH && !/[.;]/.test(between)) return before[0].toLowerCase();
  }
  return '';
}

const WORDS: Readonly<Record<number, string>> = {
  1: 'one|a|an',
  2: 'two',
  3: 'three',
  4: 'four',
  5: 'five',
  6: 'six',
  7: 'seven',
  8: 'eight',
  9: 'nine',
  10: 'ten',
  12: 'twelve',
  14: 'fourteen',
  15: 'fifteen',
  18: 'eighteen',
  24: 'twenty-four',
  30: 'thirty',
  45: 'forty-five',
  60: 'sixty',
  72: 'seventy-two',
  90: 'ninety',
};

function numberPattern(value: number): RegExp {
  const words = WORDS[value];
  return new RegExp(`\\b(?:${value}${words ? `|${words}` : ''})\\b`, 'gi');
}
