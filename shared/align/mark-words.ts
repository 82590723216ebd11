import type { TextRange } from '../model/text.ts';
import type { PreparedText } from './align.ts';
import { termOf } from './passage-features.ts';
import type { Passage } from './passages.ts';
import type { Word } from './words.ts';

/** Words to mark in a passage that is shown beside its counterparts; neighbours are one range. */
export interface WordMarks {
  /** Words that the counterparts say too. */
  readonly common: readonly TextRange[];
  /** Words that the other document says nowhere, numbers included. */
  readonly particular: readonly TextRange[];
}

/** Numbers are compared as they stand. */
const NUMBER = /^\d/;

/**
 * What a passage has in common with its counterparts in another document and what it alone says. Small words are never marked,
 * so that marks stay few enough to read by.
 */
export function markWords(
  own: PreparedText,
  passage: Passage,
  other: PreparedText,
  counterparts: readonly Passage[],
): WordMarks {
  const beside = new Set(
    counterparts.flatMap(({ fromWord, toWord }) => other.words.slice(fromWord, toWord).map(compared)),
  );
  const anywhere = new Set(other.words.map(compared));
  const words = own.words.slice(passage.fromWord, passage.toWord);
  const marked = (keep: (term: string) => boolean): TextRange[] =>
    joinRanges(
      own.text,
      words.filter((word) => compared(word) !== '' && keep(compared(word))),
    );
  return { common: marked((term) => beside.has(term)), particular: marked((term) => !anywhere.has(term)) };
}

function compared({ text }: Word): string {
  return NUMBER.test(text) ? text : termOf(text);
}

/** Ranges of words with nothing but space between them become one. */
function joinRanges(text: string, words: readonly Word[]): TextRange[] {
  const ranges: TextRange[] = [];
  for (const { from, to } of words) {
    const last = ranges.at(-1);
    if (last && /^\s*$/.test(text.slice(last.to, from))) ranges[ranges.length - 1] = { from: last.from, to };
    else ranges.push({ from, to });
  }
  return ranges;
}
