import { withoutNotes } from '../markdown/notes.ts';
import { compareTexts } from './compare.ts';
import type { Comparison } from './comparison.ts';

/** The comparison as it may leave the house: of both texts without the notes to oneself. The same object where there are none. */
export function comparisonToPublish(comparison: Comparison): Comparison {
  const { a, b } = comparison;
  const [textA, textB] = [withoutNotes(a.text), withoutNotes(b.text)];
  if (textA === a.text && textB === b.text) return comparison;
  return compareTexts({ ...a, text: textA }, { ...b, text: textB });
}
