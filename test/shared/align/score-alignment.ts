import type { AlignmentDocument } from '../../../shared/align/alignment.ts';

/** As much of an alignment as is scored. */
export interface ScoredAlignment {
  readonly documents: readonly AlignmentDocument[];
  readonly links: readonly { readonly from: string; readonly to: string }[];
}

/** A section of the gold, by lines of its document, 1-based and inclusive. */
export interface GoldSection {
  readonly id: string;
  readonly start_line: number;
  readonly end_line: number;
}

export interface GoldPair {
  readonly pair: string;
  readonly a: string;
  readonly b: string;
  readonly a_file: string;
  readonly b_file: string;
  /** Grade 2: same subject; 1: acceptable. */
  readonly links: readonly { readonly a: string; readonly b: string; readonly grade: 1 | 2 }[];
  readonly unaligned_a: readonly string[];
  readonly unaligned_b: readonly string[];
}

/** Counts over pairs, summed before ratios are taken. */
export interface AlignmentCounts {
  predicted: number;
  right: number;
  strict: number;
  wanted: number;
  found: number;
  nothing: number;
  nothingRight: number;
}

/**
 * Counts as `score_alignment.py` beside the gold does: predicted passages are laid over gold sections by lines; precision counts
 * both grades, strict precision and recall grade 2 only.
 */
export function countAlignment(
  alignment: ScoredAlignment,
  gold: GoldPair,
  sectionsA: readonly GoldSection[],
  sectionsB: readonly GoldSection[],
): AlignmentCounts {
  const covers = new Map([...coversOf(alignment, 0, sectionsA), ...coversOf(alignment, 1, sectionsB)]);
  const predicted = new Set(
    alignment.links.flatMap(({ from, to }) =>
      (covers.get(from) ?? []).flatMap((a) => (covers.get(to) ?? []).map((b) => `${a} ${b}`)),
    ),
  );
  const grades = new Map(gold.links.map(({ a, b, grade }) => [`${a} ${b}`, grade]));
  const links = [...predicted];
  const linkedA = new Set(links.map((link) => link.split(' ')[0]));
  const linkedB = new Set(links.map((link) => link.split(' ')[1]));
  const wanted = [...grades].filter(([, grade]) => grade === 2).map(([link]) => link);
  return {
    predicted: links.length,
    right: links.filter((link) => grades.has(link)).length,
    strict: links.filter((link) => grades.get(link) === 2).length,
    wanted: wanted.length,
    found: wanted.filter((link) => predicted.has(link)).length,
    nothing: gold.unaligned_a.length + gold.unaligned_b.length,
    nothingRight:
      gold.unaligned_a.filter((id) => !linkedA.has(id)).length +
      gold.unaligned_b.filter((id) => !linkedB.has(id)).length,
  };
}

/** F1 of precision over both grades, of strict precision, and the share of right "nothing corresponds". */
export function scoreCounts(counts: AlignmentCounts): {
  readonly f1: number;
  readonly strictF1: number;
  readonly nothing: number;
} {
  const recall = counts.found / Math.max(1, counts.wanted);
  const f1 = (right: number): number => {
    const precision = right / Math.max(1, counts.predicted);
    return (2 * precision * recall) / Math.max(1e-9, precision + recall);
  };
  return {
    f1: f1(counts.right),
    strictF1: f1(counts.strict),
    nothing: counts.nothingRight / Math.max(1, counts.nothing),
  };
}

function coversOf(
  alignment: ScoredAlignment,
  document: number,
  gold: readonly GoldSection[],
): [id: string, sections: string[]][] {
  return (alignment.documents[document]?.sections ?? []).map(({ id, fromLine, toLine }) => [
    id,
    gold
      .filter(({ start_line, end_line }) => {
        const shared = Math.min(toLine, end_line) - Math.max(fromLine, start_line) + 1;
        const half = Math.min(end_line - start_line + 1, toLine - fromLine + 1);
        return shared > 0 && 2 * shared >= half;
      })
      .map((section) => section.id),
  ]);
}
