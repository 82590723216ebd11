import type { MarkdownConfig } from '@lezer/markdown';

/** What a character may be to the inline parsers; all characters that are not named below are plain to each of them. */
const PLAIN = 0;
/** Begins or ends something by itself. */
const STOP = 1;
/** Stands within or behind what may be the name of a bare address, which begins up to `NAME_LENGTH` characters before. */
const IN_ADDRESS = 2;
/** Two of them may begin a hard break. */
const SPACE = 3;
/** May begin `www.`. */
const LETTER_W = 4;

/** GFM looks no further back than this for the name before an `@`. */
const NAME_LENGTH = 50;

const KINDS = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  if ('\\&`<*~![]'.includes(character)) return STOP;
  if ('@:_'.includes(character)) return IN_ADDRESS;
  if (character === ' ') return SPACE;
  return character === 'w' ? LETTER_W : PLAIN;
});

/**
 * Goes over plain text in one stride. Lezer asks each of a dozen inline parsers at each character, which took half of the time of
 * reading a policy; nearly all of its characters are plain to all of them. The tree stays the same.
 */
export const skipPlainText: MarkdownConfig = {
  parseInline: [
    {
      name: 'SkipPlainText',
      before: 'Escape',
      parse(context, _next, at) {
        const stop = context.offset + findStop(context.text, at - context.offset);
        return stop > at ? stop : -1;
      },
    },
  ],
};

/** The first place from `from` on at which an inline parser may find something, or the end. */
function findStop(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const kind = code < 128 ? KINDS[code] : PLAIN;
    if (kind === PLAIN) continue;
    if (kind === STOP) return at;
    if (kind === IN_ADDRESS) return startOfName(text, from, at);
    if (kind === SPACE && text.charCodeAt(at + 1) === code) return at;
    if (kind === LETTER_W && text.startsWith('www.', at)) return startOfName(text, from, at);
  }
  return text.length;
}

function startOfName(text: string, from: number, at: number): number {
  const least = Math.max(from, at - NAME_LENGTH);
  let start = at;
  while (start > least && isNameCharacter(text.charCodeAt(start - 1))) start--;
  return start;
}

/** A character of `[\w.+-]`. */
function isNameCharacter(code: number): boolean {
  return (
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0x30 && code <= 0x39) ||
    code === 0x5f ||
    code === 0x2b ||
    code === 0x2d ||
    code === 0x2e
  );
}
