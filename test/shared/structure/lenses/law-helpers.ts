import { parseDocument } from '../../../../shared/markdown/parse-document.ts';
import { applyEdits } from '../../../../shared/model/text.ts';
import { inspect } from '../../../../shared/structure/inspect.ts';
import type { Inspection } from '../../../../shared/structure/inspection.ts';
import type { LensEdits } from '../../../../shared/structure/lenses/edits.ts';

/** The policy after edits; null where there was no place for them. */
export function apply(text: string, edits: LensEdits): (Inspection & { text: string }) | null {
  if (!edits) return null;
  const after = applyEdits(text, edits);
  return { ...inspect(parseDocument(after)), text: after };
}

/** An index into a list, whatever its length. */
export function pick(index: number, list: readonly unknown[]): number {
  return list.length === 0 ? 0 : index % list.length;
}

/** Words as a reader sees them, on one line. */
export function fold(words: string): string {
  return words.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}

/** Where two values differ, or null. */
export function differ(found: unknown, expected: unknown): string | null {
  const [x, y] = [JSON.stringify(found), JSON.stringify(expected)];
  if (x === y) return null;
  let at = 0;
  while (x[at] === y[at]) at++;
  return `read ${x.slice(Math.max(0, at - 40), at + 80)} instead of ${y.slice(Math.max(0, at - 40), at + 80)}`;
}
