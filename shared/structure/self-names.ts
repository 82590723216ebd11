import type { Reading } from './reading.ts';
import { NAME_PATTERN } from './vendor-names.ts';

const FORM = '(?:,? (?:Inc|LLC|Ltd|Limited|Corp|GmbH|Corporation)\\.?)?';
/** What a policy says of its own company and of nobody else. */
const OF_ITSELF = new RegExp(
  `(?<![\\p{L}\\d])(?:(${NAME_PATTERN})${FORM}(?: and its \\p{Ll}+)? (?:reserves the right|is (?:\\p{Ll}+ )?committed to|respects (?:your|the|our)|values your|takes (?:your|the) privacy)|(?:Welcome to|We are|© ?(?:\\d{4},? )?) ?(${NAME_PATTERN}))`,
  'gu',
);

/** The names a policy gives its own company where it speaks of itself ("Acme respects your privacy", "Welcome to Acme"). */
export function readSelfNames(reading: Reading): string[] {
  return reading.passages.flatMap(({ plain: { text } }) =>
    /reserves the|committed to|respects |values your|takes |Welcome to|We are|©/.test(text)
      ? [...text.matchAll(OF_ITSELF)].map((match) => match[1] ?? match[2] ?? '')
      : [],
  );
}
