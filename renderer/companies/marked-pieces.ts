import type { TextRange } from '../../shared/model/text.ts';

/** What is marked in a passage: words that made a decision, by place, and words that both sides share, by spelling. */
export interface PassageMarks {
  readonly evidence: readonly TextRange[];
  readonly terms: readonly string[];
  /** Words that only this side says, by place. */
  readonly particular?: readonly TextRange[];
}

/** A stretch of visible text with at most one mark. */
export interface MarkedPiece {
  readonly text: string;
  readonly mark: 'evidence' | 'term' | 'particular' | null;
}

/** Cuts the visible text that stands at `at` in the document into marked and unmarked pieces; evidence outranks terms. */
export function markedPieces(text: string, at: TextRange, marks: PassageMarks): readonly MarkedPiece[] {
  const marked = new Array<MarkedPiece['mark']>(text.length).fill(null);
  const pattern = termPattern(marks.terms);
  if (pattern)
    for (const match of text.matchAll(pattern))
      marked.fill('term', match.index, match.index + match[0].length);
  // Where an entity or an escape stands, offsets into the source say nothing of the visible text.
  if (text.length === at.to - at.from) {
    fillRanges(marked, 'particular', marks.particular ?? [], at);
    fillRanges(marked, 'evidence', marks.evidence, at);
  }
  return joinEqual(text, marked);
}

function fillRanges(
  marked: MarkedPiece['mark'][],
  mark: MarkedPiece['mark'],
  ranges: readonly TextRange[],
  at: TextRange,
): void {
  for (const { from, to } of ranges)
    if (from < at.to && to > at.from)
      marked.fill(mark, Math.max(0, from - at.from), Math.min(marked.length, to - at.from));
}

function joinEqual(text: string, marked: readonly MarkedPiece['mark'][]): readonly MarkedPiece[] {
  const pieces: MarkedPiece[] = [];
  let from = 0;
  for (let at = 1; at <= text.length; at++) {
    if (at < text.length && marked[at] === marked[from]) continue;
    pieces.push({ text: text.slice(from, at), mark: marked[from] ?? null });
    from = at;
  }
  return pieces;
}

function termPattern(terms: readonly string[]): RegExp | null {
  if (terms.length === 0) return null;
  const words = terms.map((term) => term.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replace(/\s+/g, '\\s+'));
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
}
