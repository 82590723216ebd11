import { Autolink, type InlineParser, type MarkdownConfig } from '@lezer/markdown';

/** The rest of a link's text and the beginning of its target. */
const INSIDE_LINK_TEXT = /^[^[\]\n]*\][([]/;

/**
 * GFM's bare addresses, but not within the text of a link, where GFM has none. The original takes them there too, and swallows
 * the emphasis marks behind them (`[**https://x.example**](…)`).
 */
export const linkAwareAutolink: MarkdownConfig = {
  ...Autolink,
  parseInline: (Autolink.parseInline ?? []).map(
    (original): InlineParser => ({
      ...original,
      parse: (context, next, at) =>
        context.hasOpenLink && INSIDE_LINK_TEXT.test(context.slice(at, context.end))
          ? -1
          : original.parse(context, next, at),
    }),
  ),
};
