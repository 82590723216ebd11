import type { Block, ListItem, MarkdownDocument, TableRow } from '../markdown/document.ts';
import { plainText } from '../markdown/parse-inlines.ts';
import type { TextRange } from '../model/text.ts';
import { findSettings } from './find-settings.ts';
import type { Tokens } from './tokens.ts';

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

/** Cuts a text into segments, one for each leaf block, and finds the tokens of each. */
export function cutSegments(document: MarkdownDocument, tokens: Tokens): Segment[] {
  const { text } = document;
  const leaves = collectLeaves(document);
  const segments: Segment[] = [];
  let token = 0;
  let from = 0;
  leaves.forEach((leaf, index) => {
    const { range } = leaf;
    const next = leaves[index + 1];
    const to = next ? Math.max(range.to, text.lastIndexOf('\n', next.range.from - 1) + 1) : text.length;
    const tokenFrom = token;
    while (token < tokens.count && (tokens.from[token] ?? 0) < to) token++;
    segments.push({
      kind: leaf.kind,
      from,
      to,
      contentFrom: range.from,
      contentTo: range.to,
      tokenFrom,
      tokenTo: token,
      block: leaf.block,
      item: leaf.item,
      marker: leaf.marker,
      ordered: leaf.ordered,
      depth: leaf.depth,
      quote: leaf.quote,
      head: leaf.head,
      section: leaf.section,
    });
    from = to;
  });
  return segments;
}

function collectLeaves(document: MarkdownDocument): Leaf[] {
  const leaves: Leaf[] = [];
  const headings: { level: number; title: string }[] = [];
  let section: readonly string[] = [];
  const visit = (blocks: readonly Block[], around: Surroundings, itemMarker: string): void => {
    blocks.forEach((block, index) => {
      const marker = index === 0 ? itemMarker : '';
      const common = { ...around, marker, head: false, section };
      switch (block.kind) {
        case 'list':
          for (const item of block.items) {
            const inside = { depth: around.depth + 1, quote: around.quote, item, ordered: block.ordered };
            const own = sliceOf(document, item.marker);
            if (item.blocks.length > 0) visit(item.blocks, inside, own);
            else
              leaves.push({
                ...inside,
                kind: 'paragraph',
                range: item.marker,
                block: null,
                marker: own,
                head: false,
                section,
              });
          }
          break;
        case 'quote':
          visit(block.blocks, { ...around, quote: around.quote + 1 }, marker);
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
  const matter = findSettings(document);
  if (matter) leaves.push({ ...PLAIN, kind: 'code', range: matter.settings });
  const body = document.blocks.filter(({ from }) => from >= (matter?.to ?? 0));
  visit(body, { depth: 0, quote: 0, item: null, ordered: false }, '');
  if (leaves.length > 0 || document.text === '') return leaves;
  return [{ ...PLAIN, kind: 'paragraph', range: { from: 0, to: document.text.length } }];
}

/** A leaf that no block of the tree stands for. */
const PLAIN = {
  block: null,
  item: null,
  marker: '',
  ordered: false,
  depth: 0,
  quote: 0,
  head: false,
  section: [],
};

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
