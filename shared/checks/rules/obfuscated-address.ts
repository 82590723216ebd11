import type { Rule } from '../rule.ts';
import { findInText } from '../text-search.ts';

/** What protection against address harvesters leaves behind when a page is copied, in brackets of any kind or none. */
const OBFUSCATED =
  /[[(<{]?\s*email(?:\s| )*protected\s*[\])>}]?|\[(?:email|e-mail)\s+hidden\]|cdn-cgi\/l\/email-protection/giu;

/** "name (at) host.example", "name [at] host [dot] example": hidden by hand. */
const SPELLED_OUT =
  /[\p{L}\p{N}._%+-]+\s*[([{]\s*at\s*[)\]}]\s*(?:[\p{L}\p{N}-]+(?:\s*[([{]\s*dot\s*[)\]}]\s*|\.)){1,4}\p{L}{2,24}/giu;

/** "name at host dot example" */
const IN_WORDS =
  /(?<![\p{L}\p{N}])[\p{L}\p{N}._%+-]+ at (?:[\p{L}\p{N}-]+ dot ){1,3}(?:com|org|net|io|eu|co|uk|de|info|app|dev|ai|example)(?![\p{L}\p{N}])/giu;

const AT_IN_BRACKETS = /[([{]\s*at\s*[)\]}]/i;

/** An e-mail address that is hidden and so of no use to a reader who wants to write to it. */
export const obfuscatedAddress: Rule = {
  name: 'obfuscated-address',
  title: 'Hidden e-mail addresses',
  find: ({ reading }) => [
    ...findInText(reading, OBFUSCATED).map(({ range }) => ({
      range,
      severity: 'error' as const,
      message:
        'The e-mail address was hidden by the web page this text was copied from; readers cannot write to it.',
      fix: { label: 'Write the address out.' },
    })),
    ...[
      ...findInText(reading, SPELLED_OUT, (text) => AT_IN_BRACKETS.test(text)),
      ...findInText(reading, IN_WORDS, (text) => / dot /i.test(text)),
    ].map(({ words, range }) => {
      const address = words
        .replace(/\s*[([{]\s*at\s*[)\]}]\s*| at /gi, '@')
        .replace(/\s*[([{]\s*dot\s*[)\]}]\s*| dot /gi, '.');
      return {
        range,
        severity: 'info' as const,
        message: `The e-mail address ${address} is spelled out; readers and their programs cannot use it as it stands.`,
        fix: { label: `Write ${address}.`, edits: [{ ...range, insert: address }] },
      };
    }),
  ],
};
