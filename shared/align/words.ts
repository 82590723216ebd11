import type { Block, Inline, MarkdownDocument } from '../markdown/document.ts';
import type { TextRange } from '../model/text.ts';

/** A lower-case word and its place; hyphenated words count as several, so that "opt-out" and "opt out" read alike. */
export interface Word extends TextRange {
  readonly text: string;
  /** Number of the sentence; phrases do not cross sentences. */
  readonly sentence: number;
}

const WORD_OR_STOP = /[\p{L}\p{N}]+(?:['’][\p{L}]+)*|[.!?;:](?=\s|$)|[|]/gu;
/** Addresses in plain text are not words of the policy. */
const ADDRESS = /\bhttps?:\/\/[^\s)\]>]+|\bwww\.[^\s)\]>]+|[\w.+-]+@[\w-]+\.[\w.]+/g;
const STOP = /^[.!?;:|]$/;
const BREAK = 'break';
const INITIALS = /\bU\.(?:S\.A\.|S\.|K\.)/g;
const UNITED_STATES = /\bUS(?=[\s.,;:)/-]|$)/g;
/** As long as "US", and no word of any language: read back as "usa". */
const COUNTRY_MARK = 'Uſ';
const TAG = /<[^>]{0,500}>/g;

/** Reads the words of a document in order, addresses and markup left out; a block, cell or list item ends a sentence. */
export function readWords(document: MarkdownDocument): readonly Word[] {
  const words: Word[] = [];
  let sentence = 0;
  for (const piece of piecesOf(document.blocks)) {
    if (piece === BREAK) {
      sentence++;
      continue;
    }
    for (const match of blank(document.text.slice(piece.from, piece.to)).matchAll(WORD_OR_STOP)) {
      const [raw] = match;
      if (STOP.test(raw)) {
        sentence++;
        continue;
      }
      const from = piece.from + match.index;
      words.push({ text: foldWord(raw), from, to: from + raw.length, sentence });
    }
  }
  return words;
}

/** Stretches of readable text in order, with a break before each block, item and cell. */
function* piecesOf(blocks: readonly Block[]): Generator<TextRange | typeof BREAK> {
  for (const block of blocks) {
    yield BREAK;
    if (block.kind === 'heading' || block.kind === 'paragraph') yield* piecesOfInlines(block.inlines);
    else if (block.kind === 'list') for (const item of block.items) yield* piecesOf(item.blocks);
    else if (block.kind === 'quote') yield* piecesOf(block.blocks);
    else if (block.kind === 'code-block') yield* block.content;
    else if (block.kind === 'html-block' && !block.comment) yield block;
    else if (block.kind === 'table')
      for (const row of [block.head, ...block.rows])
        for (const cell of row.cells) {
          yield BREAK;
          yield* piecesOfInlines(cell.inlines);
        }
  }
}

function* piecesOfInlines(inlines: readonly Inline[]): Generator<TextRange> {
  for (const inline of inlines) {
    if (inline.kind === 'text' || inline.kind === 'code') yield inline;
    else if ('children' in inline) yield* piecesOfInlines(inline.children);
  }
}

/** Place in the list of the first word that begins at or after an offset. */
export function firstWordAt(words: readonly Word[], offset: number): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle]?.from ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Folds a word for comparison: lower case, straight apostrophes, possessive dropped. */
export function foldWord(raw: string): string {
  if (raw === COUNTRY_MARK) return 'usa';
  const lower = raw.toLowerCase().replace(/’/g, "'");
  return lower.endsWith("'s") ? lower.slice(0, -2) : lower;
}

/** Words of a title between `^` and `$`, so that a phrase can ask for its beginning or end. Offsets are those of no text. */
export function headingWords(title: string): Word[] {
  return ['^', ...foldWords(title), '$'].map((text) => ({ text, from: 0, to: 0, sentence: 0 }));
}

/** Words of a short text such as a heading. */
export function foldWords(text: string): string[] {
  return [...blank(text).matchAll(/[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu)].map((match) => foldWord(match[0]));
}

/** Takes addresses and tags out and writes the countries' initials as one word; no offset changes. */
function blank(source: string): string {
  const spaces = (found: string): string => ' '.repeat(found.length);
  let text = /[<@:/]|www/.test(source) ? source.replace(ADDRESS, spaces).replace(TAG, spaces) : source;
  if (text.includes('U.'))
    text = text.replace(INITIALS, (found) => found.replaceAll('.', '').padEnd(found.length));
  // Where all is in capitals, "CONTACT US" is no country.
  return /\p{Ll}/u.test(text) ? text.replace(UNITED_STATES, COUNTRY_MARK) : text;
}
