import fc from 'fast-check';
import { expect, it } from 'vitest';
import { runToEnd } from '../../../shared/compare/steps.ts';
import { Interner, tokeniseInSteps } from '../../../shared/compare/tokens.ts';
import { TOKEN_PATTERN } from '../../../shared/model/text.ts';
import { arbitraryMarkdown } from './arbitrary-texts.ts';

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
