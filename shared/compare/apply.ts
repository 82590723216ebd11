import { assertNever } from '../model/result.ts';
import type { Comparison, Span } from './comparison.ts';

/**
 * Makes the new text out of the old one: kept characters come from A, everything else from what the spans bring. Equal to
 * `comparison.b.text`, byte for byte, whenever the accounting holds.
 */
export function applySpans(comparison: Comparison): string {
  const { a, b, spans } = comparison;
  const inOrderOfB = spans.filter((span) => span.op !== 'delete').sort((x, y) => x.fromB - y.fromB);
  return inOrderOfB.map((span) => textOf(span, a.text, b.text)).join('');
}

function textOf(span: Span, textA: string, textB: string): string {
  switch (span.op) {
    case 'keep':
      return textA.slice(span.fromA, span.toA);
    case 'insert':
    case 'reflow':
    case 'move':
      return textB.slice(span.fromB, span.toB);
    case 'delete':
      return '';
    default:
      return assertNever(span.op);
  }
}
