import type { Element, ElementContent, Root } from 'hast';
import type { Block, Inline, TableRow } from '../../../shared/markdown/document.ts';
import { parseDocument } from '../../../shared/markdown/parse-document.ts';
import { markdownTree } from '../../../shared/publish/markdown-tree.ts';

/** What two readers of one text must agree on: blocks with their words in order, and links with their addresses. */
export interface ReadStructure {
  readonly blocks: readonly string[];
  readonly links: readonly string[];
}

/** The structure that comparison and the side panels read. */
export function structureOfDocument(text: string): ReadStructure {
  const blocks: string[] = [];
  const links: string[] = [];
  for (const block of parseDocument(text).blocks) addBlock(block, blocks, links);
  return { blocks: blocks.filter(isSaid), links };
}

/** The structure that a reader of the published page sees. */
export function structureOfPage(text: string): ReadStructure {
  const blocks: string[] = [];
  const links: string[] = [];
  addElements(markdownTree(text), blocks, links);
  return { blocks: blocks.filter(isSaid), links };
}

function isSaid(block: string): boolean {
  return block !== 'paragraph ' && block !== 'cell ';
}

function addBlock(block: Block, blocks: string[], links: string[]): void {
  switch (block.kind) {
    case 'heading':
      addLine(`h${block.level}`, block.inlines, blocks, links);
      break;
    case 'paragraph':
      addLine('paragraph', block.inlines, blocks, links);
      break;
    case 'quote':
      addNested('quote', block.blocks, blocks, links);
      break;
    case 'list':
      for (const item of block.items) addNested(block.ordered ? 'ol' : 'ul', item.blocks, blocks, links);
      break;
    case 'table':
      for (const row of [block.head, ...block.rows]) addRow(row, blocks, links);
      break;
    case 'code-block':
      blocks.push('code');
      break;
    case 'thematic-break':
      blocks.push('rule');
      break;
    default: // raw HTML and link definitions show nothing by themselves
  }
}

function addLine(kind: string, inlines: readonly Inline[], blocks: string[], links: string[]): void {
  blocks.push(`${kind} ${oneLine(inlineText(inlines))}`);
  addLinks(inlines, links);
}

function addNested(kind: string, inner: readonly Block[], blocks: string[], links: string[]): void {
  blocks.push(`${kind}(`);
  for (const block of inner) addBlock(block, blocks, links);
  blocks.push(')');
}

function addRow(row: TableRow, blocks: string[], links: string[]): void {
  blocks.push('row');
  for (const cell of row.cells) addLine('cell', cell.inlines, blocks, links);
}

function addLinks(inlines: readonly Inline[], links: string[]): void {
  for (const inline of inlines) {
    if (inline.kind === 'link') links.push(linkLine(inlineText(inline.children), inline.href));
    if ('children' in inline) addLinks(inline.children, links);
  }
}

/** A published page shows no picture from elsewhere; its description is read apart from the text around it. */
function inlineText(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      if (inline.kind === 'text' || inline.kind === 'code') return inline.value;
      if (inline.kind === 'soft-break' || inline.kind === 'hard-break') return ' ';
      return 'children' in inline && inline.kind !== 'image' ? inlineText(inline.children) : '';
    })
    .join('');
}

const INLINE_ELEMENTS = /^(?:a|em|strong|code|del|s|br|img|span|u|sup|sub|small|b|i|mark|wbr)$/;

function addElements(parent: Root | Element, blocks: string[], links: string[]): void {
  let run: ElementContent[] = [];
  const endRun = (): void => {
    if (run.length > 0) addText('paragraph', run, blocks, links);
    run = [];
  };
  for (const child of parent.children) {
    if (child.type === 'text' || (child.type === 'element' && INLINE_ELEMENTS.test(child.tagName)))
      run.push(child);
    else if (child.type === 'element') {
      endRun();
      addElement(child, blocks, links);
    }
  }
  endRun();
}

function addElement(element: Element, blocks: string[], links: string[]): void {
  const name = element.tagName;
  if (/^h[1-6]$/.test(name)) addText(name, element.children, blocks, links);
  else if (name === 'p') addText('paragraph', element.children, blocks, links);
  else if (name === 'td' || name === 'th') addText('cell', element.children, blocks, links);
  else if (name === 'pre') blocks.push('code');
  else if (name === 'hr') blocks.push('rule');
  else if (name === 'blockquote') addContainer('quote', element, blocks, links);
  else if (name === 'ul' || name === 'ol')
    for (const item of element.children) {
      if (item.type === 'element') addContainer(name, item, blocks, links);
    }
  else {
    if (name === 'tr') blocks.push('row');
    addElements(element, blocks, links);
  }
}

function addContainer(kind: string, element: Element, blocks: string[], links: string[]): void {
  blocks.push(`${kind}(`);
  addElements(element, blocks, links);
  blocks.push(')');
}

function addText(kind: string, nodes: readonly ElementContent[], blocks: string[], links: string[]): void {
  blocks.push(`${kind} ${oneLine(nodes.map(nodeText).join(''))}`);
  addElementLinks(nodes, links);
}

function addElementLinks(nodes: readonly ElementContent[], links: string[]): void {
  for (const node of nodes) {
    if (node.type !== 'element') continue;
    const { href } = node.properties;
    if (node.tagName === 'a' && typeof href === 'string') links.push(linkLine(nodeText(node), href));
    addElementLinks(node.children, links);
  }
}

function nodeText(node: ElementContent): string {
  if (node.type === 'text') return node.value;
  return node.type === 'element' ? node.children.map(nodeText).join('') : '';
}

function linkLine(text: string, href: string): string {
  return `${oneLine(text)} -> ${decodedAddress(href)}`;
}

function decodedAddress(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address; // a stray percent sign
  }
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
