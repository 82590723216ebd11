import { sourceRange } from '../../structure/plain-text.ts';
import type { Rule } from '../rule.ts';

/** What protection against address harvesters leaves behind when a page is copied, in brackets of any kind or none. */
const OBFUSCATED =
  /[[(<{]?\s*email(?:\s| )*protected\s*[\])>}]?|\[(?:email|e-mail)\s+hidden\]|cdn-cgi\/l\/email-protection/giu;

/** An e-mail address that was hidden by a web page and so names nobody. */
export const obfuscatedAddress: Rule = {
  name: 'obfuscated-address',
  title: 'E-mail addresses hidden by a web page',
  find: ({ reading }) =>
    reading.passages.flatMap(({ plain }) =>
      [...plain.text.matchAll(OBFUSCATED)].map((match) => ({
        range: sourceRange(plain, match.index, match.index + match[0].trimEnd().length),
        severity: 'error' as const,
        message:
          'The e-mail address was hidden by the web page this text was copied from; readers cannot write to it.',
        fix: { label: 'Write the address out.' },
      })),
    ),
};
