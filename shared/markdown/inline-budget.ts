import type { InlineContext, MarkdownConfig } from '@lezer/markdown';

/**
 * Marks of one kind in one paragraph that may begin or end something; further ones are plain text. Lezer looks back over all open
 * brackets at each closing one, so 100,000 nested brackets cost half a minute without a bound; and it writes nested emphasis by
 * recursion, which ends in a stack overflow beyond about 10,000 levels. A paragraph with a thousand links or two thousand
 * emphasised words is still read whole.
 */
const BRACKETS_PER_BLOCK = 2_000;
const EMPHASIS_MARKS_PER_BLOCK = 4_000;

interface Seen {
  brackets: number;
  emphasis: number;
}

const seenIn = new WeakMap<InlineContext, Seen>();

/** Keeps the reading of links and emphasis linear and shallow on hostile text. */
export const inlineBudget: MarkdownConfig = {
  parseInline: [
    {
      name: 'InlineBudget',
      before: 'Escape',
      parse(context, next, at) {
        if (isBracket(next)) return ++seenBy(context).brackets > BRACKETS_PER_BLOCK ? at + 1 : -1;
        if (isEmphasisMark(next)) return ++seenBy(context).emphasis > EMPHASIS_MARKS_PER_BLOCK ? at + 1 : -1;
        return -1;
      },
    },
  ],
};

function seenBy(context: InlineContext): Seen {
  const known = seenIn.get(context);
  if (known) return known;
  const seen = { brackets: 0, emphasis: 0 };
  seenIn.set(context, seen);
  return seen;
}

/** Asked for every character of a text, so plain comparisons: `[` and `]`. */
function isBracket(code: number): boolean {
  return code === 0x5b || code === 0x5d;
}

/** `*`, `_` and `~`. */
function isEmphasisMark(code: number): boolean {
  return code === 0x2a || code === 0x5f || code === 0x7e;
}
