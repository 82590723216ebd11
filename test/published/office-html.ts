import { type DefaultTreeAdapterMap, parse } from 'parse5';
import type { Block } from '../../shared/markdown/document.ts';
import { parseDocument } from '../../shared/markdown/parse-document.ts';
import { plainText } from '../../shared/markdown/parse-inlines.ts';
import { words } from '../shared/publish/visible-text.ts';

type Node = DefaultTreeAdapterMap['node'];

/** What a document says, as far as Word files and Markdown can be compared: words in order, and those of each cell that has any. */
export interface SaidText {
  readonly words: readonly string[];
  readonly cells: readonly string[];
}

const INLINE = /^(?:a|b|i|u|s|span|font|strong|em|sub|sup|code|tt|strike|del|ins|small|big)$/;
const UNSAID = /^(?:head|style|#comment)$/;

/** Reads what LibreOffice wrote as HTML, without the lines at the head and foot of its pages. */
export function readOfficeHtml(html: string): SaidText {
  const page = parse(html);
  return { words: words(textOf(page)), cells: [...cellsOf(page)].filter((cell) => cell !== '') };
}

/** The cells of all tables of a Markdown text. */
export function cellsOfMarkdown(text: string): string[] {
  const cells: string[] = [];
  const visit = (block: Block): void => {
    if (block.kind === 'table')
      for (const row of [block.head, ...block.rows])
        cells.push(...row.cells.map(({ inlines }) => words(plainText(inlines)).join(' ')));
    if (block.kind === 'quote') block.blocks.forEach(visit);
    if (block.kind === 'list') for (const item of block.items) item.blocks.forEach(visit);
  };
  parseDocument(text).blocks.forEach(visit);
  return cells.filter((cell) => cell !== '');
}

function textOf(node: Node): string {
  if (node.nodeName === '#text' && 'value' in node) return node.value;
  if (UNSAID.test(node.nodeName) || isPageLine(node) || !('childNodes' in node)) return '';
  const inner = node.childNodes.map(textOf).join('');
  return INLINE.test(node.nodeName) ? inner : `\n${inner}\n`;
}

function isPageLine(node: Node): boolean {
  return (
    'attrs' in node &&
    node.attrs.some(({ name, value }) => name === 'title' && /^(?:header|footer)$/.test(value))
  );
}

function* cellsOf(node: Node): Generator<string> {
  if (/^t[dh]$/.test(node.nodeName)) yield words(textOf(node)).join(' ');
  else if ('childNodes' in node) for (const child of node.childNodes) yield* cellsOf(child);
}
