import type { InlineContext, MarkdownConfig } from '@lezer/markdown';

/**
 * Brackets of one paragraph that may begin or end a link; further ones are plain text. Lezer looks back over all open brackets at
 * each closing one, so 100,000 nested brackets cost half a minute without a bound, and 0.2 s with it. A paragraph with a thousand
 * links is still read whole.
 */
const BRACKETS_PER_BLOCK = 2_000;

const OPEN = '['.charCodeAt(0);
const CLOSE = ']'.charCodeAt(0);

const seen = new WeakMap<InlineContext, number>();

/** Keeps the reading of links linear on hostile text. */
export const bracketBudget: MarkdownConfig = {
  parseInline: [
    {
      name: 'BracketBudget',
      before: 'Escape',
      parse(context, next, at) {
        if (next !== OPEN && next !== CLOSE) return -1;
        const count = (seen.get(context) ?? 0) + 1;
        seen.set(context, count);
        return count > BRACKETS_PER_BLOCK ? at + 1 : -1;
      },
    },
  ],
};
