import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findAccountingFault } from '../../../shared/compare/accounting.ts';
import { applySpans } from '../../../shared/compare/apply.ts';
import { buildRedline } from '../../../shared/compare/build-redline.ts';
import { compareTexts } from '../../../shared/compare/compare.ts';
import type { Comparison } from '../../../shared/compare/comparison.ts';
import type { RedlineBlock } from '../../../shared/compare/redline.ts';
import { arbitraryMarkdown, arbitraryPair } from './arbitrary-texts.ts';

/** A short run in the gate; `COMPARE_RUNS=100000` for the long one. */
const RUNS = Number(process.env['COMPARE_RUNS'] ?? 400);

describe('on every pair of texts', () => {
  it('the accounting holds and the spans make the new text out of the old', () => {
    fc.assert(
      fc.property(arbitraryPair, ([a, b]) => {
        const comparison = compare(a, b);
        expect(findAccountingFault(comparison)).toBeNull();
        expect(applySpans(comparison)).toBe(b);
      }),
      { numRuns: RUNS },
    );
  });

  it('a text compared with itself has no changes', () => {
    fc.assert(
      fc.property(arbitraryMarkdown, (text) => {
        const { changes, spans } = compare(text, text);
        expect({ changes, ops: spans.filter((span) => span.op !== 'keep') }).toEqual({
          changes: [],
          ops: [],
        });
      }),
      { numRuns: RUNS },
    );
  });

  it('the redline shows each visible word of both texts once', () => {
    fc.assert(
      fc.property(arbitraryPair, ([a, b]) => {
        const { rows } = buildRedline(compare(a, b));
        expect(rows.map((row) => textOf(row.a)).join('')).toBe(visibleText(a));
        expect(rows.map((row) => textOf(row.b)).join('')).toBe(visibleText(b));
      }),
      { numRuns: RUNS },
    );
  });
});

function compare(a: string, b: string): Comparison {
  return compareTexts({ label: 'a', text: a }, { label: 'b', text: b });
}

/** What a reader sees of a text, by way of a redline that has nothing to show. */
function visibleText(text: string): string {
  return buildRedline(compare(text, text))
    .rows.map((row) => textOf(row.b))
    .join('');
}

function textOf(block: RedlineBlock | null): string {
  if (!block || block.kind === 'rule') return '';
  const runs = block.kind === 'table-row' ? block.cells.flat() : block.runs;
  return runs.map((run) => run.text).join('');
}
