/** A pair of passages, by their places in their documents, and how alike they are (0 to 1). */
export interface Candidate {
  readonly a: number;
  readonly b: number;
  readonly score: number;
  /** The passage of that side is the general section under which the other belongs. */
  readonly gathersA: boolean;
  readonly gathersB: boolean;
}

/** Below this nothing corresponds: chosen with the weights, where "nothing" was right for 8 of 10 passages left out. */
export const LEAST_SCORE = 0.26;
/** A link within this of the best of one of its ends is as good as it. */
const NEARLY_BEST = 0.95;
/** The best of one end must be this near to the best of the other, else the other is about something else; not where it gathers many. */
const FAR_FROM_BEST = 0.7;

/**
 * Chooses links over the whole of two documents: a link stands where it is the best, or nearly, that one of its two ends has
 * anywhere, unless the other has a much better one. So a general section gathers every specific one that belongs to it, and a
 * passage whose best is weak, or which is only the least bad for another, keeps none. Symmetric in the two documents, with no order to depend on.
 */
export function solveLinks(candidates: readonly Candidate[], least = LEAST_SCORE): readonly Candidate[] {
  const bestA = new Map<number, number>();
  const bestB = new Map<number, number>();
  for (const { a, b, score } of candidates) {
    bestA.set(a, Math.max(bestA.get(a) ?? 0, score));
    bestB.set(b, Math.max(bestB.get(b) ?? 0, score));
  }
  return candidates
    .filter(({ a, b, score, gathersA, gathersB }) => {
      const [toA, toB] = [score / (bestA.get(a) ?? score), score / (bestB.get(b) ?? score)];
      const isNear = (gathersA || toA >= FAR_FROM_BEST) && (gathersB || toB >= FAR_FROM_BEST);
      return score >= least && isNear && Math.max(toA, toB) >= NEARLY_BEST;
    })
    .sort((x, y) => x.a - y.a || x.b - y.b);
}
