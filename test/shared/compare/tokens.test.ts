import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Interner } from '../../../shared/compare/interner.ts';
import { runToEnd } from '../../../shared/compare/steps.ts';
import { tokeniseInSteps } from '../../../shared/compare/tokens.ts';
import { TOKEN_PATTERN } from '../../../shared/model/text.ts';
import { arbitraryMarkdown } from './arbitrary-texts.ts';

it('gives equal tokens one number and different ones another, beyond the first size of its tables', () => {
  const words = Array.from({ length: 20_000 }, (_, n) => `w${(n * 7919) % 9_973}`);
  const interner = new Interner();
  const { id } = runToEnd(tokeniseInSteps(words.join(' '), interner));
  expect([...id].map((n) => interner.words[n])).toEqual(words);
  expect(interner.words).toHaveLength(new Set(words).size);
});

it('cuts a text as the pattern of the model does', () => {
  fc.assert(
    fc.property(
      fc.oneof(arbitraryMarkdown, fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' })),
      (text) => {
        const tokens = runToEnd(tokeniseInSteps(text, new Interner()));
        const own = Array.from({ length: tokens.count }, (_, i) => text.slice(tokens.from[i], tokens.to[i]));
        expect(own).toEqual([...text.matchAll(TOKEN_PATTERN)].map(([token]) => token));
      },
    ),
    { numRuns: 500 },
  );
});
