import { COUNT_PATTERN, parseCount } from './numbers.ts';
import type { TimePart } from './time-commitments.ts';

const AGE = `(${COUNT_PATTERN})(?:\\s*\\(\\d{1,2}\\))?`;
const YEARS = "(?:[\\s-]years?(?:['’])?(?:[\\s-](?:of[\\s-]age|old))?)";

/** The three ways to set an age: below it nobody may, at it everybody may, from it on. Each is a commitment of its own. */
const FORMS: readonly (readonly [form: string, pattern: RegExp])[] = [
  [
    'under',
    new RegExp(
      `\\b(?:under|below|younger than|less than|not (?:yet )?(?:reached|attained))(?: the)?(?: minimum)?(?: age(?: of)?| ages? of)?[\\s\\u00a0]+(?:age )?${AGE}${YEARS}?(?![\\p{L}\\p{N}%]|[.,]\\d| ?(?:%|percent|hours?|days?|weeks?|months?|minutes?|u\\.?s\\.?c|c\\.?f\\.?r))`,
      'giu',
    ),
  ],
  [
    'at-least',
    new RegExp(
      `\\b(?:at least|over|above|(?:reached|attained)(?: the age of)?|minimum(?: required)? age["”’]?(?: requirement)?(?: is| of|:| means)?|age of|aged)(?: the age of)?\\s+${AGE}(${YEARS})?(?![\\p{N}%]|[\\s-]?(?:hours?|days?|weeks?|months?|minutes?|characters?)\\b)`,
      'giu',
    ),
  ],
  [
    'or-older',
    new RegExp(
      `(?<![\\p{L}\\p{N}])${AGE}${YEARS}?(?: of age)?,? (?:or|and) (?:older|over|above|up)\\b`,
      'giu',
    ),
  ],
];
const ABOUT_PEOPLE =
  /\b(?:you|child(?:ren)?|minors?|age|ages|aged|years? old|older|teens?|teenagers?|parents?|guardians?|kids|individuals?|persons?|people|anyone|users?|those|young)\b/i;
/** Ages outside these are durations or quantities. */
const YOUNGEST = 5;
const OLDEST = 21;
/** "Confirmation that a user is 18 or older" names data, "users between 13 and 17" a group. */
const NOT_A_LIMIT = /\b(?:confirm\w*|verif\w*|indicat\w*|whether|between|if you are|example)\b[^.;]{0,50}$/i;

/** "At least five years' continuous service" is no age. */
const OF_SERVICE = /^['’]?\s+(?:continuous|service|experience)\b/i;
/** "You must be at least 18 to join" needs no "years". */
const MUST_BE = /\b(?:must|should|have to|are required to|need to) be $/i;

/** Reads the ages a sentence sets as limits. */
export function readAges(sentence: string, heading: string): TimePart[] {
  if (!ABOUT_PEOPLE.test(`${heading} ${sentence}`)) return [];
  const parts: TimePart[] = [];
  for (const [form, pattern] of FORMS)
    for (const match of sentence.matchAll(pattern)) {
      const value = parseCount(match[1] ?? '');
      const from = match.index;
      const to = from + match[0].length;
      if (value === null || value < YOUNGEST || value > OLDEST) continue;
      if (OF_SERVICE.test(sentence.slice(to))) continue;
      if (NOT_A_LIMIT.test(sentence.slice(0, from)) || parts.some((part) => part.from < to && from < part.to))
        continue;
      if (
        form === 'at-least' &&
        !match[2] &&
        !/\bage/i.test(match[0]) &&
        !MUST_BE.test(sentence.slice(0, from))
      )
        continue;
      parts.push({ kind: 'minimum-age', value, unit: 'age', form, from, to });
    }
  return parts;
}
