import type { PlacedWord } from './token-origins.ts';

/** The words that left a policy, so that a passage that comes back is known. */
export interface LeftWords {
  /** Keeps the words of a version that are not in `taken`, those that went on into the next one. */
  add(words: readonly PlacedWord[], origins: readonly number[], taken: ReadonlySet<number>): void;
  /** Gives new words (null) that came back in a row the origins that they had when they left. */
  recall(words: readonly PlacedWord[], origins: (number | null)[]): void;
}

/** So many words in a row are no chance. */
const RUN = 5;
/** Runs kept: those of some hundred long versions, newest last. */
const MAX_RUNS = 2_000_000;

interface LeftPassage {
  readonly words: readonly string[];
  readonly origins: readonly number[];
}

/** Opens a store for one policy's history. */
export function openLeftWords(): LeftWords {
  const passages = new Map<string, { readonly passage: LeftPassage; readonly at: number }>();
  return {
    add(words, origins, taken) {
      for (let from = 0; from < words.length; from++) {
        if (taken.has(from)) continue;
        let to = from;
        while (to < words.length && !taken.has(to)) to++;
        if (to - from >= RUN && passages.size < MAX_RUNS) {
          const passage = {
            words: words.slice(from, to).map(({ word }) => word),
            origins: origins.slice(from, to),
          };
          for (let at = 0; at + RUN <= passage.words.length; at++)
            passages.set(passage.words.slice(at, at + RUN).join(' '), { passage, at });
        }
        from = to;
      }
    },
    recall(words, origins) {
      for (let at = 0; at < words.length; at++) {
        if (origins[at] !== null) continue;
        const run = words
          .slice(at, at + RUN)
          .map(({ word }) => word)
          .join(' ');
        const found = isNew(origins, at) ? passages.get(run) : undefined;
        if (!found) continue;
        let step = 0;
        for (; origins[at + step] === null; step++) {
          if (words[at + step]?.word !== found.passage.words[found.at + step]) break;
          origins[at + step] = found.passage.origins[found.at + step] ?? null;
        }
        at += step - 1;
      }
    },
  };
}

function isNew(origins: readonly (number | null)[], at: number): boolean {
  for (let step = 0; step < RUN; step++) if (origins[at + step] !== null) return false;
  return true;
}
