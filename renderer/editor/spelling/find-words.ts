import { parseDocument } from '../../../shared/markdown/parse-document.ts';
import type { TextRange } from '../../../shared/model/text.ts';
import { sourceRange } from '../../../shared/structure/plain-text.ts';
import { makeReading, type Passage } from '../../../shared/structure/reading.ts';

/** A word of the running text that can be looked up: no address, no code, no name. */
export interface SpelledWord extends TextRange {
  readonly word: string;
}

/** Letters with apostrophes inside; words joined by hyphens are looked up one by one. */
const WORD = /\p{L}[\p{L}\p{M}]*(?:['’]\p{L}[\p{L}\p{M}]*)*/gu;
/** Addresses of pages, mail and files, and names of products or files with dots, slashes, digits or underscores in them. */
const ADDRESS = /\S*(?:[\p{L}\p{N}_][@._/\\]+[\p{L}\p{N}_]|\p{N}|_|:\/\/)\S*/gu;
const LATIN_ONLY = /^[\p{Script=Latin}\p{M}'’]+$/u;
const SHORT_FORM = /^(?:\p{Lu}['’]?)+s?$/u;
const MIXED_CASE = /\p{Ll}\p{Lu}/u;
const CAPITALISED = /^\p{Lu}/u;
/** What stands before the first word of a sentence, read backwards. */
const SENTENCE_START = /(?:^|[.!?:;…]['"”’)\]]*\s+|\n)\s*(?:[-–—•*("“‘'[]\s*)*$/u;
/** Far enough back to see the end of the sentence before, with its quotation marks. */
const LOOK_BACK = 12;
/** Shorter ones are abbreviations as often as words. */
const SHORTEST = 3;

/** Every word of a text that a dictionary may judge. Words that are capitalised within a sentence are names, and so wherever they stand. */
export function findWords(text: string): readonly SpelledWord[] {
  const { passages } = makeReading(parseDocument(text));
  const words: SpelledWord[] = [];
  const names = new Set<string>();
  for (const passage of passages) {
    if (passage.kind === 'metadata') continue;
    const readable = withoutAddresses(passage);
    for (const match of readable.matchAll(WORD)) {
      const [word] = match;
      if (!isWord(word)) continue;
      if (isName(word, match.index, readable, passage)) names.add(baseForm(word));
      else words.push({ word, ...sourceRange(passage.plain, match.index, match.index + word.length) });
    }
  }
  return words.filter(({ word }) => !CAPITALISED.test(word) || !names.has(baseForm(word)));
}

/** A word without its possessive ending and with straight apostrophes, as dictionaries list it. */
export function baseForm(word: string): string {
  return word.replaceAll('’', "'").replace(/'s$|'$/u, '');
}

/** The plain text with blanks in place of what is not prose, so that offsets stay. */
function withoutAddresses({ plain }: Passage): string {
  let text = plain.text.replace(ADDRESS, (address) => ' '.repeat(address.length));
  for (const { kind, from, to } of plain.marks)
    if (kind === 'code' || kind === 'image')
      text = text.slice(0, from) + ' '.repeat(to - from) + text.slice(to);
  return text;
}

function isWord(word: string): boolean {
  return word.length >= SHORTEST && LATIN_ONLY.test(word) && !SHORT_FORM.test(word) && !MIXED_CASE.test(word);
}

function isName(word: string, at: number, text: string, { kind }: Passage): boolean {
  if (!CAPITALISED.test(word)) return false;
  // Headings may be written in title case, and the cells of tables hold names.
  if (kind === 'heading') return false;
  return kind === 'cell' || !SENTENCE_START.test(text.slice(Math.max(0, at - LOOK_BACK), at));
}
