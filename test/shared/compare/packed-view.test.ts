import fc from 'fast-check';
import { expect, it } from 'vitest';
import { buildRedline } from '../../../shared/compare/build-redline.ts';
import { compareTexts } from '../../../shared/compare/compare.ts';
import { packView, unpackView } from '../../../shared/compare/packed-view.ts';
import { arbitraryPair } from './arbitrary-texts.ts';

it('gives back what was packed, of every pair of texts', () => {
  fc.assert(
    fc.property(arbitraryPair, ([a, b]) => {
      const comparison = compareTexts({ label: 'old', text: a }, { label: 'new', text: b });
      const view = { comparison, redline: buildRedline(comparison) };
      expect(unpackView(packView(view))).toEqual(view);
    }),
    { numRuns: 300 },
  );
});

it('writes runs of two columns once, and no text that the texts have', () => {
  const text = 'A paragraph that stays as it is, word for word, in both of the texts.\n'.repeat(40);
  const comparison = compareTexts({ label: 'a', text }, { label: 'b', text: `${text}\nOne more.\n` });
  const view = { comparison, redline: buildRedline(comparison) };
  expect(packView(view).length).toBeLessThan(JSON.stringify(view).length / 2);
});
