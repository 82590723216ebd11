import type { Correspondence } from './assemble-spans.ts';
import type { Change, ChangeClass, ComparisonStats } from './comparison.ts';
import type { ReadText } from './read-text.ts';
import { beginsWord } from './tokens.ts';

/** Counts words (marks are not counted) by what became of them, and changes by class. */
export function countStats(
  a: ReadText,
  b: ReadText,
  match: Correspondence,
  changes: readonly Change[],
): ComparisonStats {
  const wordsA = countWordsWhere(a, () => true);
  const wordsB = countWordsWhere(b, () => true);
  const moved = countWordsWhere(a, (i) => match.partner[i] !== -1 && (match.moveA[i] ?? 0) > 0);
  const paired = countWordsWhere(a, (i) => match.partner[i] !== -1);
  const byClass: Partial<Record<ChangeClass, number>> = {};
  for (const change of changes) byClass[change.class] = (byClass[change.class] ?? 0) + 1;
  return {
    wordsA,
    wordsB,
    kept: paired - moved,
    inserted: wordsB - paired,
    deleted: wordsA - paired,
    moved,
    byClass,
  };
}

function countWordsWhere({ text, tokens }: ReadText, test: (token: number) => boolean): number {
  let count = 0;
  for (let i = 0; i < tokens.count; i++) if (test(i) && beginsWord(text, tokens.from[i] ?? 0)) count++;
  return count;
}
