/** The kinds of English that there are dictionaries for. */
export type English = 'en-US' | 'en-GB';

/** How these are called in the window. */
export const ENGLISH_NAMES: Readonly<Record<English, string>> = {
  'en-US': 'English (US)',
  'en-GB': 'English (UK)',
};

const BRITISH =
  /^(?:(?:un)?(?:authoris|organis|recognis|personalis|minimis|maximis|utilis|customis|optimis|anonymis|pseudonymis|analys|categoris|summaris|finalis)(?:e|es|ed|ing|ation|ations|er|ers)|(?:colour|behaviour|favour|honour|endeavour|neighbour|labour)\p{L}*|centres?|licences?|programmes?|fulfil|enquir(?:y|ies)|cancell(?:ed|ing)|judgement|defence|offence)$/u;
const AMERICAN =
  /^(?:(?:un)?(?:authoriz|organiz|recogniz|personaliz|minimiz|maximiz|utiliz|customiz|optimiz|anonymiz|pseudonymiz|analyz|categoriz|summariz|finaliz)(?:e|es|ed|ing|ation|ations|er|ers)|(?:color|behavior|favor|honor|endeavor|neighbor|labor)(?:s|ed|al|able|ing|ite)?|centers?|fulfill|cancel(?:ed|ing)|judgment|defense|offense)$/u;

/** Which English a text is written in, judged by words that are spelled differently; American where none of them occurs. */
export function englishOf(words: Iterable<string>): English {
  let british = 0;
  let american = 0;
  for (const word of words) {
    const lower = word.toLowerCase();
    if (BRITISH.test(lower)) british++;
    else if (AMERICAN.test(lower)) american++;
  }
  return british > american ? 'en-GB' : 'en-US';
}
