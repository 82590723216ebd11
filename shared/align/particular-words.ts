import type { TextRange } from '../model/text.ts';
import type { PreparedText } from './align.ts';
import { everydayTerms } from './everyday-terms.ts';
import { termOf } from './passage-features.ts';
import type { Passage } from './passages.ts';
import { foldWords, type Word } from './words.ts';

/** More marks than this in one passage would say nothing any more. */
const MOST_IN_PASSAGE = 6;
/** A number that only one side states is what readers look for first: it counts as much as a word said this often. */
const NUMBER_COUNTS = 3;
const NUMBER = /^\d/;
/** "You'll" and "Ada's" are "you" and "Ada". */
const ENDING = /['’](?:ll|re|ve|d|m|t|s)$/;
/** What this share of the passages says is what the policy is about, the company's own brand above all: it marks no passage. */
const SAID_EVERYWHERE = 0.2;
/** Passages that must say a word before it can be everywhere. */
const LEAST_EVERYWHERE = 4;
/**
 * The words of a document's passages that another document says nowhere, by stem, numbers as they stand; of each passage the six
 * that are most its own: often here, seldom in the other passages. In order of the text; words with only space between are one range.
 */
export function particularWords(own: PreparedText, other: PreparedText): readonly TextRange[] {
  const theirs = new Set(other.words.map(compared));
  for (const name of foldWords(`${own.label} ${other.label}`)) theirs.add(termOf(name));
  const passages = own.passages.map((passage) => countOwn(own, passage, theirs));
  const spread = new Map<string, number>();
  for (const counts of passages)
    for (const term of counts.keys()) spread.set(term, (spread.get(term) ?? 0) + 1);
  const everywhere = Math.max(LEAST_EVERYWHERE, SAID_EVERYWHERE * passages.length);
  for (const counts of passages)
    for (const term of counts.keys()) if ((spread.get(term) ?? 0) >= everywhere) counts.delete(term);
  return own.passages.flatMap((passage, index) => {
    const chosen = choose(passages[index] ?? new Map(), spread);
    const words = own.words.slice(passage.fromWord, passage.toWord);
    return joinRanges(
      own.text,
      words.filter((word) => chosen.has(compared(word))),
    );
  });
}

function countOwn(
  { words }: PreparedText,
  { fromWord, toWord }: Passage,
  theirs: ReadonlySet<string>,
): Map<string, number> {
  const counts = new Map<string, number>();
  for (let at = fromWord; at < toWord; at++) {
    const word = words[at];
    const term = word ? compared(word) : '';
    if (term !== '' && !theirs.has(term) && !everydayTerms.has(term))
      counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  return counts;
}

function choose(
  counts: ReadonlyMap<string, number>,
  spread: ReadonlyMap<string, number>,
): ReadonlySet<string> {
  const weight = (term: string): number =>
    ((counts.get(term) ?? 0) * (NUMBER.test(term) ? NUMBER_COUNTS : 1)) / (spread.get(term) ?? 1);
  const ranked = [...counts.keys()].sort((x, y) => weight(y) - weight(x) || (x < y ? -1 : 1));
  return new Set(ranked.slice(0, MOST_IN_PASSAGE));
}

/** Numbers are compared as they stand, small words not at all. */
function compared({ text }: Word): string {
  return NUMBER.test(text) ? text : termOf(text.replace(ENDING, ''));
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
