import { diffArrays } from 'diff';

export interface WordRecall {
  /** The share of the expected words that are found in order, 0 to 1. */
  readonly share: number;
  /** Runs of words that are missing, for people who look for the reason. */
  readonly missing: readonly string[];
}

/** Words as the comparison counts them: letters and digits with the apostrophes and hyphens between two of those. */
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’‐‑-][\p{L}\p{N}\p{M}]+)*/gu;

/** The words of a text. */
export function wordsOf(text: string): string[] {
  return text.normalize('NFC').match(WORD) ?? [];
}

/** How many of the words of `expected` are in `found`, in the same order. */
export function wordRecall(expected: readonly string[], found: readonly string[]): WordRecall {
  const parts = diffArrays([...expected], [...found]);
  const missing = parts.filter(({ removed }) => removed);
  const lost = missing.reduce((sum, { value }) => sum + value.length, 0);
  return {
    share: expected.length === 0 ? 1 : 1 - lost / expected.length,
    missing: missing.map(({ value }) => value.join(' ')),
  };
}
