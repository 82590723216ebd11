import type { Span } from '../../../shared/compare/comparison.ts';
import type { TextRange } from '../../../shared/model/text.ts';

/** Where a range of B stood in A. */
export interface MappedRange extends TextRange {
  /** Characters of the range that were there before, word for word or in other line breaks. */
  readonly kept: number;
  /** True when all of it was there and in the same order. */
  readonly whole: boolean;
}

/** Pieces of A further apart than this are not one passage: a word that stood elsewhere by chance. */
const MAX_GAP = 240;

/** Maps a range of B back to A through the spans of their comparison; null when nothing of it was there. */
export function mapRangeBack(spans: readonly Span[], range: TextRange): MappedRange | null {
  const pieces = spans.flatMap((span) => {
    if (span.op === 'insert' || span.op === 'delete') return [];
    const from = Math.max(range.from, span.fromB);
    const to = Math.min(range.to, span.toB);
    if (from >= to) return [];
    const exact = span.op === 'keep' || span.toA - span.fromA === span.toB - span.fromB;
    return [
      exact
        ? { from: span.fromA + from - span.fromB, to: span.fromA + to - span.fromB, kept: to - from }
        : { from: span.fromA, to: span.toA, kept: to - from },
    ];
  });
  if (pieces.length === 0) return null;
  const cluster = largestCluster(pieces);
  const kept = cluster.reduce((sum, piece) => sum + piece.kept, 0);
  const from = Math.min(...cluster.map((piece) => piece.from));
  const to = Math.max(...cluster.map((piece) => piece.to));
  return { from, to, kept, whole: kept === range.to - range.from && to - from === kept };
}

interface Piece extends TextRange {
  readonly kept: number;
}

/** Of pieces that stand near each other in A, those that hold the most. */
function largestCluster(pieces: readonly Piece[]): readonly Piece[] {
  const clusters: Piece[][] = [];
  for (const piece of [...pieces].sort((x, y) => x.from - y.from)) {
    const last = clusters.at(-1)?.at(-1);
    if (last && piece.from - last.to <= MAX_GAP) clusters.at(-1)?.push(piece);
    else clusters.push([piece]);
  }
  const weight = (cluster: readonly Piece[]): number => cluster.reduce((sum, piece) => sum + piece.kept, 0);
  return clusters.reduce((best, cluster) => (weight(cluster) > weight(best) ? cluster : best));
}
