import type { TextEdit, TextRange } from '../../model/text.ts';

/**
 * What writing through a lens gives: the smallest edits, none when the text says so already, and null where the text has no place
 * of a form that can be written to.
 */
export type LensEdits = readonly TextEdit[] | null;

/** The edit that turns a stretch of text into another one, cut down to what differs; none when nothing does. */
export function replaceRange(text: string, range: TextRange, insert: string): TextEdit[] {
  const old = text.slice(range.from, range.to);
  if (old === insert) return [];
  const limit = Math.min(old.length, insert.length);
  let start = 0;
  while (start < limit && old[start] === insert[start]) start++;
  let end = 0;
  while (end < limit - start && old[old.length - 1 - end] === insert[insert.length - 1 - end]) end++;
  return [{ from: range.from + start, to: range.to - end, insert: insert.slice(start, insert.length - end) }];
}
