/** Word-dividing signs at the end of a line: hyphen-minus, soft hyphen, and the hyphen that typesetters draw. */
const DIVIDED = /(\p{L}[\p{L}\p{M}]*)([-\u00AD\u2010])$/u;
const NEXT_WORD = /^\p{L}[\p{L}\p{M}]*/u;
/** Signs that nobody types: a program set them to divide a word. */
const SET_BY_PROGRAM = /[\u00AD\u2010]/;
const WORD = /\p{L}[\p{L}\p{M}]*(?:[-\u2010\u2011]\p{L}[\p{L}\p{M}]*)*/gu;
/** First parts of compounds, which keep their hyphen wherever the line ends. */
const COMPOUND_FIRST =
  /^(?:non|self|third|first|second|cross|well|co|ex|anti|multi|pre|post|sub|opt|long|short|high|low|real|end|e|so|pro|all|up|on|off|in|out)$/i;
/** Shorter halves are words of their own by accident. */
const MIN_HALF = 4;

/** The words of a document as they stand inside of lines, in small letters, compounds with a plain hyphen. */
export type Vocabulary = ReadonlySet<string>;

/** Gathers the words of lines; the last word of each line that a hyphen ends is no witness. */
export function vocabularyOf(lines: Iterable<string>): Vocabulary {
  const words = new Set<string>();
  for (const line of lines)
    for (const [word] of line.replace(DIVIDED, '').matchAll(WORD))
      words.add(word.toLowerCase().replace(/[\u2010\u2011]/g, '-'));
  return words;
}

/**
 * Two lines of one paragraph as one text. A hyphen at the line's end divides a word unless the document elsewhere writes the compound, or
 * its halves look like one; without evidence a hyphen before a small letter divides.
 */
export function joinLines(before: string, after: string, words: Vocabulary): string {
  const text = before.trimEnd();
  const next = after.trimStart();
  const [, first = '', hyphen = ''] = DIVIDED.exec(text) ?? [];
  const second = NEXT_WORD.exec(next)?.[0] ?? '';
  if (isDivided(text, next))
    return keepsHyphen(first, hyphen, second, words)
      ? `${text.slice(0, -1)}-${next}`
      : text.slice(0, -1) + next;
  return /[\p{L}\p{N}][\u2010-\u2012-]$/u.test(text) || /\/$/.test(text) ? text + next : `${text} ${next}`;
}

/** True when a line ends in a hyphen after a word and the next one goes on with a letter, a small one if the hyphen may be typed. */
export function isDivided(before: string, after: string): boolean {
  const hyphen = DIVIDED.exec(before)?.[2];
  if (hyphen === undefined || !NEXT_WORD.test(after)) return false;
  return SET_BY_PROGRAM.test(hyphen) || /^\p{Ll}/u.test(after);
}

function keepsHyphen(first: string, hyphen: string, second: string, words: Vocabulary): boolean {
  const [a, b] = [first.toLowerCase(), second.toLowerCase()];
  if (hyphen === '\u00AD') return false;
  if (words.has(`${a}-${b}`)) return true;
  if (words.has(a + b)) return false;
  if (hyphen === '\u2010') return false;
  if (COMPOUND_FIRST.test(a) && words.has(b)) return true;
  return a.length >= MIN_HALF && b.length >= MIN_HALF && words.has(a) && words.has(b);
}
