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
const TAG = /<[^>]{0,500}>/g;

/** Reads the words of a document in order, addresses and markup left out; a block, cell or list item ends a sentence. */
export function readWords(document: MarkdownDocument): readonly Word[] {
  const words: Word[] = [];
  let sentence = 0;
  const readText = (from: number, source: string): void => {
    for (const match of blank(source).matchAll(WORD_OR_STOP)) {
      const raw = match[0];
      if (/^[.!?;:|]$/.test(raw)) {
        sentence++;
        continue;
      }
      const at = from + match.index;
      words.push({ text: foldWord(raw), from: at, to: at + raw.length, sentence });
    }
  };
  const readInlines = (inlines: readonly Inline[]): void => {
    for (const inline of inlines) {
      if (inline.kind === 'text' || inline.kind === 'code')
        readText(inline.from, document.text.slice(inline.from, inline.to));
      else if ('children' in inline) readInlines(inline.children);
    }
  };
  const readBlock = (block: Block): void => {
    sentence++;
    switch (block.kind) {
      case 'heading':
      case 'paragraph':
        return readInlines(block.inlines);
      case 'list':
        for (const item of block.items) item.blocks.forEach(readBlock);
        return;
      case 'quote':
        return block.blocks.forEach(readBlock);
      case 'table':
        for (const row of [block.head, ...block.rows])
          for (const cell of row.cells) {
            sentence++;
            readInlines(cell.inlines);
          }
        return;
      case 'code-block':
        for (const line of block.content) readText(line.from, document.text.slice(line.from, line.to));
        return;
      case 'html-block':
        if (!block.comment) readText(block.from, document.text.slice(block.from, block.to));
        return;
      default:
        return;
    }
  };
  document.blocks.forEach(readBlock);
  return words;
}

/** Folds a word for comparison: lower case, straight apostrophes, possessive dropped. */
export function foldWord(raw: string): string {
  const lower = raw.toLowerCase().replace(/’/g, "'");
  return lower.endsWith("'s") ? lower.slice(0, -2) : lower;
}

/** Words of a short text such as a heading. */
export function foldWords(text: string): string[] {
  return [...text.matchAll(/[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu)].map((match) => foldWord(match[0]));
}

function blank(source: string): string {
  if (!/[<@:/]|www/.test(source)) return source;
  const spaces = (found: string): string => ' '.repeat(found.length);
  return source.replace(ADDRESS, spaces).replace(TAG, spaces);
}
