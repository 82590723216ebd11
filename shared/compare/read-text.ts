import type {
  Block,
  Inline,
  LinkInline,
  ListItem,
  MarkdownDocument,
  TableRow,
} from '../markdown/document.ts';
import { parseDocument } from '../markdown/parse-document.ts';
import { plainText } from '../markdown/parse-inlines.ts';
import type { TextRange } from '../model/text.ts';
import { type Interner, type Tokens, tokenise } from './tokens.ts';

export type SegmentKind =
  | 'heading'
  | 'paragraph'
  | 'table-row'
  | 'code'
  | 'html'
  | 'rule'
  | 'link-definition';

/**
 * A leaf block with the markup that leads to it and the white space behind it: in order, segments cover every character of a
 * text once. `contentFrom` is where the block itself begins, behind list markers and indentation.
 */
export interface Segment extends TextRange {
  readonly kind: SegmentKind;
  readonly contentFrom: number;
  readonly contentTo: number;
  readonly tokenFrom: number;
  readonly tokenTo: number;
  /** Null only where a text has no block at all. */
  readonly block: Block | TableRow | null;
  readonly item: ListItem | null;
  /** The bullet or number, on the first block of an item only. */
  readonly marker: string;
  readonly ordered: boolean;
  /** Nesting of lists and of quotes around the block; 0 outside. */
  readonly depth: number;
  readonly quote: number;
  /** First row of a table. */
  readonly head: boolean;
  /** Headings above the block, outermost first; a heading's own is the last. */
  readonly section: readonly string[];
}

/** What a token is to a reader. */
export const TEXT = 0;
export const MARKUP = 1;
export const TARGET = 2;
export const BULLET = 3;
export const NUMBER_MARKER = 4;

/** A text with everything that comparison needs to know of it. `roles[i]` says what token `i` is to a reader. */
export interface ReadText {
  readonly text: string;
  readonly document: MarkdownDocument;
  readonly tokens: Tokens;
  readonly segments: readonly Segment[];
  readonly roles: Uint8Array;
}

/** Reads a text for comparison: its tree, tokens, covering segments and the role of each token. */
export function readText(text: string, interner: Interner, document = parseDocument(text)): ReadText {
  const tokens = tokenise(text, interner);
  const segments = cutSegments(document, tokens);
  return { text, document, tokens, segments, roles: paintRoles(document, tokens) };
}

interface Leaf {
  readonly kind: SegmentKind;
  readonly range: TextRange;
  readonly block: Block | TableRow | null;
  readonly item: ListItem | null;
  readonly marker: string;
  readonly ordered: boolean;
  readonly depth: number;
  readonly quote: number;
  readonly head: boolean;
  readonly section: readonly string[];
}

interface Surroundings {
  readonly depth: number;
  readonly quote: number;
  readonly item: ListItem | null;
  readonly ordered: boolean;
}

function cutSegments(document: MarkdownDocument, tokens: Tokens): Segment[] {
  const { text } = document;
  const leaves = collectLeaves(document);
  const segments: Segment[] = [];
  let token = 0;
  leaves.forEach(({ range, ...leaf }, index) => {
    const next = leaves[index + 1];
    const from = segments.at(-1)?.to ?? 0;
    const to = next ? Math.max(range.to, text.lastIndexOf('\n', next.range.from - 1) + 1) : text.length;
    const tokenFrom = token;
    while (token < tokens.count && (tokens.from[token] ?? 0) < to) token++;
    segments.push({
      ...leaf,
      from,
      to,
      contentFrom: range.from,
      contentTo: range.to,
      tokenFrom,
      tokenTo: token,
    });
  });
  return segments;
}

function collectLeaves(document: MarkdownDocument): Leaf[] {
  const leaves: Leaf[] = [];
  const headings: { level: number; title: string }[] = [];
  let section: readonly string[] = [];
  const visit = (blocks: readonly Block[], around: Surroundings): void => {
    blocks.forEach((block, index) => {
      const marker =
        index === 0 && around.item ? document.text.slice(around.item.marker.from, around.item.marker.to) : '';
      const common = { ...around, marker, head: false, section };
      switch (block.kind) {
        case 'list':
          for (const item of block.items) {
            const inside = { depth: around.depth + 1, quote: around.quote, item, ordered: block.ordered };
            if (item.blocks.length > 0) visit(item.blocks, inside);
            else
              leaves.push({
                ...inside,
                kind: 'paragraph',
                range: item.marker,
                block: null,
                marker: sliceOf(document, item.marker),
                head: false,
                section,
              });
          }
          break;
        case 'quote':
          visit(block.blocks, { ...around, quote: around.quote + 1 });
          break;
        case 'table':
          leaves.push({ ...common, kind: 'table-row', range: block.head, block: block.head, head: true });
          for (const row of block.rows) leaves.push({ ...common, kind: 'table-row', range: row, block: row });
          break;
        case 'heading': {
          while ((headings.at(-1)?.level ?? 0) >= block.level) headings.pop();
          headings.push({ level: block.level, title: plainText(block.inlines).trim() });
          section = headings.map((heading) => heading.title);
          leaves.push({ ...common, kind: 'heading', range: block, block, section });
          break;
        }
        default:
          for (const range of block.kind === 'paragraph' ? barLines(document.text, block) : [block])
            leaves.push({ ...common, kind: LEAF_KINDS[block.kind], range, block });
      }
    });
  };
  visit(document.blocks, { depth: 0, quote: 0, item: null, ordered: false });
  if (leaves.length > 0 || document.text === '') return leaves;
  const range = { from: 0, to: document.text.length };
  return [
    {
      kind: 'paragraph',
      range,
      block: null,
      item: null,
      marker: '',
      ordered: false,
      depth: 0,
      quote: 0,
      head: false,
      section: [],
    },
  ];
}

/**
 * The lines of a paragraph that begins with a bar, each alone: rows of a table with a broken delimiter, which corresponds to the
 * table it was or becomes. Any other paragraph is one piece.
 */
function barLines(text: string, block: TextRange): TextRange[] {
  if (text[block.from] !== '|') return [block];
  const lines: TextRange[] = [];
  for (let from = block.from; from < block.to; ) {
    const newline = text.indexOf('\n', from);
    const to = newline < 0 || newline > block.to ? block.to : newline;
    if (text.slice(from, to).trim() !== '') lines.push({ from, to });
    from = to + 1;
  }
  return lines;
}

const LEAF_KINDS = {
  paragraph: 'paragraph',
  'code-block': 'code',
  'html-block': 'html',
  'thematic-break': 'rule',
  'link-definition': 'link-definition',
} as const;

function sliceOf(document: MarkdownDocument, range: TextRange): string {
  return document.text.slice(range.from, range.to);
}

/** Everything is markup unless the tree says that a reader sees it, or that it is a link's target or a list's marker. */
function paintRoles(document: MarkdownDocument, tokens: Tokens): Uint8Array {
  const roles = new Uint8Array(tokens.count).fill(MARKUP);
  const paint = (range: TextRange, role: number): void => {
    for (
      let i = firstTokenFrom(tokens, range.from);
      i < tokens.count && (tokens.from[i] ?? 0) < range.to;
      i++
    )
      roles[i] = role;
  };
  const { text } = document;
  const paintInlines = (inlines: readonly Inline[]): void => {
    for (const inline of inlines) paintInline(text, inline, paint, paintInlines);
  };
  const paintBlocks = (blocks: readonly Block[]): void => {
    for (const block of blocks) paintBlock(block, paint, paintInlines, paintBlocks);
  };
  paintBlocks(document.blocks);
  return roles;
}

type Paint = (range: TextRange, role: number) => void;

function paintInline(
  text: string,
  inline: Inline,
  paint: Paint,
  paintAll: (inlines: readonly Inline[]) => void,
): void {
  switch (inline.kind) {
    case 'text': {
      const escaped = text[inline.from] === '\\' && inline.value.length === inline.to - inline.from - 1;
      paint({ from: inline.from + (escaped ? 1 : 0), to: inline.to }, TEXT);
      break;
    }
    case 'code':
      paint(withoutFence(text, inline), TEXT);
      break;
    case 'link':
      if (inline.form === 'inline') paintTarget(inline, paint);
      paintAll(inline.children);
      break;
    case 'image': {
      const end = inline.children.at(-1)?.to ?? inline.from + 2;
      paint({ from: end + 1, to: inline.to - 1 }, TARGET);
      paintAll(inline.children);
      break;
    }
    case 'html':
    case 'soft-break':
    case 'hard-break':
      break;
    default:
      paintAll(inline.children);
  }
}

/** The address and title between the brackets of `[text](address "title")`. */
function paintTarget(link: LinkInline, paint: Paint): void {
  if (link.hrefRange) paint({ from: link.hrefRange.from, to: link.to - 1 }, TARGET);
}

function paintBlock(
  block: Block,
  paint: Paint,
  paintInlines: (inlines: readonly Inline[]) => void,
  paintBlocks: (blocks: readonly Block[]) => void,
): void {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      paintInlines(block.inlines);
      break;
    case 'list':
      for (const item of block.items) {
        paint(item.marker, block.ordered ? NUMBER_MARKER : BULLET);
        paintBlocks(item.blocks);
      }
      break;
    case 'quote':
      paintBlocks(block.blocks);
      break;
    case 'table':
      for (const row of [block.head, ...block.rows]) for (const cell of row.cells) paintInlines(cell.inlines);
      break;
    case 'code-block':
      for (const range of block.content) paint(range, TEXT);
      break;
    case 'html-block':
      if (!block.comment) paint(block, TEXT);
      break;
    case 'link-definition':
      paint(block.hrefRange, TARGET);
      break;
    case 'thematic-break':
      break;
  }
}

function withoutFence(text: string, range: TextRange): TextRange {
  let { from, to } = range;
  while (from < to && text[from] === '`') from++;
  while (to > from && text[to - 1] === '`') to--;
  return { from, to };
}

/** Index of the first token that begins at or behind `offset`. */
export function firstTokenFrom(tokens: Tokens, offset: number): number {
  let low = 0;
  let high = tokens.count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens.from[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
