import type { Block, Inline, LinkInline, MarkdownDocument } from '../markdown/document.ts';
import type { TextRange } from '../model/text.ts';
import { findSettings } from './find-settings.ts';
import { firstTokenFrom, type Tokens } from './tokens.ts';

/** What a token is to a reader. */
export const TEXT = 0;
export const MARKUP = 1;
export const TARGET = 2;
export const BULLET = 3;
export const NUMBER_MARKER = 4;

/** Says what each token is to a reader: markup, unless the tree says that it is seen, a link's target or a list's marker. */
export function paintRoles(document: MarkdownDocument, tokens: Tokens): Uint8Array {
  const roles = new Uint8Array(tokens.count).fill(MARKUP);
  let next = 0;
  const paint = (range: TextRange, role: number): void => {
    if (next > 0 && (tokens.from[next - 1] ?? 0) >= range.from) next = firstTokenFrom(tokens, range.from);
    while (next < tokens.count && (tokens.from[next] ?? 0) < range.from) next++;
    for (; next < tokens.count && (tokens.from[next] ?? 0) < range.to; next++) roles[next] = role;
  };
  const { text } = document;
  const paintInlines = (inlines: readonly Inline[]): void => {
    for (const inline of inlines) paintInline(text, inline, paint, paintInlines);
  };
  const paintBlocks = (blocks: readonly Block[]): void => {
    for (const block of blocks) paintBlock(block, paint, paintInlines, paintBlocks);
  };
  paintBlocks(document.blocks);
  const matter = findSettings(document);
  if (matter) paint(matter.settings, TEXT);
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
