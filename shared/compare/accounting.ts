import type { Comparison, Span } from './comparison.ts';

const COVERS_A: readonly string[] = ['keep', 'reflow', 'delete', 'move'];
const COVERS_B: readonly string[] = ['keep', 'reflow', 'insert', 'move'];

/**
 * Checks that a comparison shows every character of both texts exactly once and that its spans say the truth (CONTRACT.md,
 * "Accounting"). Gives the first fault in words, or null.
 */
export function findAccountingFault(comparison: Comparison): string | null {
  const { a, b, spans } = comparison;
  return (
    findGap(
      'A',
      a.text.length,
      spans.filter((span) => COVERS_A.includes(span.op)).map((s) => [s.fromA, s.toA]),
    ) ??
    findGap(
      'B',
      b.text.length,
      spans.filter((span) => COVERS_B.includes(span.op)).map((s) => [s.fromB, s.toB]),
    ) ??
    spans.map((span) => findFalseSpan(span, a.text, b.text)).find((fault) => fault !== null) ??
    findUnclaimedSpan(comparison)
  );
}

function findGap(
  side: string,
  length: number,
  ranges: readonly (readonly [number, number])[],
): string | null {
  let at = 0;
  for (const [from, to] of [...ranges].sort((x, y) => x[0] - y[0])) {
    if (from !== at || to < from)
      return `${side}: characters from ${at} are not covered exactly once (next span ${from}..${to})`;
    at = to;
  }
  return at === length ? null : `${side}: ${at} of ${length} characters are covered`;
}

function findFalseSpan(span: Span, textA: string, textB: string): string | null {
  const inA = textA.slice(span.fromA, span.toA);
  const inB = textB.slice(span.fromB, span.toB);
  const where = `at A ${span.fromA}..${span.toA}, B ${span.fromB}..${span.toB}`;
  switch (span.op) {
    case 'keep':
      return inA === inB ? null : `keep with different text ${where}`;
    case 'reflow':
      return withoutSpace(inA) === withoutSpace(inB) ? null : `reflow of more than white space ${where}`;
    case 'move':
      return withoutSpace(inA) === withoutSpace(inB) ? null : `move with different words ${where}`;
    case 'delete':
      return span.fromB === span.toB && span.toA > span.fromA ? null : `delete with a wrong range ${where}`;
    case 'insert':
      return span.fromA === span.toA && span.toB > span.fromB ? null : `insert with a wrong range ${where}`;
  }
}

function withoutSpace(text: string): string {
  return text.replace(/\s+/g, '');
}

function findUnclaimedSpan({ spans, changes }: Comparison): string | null {
  const claimed = new Uint8Array(spans.length);
  for (const change of changes) for (const index of change.spans) claimed[index] = (claimed[index] ?? 0) + 1;
  const index = spans.findIndex((span, i) => (claimed[i] ?? 0) !== (span.op === 'keep' ? 0 : 1));
  const span = spans[index];
  if (!span) return null;
  return `${span.op} at A ${span.fromA}, B ${span.fromB} belongs to ${claimed[index]} changes`;
}
