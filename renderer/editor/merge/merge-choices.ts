import { type MergeChoice, type MergePassage, mergedText } from '../../../shared/compare/merge-texts.ts';

/** What a person has chosen, by the index of the passage. */
export type Choices = ReadonlyMap<number, MergeChoice>;

/** A row of the merge: a passage to decide on or to look at, or how much unchanged text is folded between two of them. */
export type MergeRow =
  | { readonly kind: 'passage'; readonly index: number; readonly passage: MergePassage }
  | { readonly kind: 'folded'; readonly index: number; readonly lead: string; readonly words: number };

/** Enough of unchanged text to know where one is. */
const LEAD_CHARS = 110;

/** The passages in order, those that nobody changed folded. */
export function mergeRows(passages: readonly MergePassage[]): readonly MergeRow[] {
  return passages.map((passage, index) => {
    if (passage.kind !== 'same') return { kind: 'passage', index, passage };
    const words = passage.base.split(/\s+/).filter((word) => word !== '').length;
    return { kind: 'folded', index, lead: lead(passage.base), words };
  });
}

/** How many conflicts nobody has decided on yet. */
export function openConflicts(passages: readonly MergePassage[], choices: Choices): number {
  return passages.filter(({ kind }, index) => kind === 'conflict' && !choices.has(index)).length;
}

/** One side for every conflict that is still open; what was decided before stays. */
export function settleOpen(
  passages: readonly MergePassage[],
  choices: Choices,
  choice: MergeChoice,
): Choices {
  const settled = new Map(choices);
  for (const [index, { kind }] of passages.entries())
    if (kind === 'conflict' && !settled.has(index)) settled.set(index, choice);
  return settled;
}

/** The result as it stands; null while a conflict is open. */
export function mergeResult(passages: readonly MergePassage[], choices: Choices): string | null {
  return openConflicts(passages, choices) > 0 ? null : mergedText(passages, choices);
}

/** "2 conflicts, 3 changes of yours, 1 of version 5", as far as there are any. */
export function countKinds(
  passages: readonly MergePassage[],
): Readonly<Record<MergePassage['kind'], number>> {
  const counts = { same: 0, mine: 0, theirs: 0, both: 0, conflict: 0 };
  for (const { kind } of passages) counts[kind] += 1;
  return counts;
}

function lead(text: string): string {
  const flat = text.trim().replace(/\s+/g, ' ');
  return flat.length <= LEAD_CHARS ? flat : `${flat.slice(0, LEAD_CHARS).replace(/\s\S*$/, '')} …`;
}
