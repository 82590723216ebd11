import { applyPatch } from 'diff';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareTexts } from '../../../shared/compare/compare.ts';
import type { Comparison } from '../../../shared/compare/comparison.ts';
import { readCriticMarkup, writeCriticMarkup } from '../../../shared/compare/critic-markup.ts';
import { makeUnifiedPatch } from '../../../shared/compare/unified-patch.ts';
import { arbitraryPair } from './arbitrary-texts.ts';

const CRITIC_MARKS = ['{++', '++}', '{--', '--}', '{\\++', '+', '-', '{', '}', '\\', '~~}', 'word '];
const criticText = fc
  .array(fc.constantFrom(...CRITIC_MARKS), { maxLength: 12 })
  .map((parts) => parts.join(''));

describe('CriticMarkup', () => {
  it('marks what is deleted and inserted', () => {
    expect(writeCriticMarkup(compare('We keep it for 7 days.', 'We keep it for 60 days.'))).toBe(
      'We keep it for {--7--}{++60++} days.',
    );
  });

  it('gives both texts back, marks of its own in them included', () => {
    fc.assert(
      fc.property(fc.oneof(arbitraryPair, fc.tuple(criticText, criticText)), ([a, b]) => {
        expect(readCriticMarkup(writeCriticMarkup(compare(a, b)))).toEqual({ a, b });
      }),
      { numRuns: 500 },
    );
  });
});

describe('unified patch', () => {
  it('is empty for equal texts', () => {
    expect(makeUnifiedPatch(compare('Same.\n', 'Same.\n'))).toBe('');
  });

  it('makes the new text out of the old one', () => {
    const lines = fc.array(fc.constantFrom('We keep it.', 'We sell it.', '', '# Data', '* item'), {
      maxLength: 20,
    });
    fc.assert(
      fc.property(lines, lines, (old, fresh) => {
        const [a, b] = [old.join('\n'), fresh.join('\n')];
        if (a !== b) expect(applyPatch(a, makeUnifiedPatch(compare(a, b)))).toBe(b);
      }),
    );
  });
});

function compare(a: string, b: string): Comparison {
  return compareTexts({ label: 'old.md', text: a }, { label: 'new.md', text: b });
}
