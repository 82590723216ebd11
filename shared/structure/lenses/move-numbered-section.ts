import type { MarkdownDocument } from '../../markdown/document.ts';
import { parseDocument } from '../../markdown/parse-document.ts';
import { applyEdits } from '../../model/text.ts';
import { inspect } from '../inspect.ts';
import type { Inspection } from '../inspection.ts';
import { type LensEdits, replaceRange } from './edits.ts';
import { moveSection, renumberSections } from './outline-lens.ts';

/**
 * Moves a section as `moveSection` does. Where the headings were numbered in order they are so again afterwards, and references follow
 * their sections; a numbering of its own is left as it is.
 */
export function moveNumberedSection(
  document: MarkdownDocument,
  inspection: Inspection,
  index: number,
  before: number,
): LensEdits {
  const moved = moveSection(document, inspection, index, before);
  if (!moved || moved.length === 0 || renumberSections(document, inspection)?.length !== 0) return moved;
  const text = applyEdits(document.text, moved);
  const after = parseDocument(text);
  const numbers = renumberSections(after, inspect(after));
  if (!numbers || numbers.length === 0) return moved;
  return replaceRange(document.text, { from: 0, to: document.text.length }, applyEdits(text, numbers));
}
