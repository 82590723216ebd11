import type { Block, ListItem } from '../../../shared/markdown/document.ts';
import { parseDocument } from '../../../shared/markdown/parse-document.ts';
import { plainText } from '../../../shared/markdown/parse-inlines.ts';

/** The words that a reader sees of a text, in order: letters and digits of blocks, cells and list numbers. */
export function visibleWords(text: string): string[] {
  const lines: string[] = [];
  for (const block of parseDocument(text).blocks) addBlock(block, text, lines);
  return words(lines.join('\n'));
}

/** Maximal runs of letters, digits and marks; independent of how either side joins them with other characters. */
export function words(text: string): string[] {
  return text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}

function addBlock(block: Block, text: string, lines: string[]): void {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      lines.push(plainText(block.inlines));
      break;
    case 'quote':
      for (const inner of block.blocks) addBlock(inner, text, lines);
      break;
    case 'list':
      for (const item of block.items) addItem(item, block.ordered, text, lines);
      break;
    case 'table':
      for (const row of [block.head, ...block.rows])
        for (const cell of row.cells) lines.push(plainText(cell.inlines));
      break;
    case 'code-block':
      for (const { from, to } of block.content) lines.push(text.slice(from, to));
      break;
    case 'html-block':
      lines.push(text.slice(block.from, block.to));
      break;
    default: // nothing to see
  }
}

function addItem(item: ListItem, ordered: boolean, text: string, lines: string[]): void {
  if (ordered) lines.push(text.slice(item.marker.from, item.marker.to));
  for (const inner of item.blocks) addBlock(inner, text, lines);
}
