import type { Block, ListItem, MarkdownDocument, Table } from '../markdown/document.ts';
import { walkBlocks } from '../markdown/parse-document.ts';
import { indexLines, type LineIndex, type TextRange } from '../model/text.ts';
import { type FrontMatter, readFrontMatter } from './front-matter.ts';
import { type PlainText, plainTextOf, slicePlainText, sourceRange, toPlainText } from './plain-text.ts';

/** A stretch of running text that the readers look into: a heading, a paragraph, a table cell or a value of the front matter. */
export interface Passage {
  readonly kind: 'heading' | 'paragraph' | 'cell' | 'metadata';
  readonly plain: PlainText;
  readonly range: TextRange;
  readonly line: number;
  /** Position among all passages. */
  readonly index: number;
  /** Index into `headings` of the heading it stands under (for a heading: itself), -1 before the first. */
  readonly heading: number;
  /** The list item it belongs to, innermost. */
  readonly item: ListItem | null;
  readonly table: Table | null;
  /** 1 to 6 for headings, else 0. */
  readonly level: number;
  /** True within a block quote. */
  readonly quoted: boolean;
}

/** A parsed policy prepared once for all readers. */
export interface Reading {
  readonly document: MarkdownDocument;
  readonly text: string;
  readonly lines: LineIndex;
  readonly frontMatter: FrontMatter | null;
  readonly passages: readonly Passage[];
  /** The passages that are headings, in order. */
  readonly headings: readonly Passage[];
}

type Parents = readonly (Block | ListItem)[];

/** Prepares a document for reading; blocks that the front matter was mistaken for are left out. */
export function makeReading(document: MarkdownDocument): Reading {
  const { text } = document;
  const lines = indexLines(text);
  const frontMatter = readFrontMatter(text);
  const bodyFrom = frontMatter?.to ?? 0;
  const passages: Passage[] = [];
  const headings: Passage[] = [];
  const add = (part: Omit<Passage, 'index' | 'line' | 'heading'>): void => {
    const isHeading = part.kind === 'heading';
    const heading = isHeading ? headings.length : headings.length - 1;
    const passage = { ...part, index: passages.length, line: lines.lineAt(part.range.from), heading };
    passages.push(passage);
    if (isHeading) headings.push(passage);
  };
  for (const { range } of frontMatter?.values ?? [])
    add({ ...bare, kind: 'metadata', plain: plainTextOf(text, range), range });
  for (const { block, parents } of walkBlocks(document.blocks))
    if (block.from >= bodyFrom) addBlock(text, block, parents, add);
  return { document, text, lines, frontMatter, passages, headings };
}

/** The title of the heading a passage stands under, empty before the first. */
export function headingOf(reading: Reading, passage: Passage): string {
  return reading.headings[passage.heading]?.plain.text.trim() ?? '';
}

const bare = { item: null, table: null, level: 0, quoted: false } as const;

function addBlock(
  text: string,
  block: Block,
  parents: Parents,
  add: (part: Omit<Passage, 'index' | 'line' | 'heading'>) => void,
): void {
  const last = parents.at(-1);
  const context = {
    ...bare,
    item: last?.kind === 'list-item' ? last : null,
    quoted: parents.some((parent) => parent.kind === 'quote'),
  };
  const range = { from: block.from, to: block.to };
  if (block.kind === 'heading') {
    const plain = toPlainText(text, block.inlines);
    add({ ...context, kind: 'heading', plain, range, level: block.level });
  } else if (block.kind === 'paragraph') {
    for (const plain of splitLines(toPlainText(text, block.inlines))) {
      const part = plain.whole ? range : sourceRange(plain.text, 0, plain.text.text.length);
      add({ ...context, kind: 'paragraph', plain: plain.text, range: part });
    }
  } else if (block.kind === 'table') {
    for (const row of [block.head, ...block.rows])
      for (const cell of row.cells) {
        const plain = toPlainText(text, cell.inlines);
        add({ ...context, kind: 'cell', plain, range: { from: cell.from, to: cell.to }, table: block });
      }
  }
}

/** Lines longer than this were not wrapped by hand: each is a paragraph that lost the empty line after it. */
const LONGEST_WRAPPED_LINE = 120;

/**
 * Pages saved as bare text often set each paragraph on one line without empty lines between, which Markdown reads as one long
 * paragraph. Where the lines are too long to be wrapped text, they are read one by one.
 */
function splitLines(plain: PlainText): { text: PlainText; whole: boolean }[] {
  const ends = [...plain.softBreaks, plain.text.length];
  const lengths = ends.map((end, index) => end - (plain.softBreaks[index - 1] ?? 0));
  if (ends.length < 2 || Math.max(...lengths) <= LONGEST_WRAPPED_LINE) return [{ text: plain, whole: true }];
  const parts: { text: PlainText; whole: boolean }[] = [];
  let from = 0;
  for (const end of ends) {
    if (end < plain.text.length && !isParagraphEnd(plain.text, from, end)) continue;
    parts.push({ text: slicePlainText(plain, from, end), whole: false });
    from = end + 1;
  }
  return parts;
}

function isParagraphEnd(text: string, from: number, end: number): boolean {
  const opens = /^["“‘'([*]?[\p{Lu}\d©•–-]/u.test(text.slice(end + 1, end + 4));
  const runsOn = /(?:,|\b(?:and|or|the|an?|of|to|for|in|on|at|by|with|from|as|our|your|see|that|which))$/i;
  return opens && !runsOn.test(text.slice(Math.max(from, end - 10), end).trimEnd());
}
