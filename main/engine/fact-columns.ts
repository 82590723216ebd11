import { createHash } from 'node:crypto';
import type { FactColumn } from '../../shared/align/facts.ts';

/** What texts were found to state, so that a table that is opened again, or gains one policy, reads only what is new. */
export interface FactColumns {
  find(text: string): FactColumn | null;
  keep(text: string, column: FactColumn): void;
}

/** A column is a few dozen values, far smaller than its text: these many are some megabytes. */
const MOST_KEPT = 200;

/** Keeps columns by the SHA-256 of their text; the one unused for longest makes room. */
export function openFactColumns(most = MOST_KEPT): FactColumns {
  const kept = new Map<string, FactColumn>();
  const keyOf = (text: string): string => createHash('sha256').update(text).digest('base64');
  return {
    find(text) {
      const key = keyOf(text);
      const column = kept.get(key);
      if (!column) return null;
      kept.delete(key);
      kept.set(key, column);
      return column;
    },
    keep(text, column) {
      kept.set(keyOf(text), column);
      const [oldest] = kept.keys();
      if (kept.size > most && oldest !== undefined) kept.delete(oldest);
    },
  };
}
