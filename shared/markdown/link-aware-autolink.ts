import { Autolink, type InlineParser, type MarkdownConfig } from '@lezer/markdown';

/** How a bare address begins; GFM looks no further back than 50 characters for the name before an `@`. */
const ADDRESS_START = /^(?:www\.|https?:\/\/|mailto:|xmpp:|[\w.+-]{1,50}@)/;
const ADDRESS_START_LENGTH = 52;
/** The rest of a link's text and the beginning of its target. */
const INSIDE_LINK_TEXT = /^[^[\]\n]*\][([]/;
/** Looked at behind an address: a longer link text is none. Without a bound, one huge line costs the square of its length. */
const LINK_TEXT_LIMIT = 2_000;

/**
 * GFM's bare addresses, but not within the text of a link, where GFM has none. The original takes them there too, and swallows
 * the emphasis marks behind them (`[**https://x.example**](…)`).
 */
export const linkAwareAutolink: MarkdownConfig = {
  ...Autolink,
  parseInline: (Autolink.parseInline ?? []).map(
    (original): InlineParser => ({
      ...original,
      parse(context, next, at) {
        // Asked at every character of a text: most need no look at those behind them.
        if (!isWordCharacter(next) && !isNameMark(next)) return -1;
        if (at > context.offset && isWordCharacter(context.char(at - 1))) return -1;
        const start = context.slice(at, Math.min(at + ADDRESS_START_LENGTH, context.end));
        if (!ADDRESS_START.test(start)) return -1;
        const rest = context.slice(at, Math.min(at + LINK_TEXT_LIMIT, context.end));
        return context.hasOpenLink && INSIDE_LINK_TEXT.test(rest) ? -1 : original.parse(context, next, at);
      },
    }),
  ),
};

/** A letter, digit or `_` of ASCII. An address begins at the first of them. */
function isWordCharacter(code: number): boolean {
  return (
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0x30 && code <= 0x39) ||
    code === 0x5f
  );
}

/** `+`, `-` and `.`, which the name in an e-mail address may also begin with. */
function isNameMark(code: number): boolean {
  return code === 0x2b || code === 0x2d || code === 0x2e;
}
