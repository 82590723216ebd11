import type { TextRange } from '../model/text.ts';
import { sourceRange } from '../structure/plain-text.ts';
import type { Passage, Reading } from '../structure/reading.ts';

/** A place in the running text that a pattern matched. */
export interface Hit {
  readonly words: string;
  readonly range: TextRange;
  readonly passage: Passage;
  /** Offset within the passage's plain text. */
  readonly at: number;
}

/**
 * Finds a global pattern in the running text: headings, paragraphs and cells, without markup. Passages in which `mayMatch` finds
 * nothing are passed over: for a costly pattern that asks for a rare word.
 */
export function findInText(reading: Reading, pattern: RegExp, mayMatch?: (text: string) => boolean): Hit[] {
  return reading.passages.flatMap((passage) => {
    if (mayMatch && !mayMatch(passage.plain.text)) return [];
    return [...passage.plain.text.matchAll(pattern)].map((match) => ({
      words: match[0],
      at: match.index,
      passage,
      range: sourceRange(passage.plain, match.index, match.index + match[0].length),
    }));
  });
}

/** Quotes words for a message. */
export function quote(words: string): string {
  return `“${words.replace(/\s+/g, ' ').trim()}”`;
}

/** Writes "once", "twice" or "5 times". */
export function times(count: number): string {
  return count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`;
}

/** Escapes a text for use in a pattern. */
export function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
