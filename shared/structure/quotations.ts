import type { TextRange } from '../model/text.ts';

/** Words set between quotation marks. The range is that of the whole quotation; `inner` that of the words. */
export interface Quotation extends TextRange {
  readonly inner: TextRange;
  readonly words: string;
}

const QUOTATION =
  /[“„]\s*([^“”„"\n]{1,80}?)\s*[”“"]|"\s*([^“”"\n]{1,80}?)\s*["”]|«\s*([^«»\n]{1,80}?)\s*»|(?<![\p{L}\p{N}])[‘']\s*([^‘’'"“”\n]{1,60}?)\s*[’'](?![\p{L}\p{N}])/gu;

/** Finds quotations in order; a comma or full stop that American usage sets inside the marks is left out of the words. */
export function findQuotations(text: string): Quotation[] {
  if (!/["“„«‘']/.test(text)) return [];
  const found: Quotation[] = [];
  for (const match of text.matchAll(QUOTATION)) {
    const raw = match[1] ?? match[2] ?? match[3] ?? match[4] ?? '';
    const words = raw.replace(/[\s.,;:]+$/, '');
    if (!words) continue;
    const from = match.index + match[0].indexOf(raw, 1);
    found.push({
      from: match.index,
      to: match.index + match[0].length,
      inner: { from, to: from + words.length },
      words,
    });
  }
  return found;
}
