import MarkdownIt, { type Token } from 'markdown-it';
import type { Block, Inline, ListItem } from '../../../shared/markdown/document.ts';
import { parseDocument } from '../../../shared/markdown/parse-document.ts';
import { plainText } from '../../../shared/markdown/parse-inlines.ts';

const markdownIt = new MarkdownIt({ html: true });

/**
 * The structure of a text as lines: containers as indentation, then kind, level and words, and the links of each block. Two
 * parsers that give the same lines read the same headings, items, cells and links.
 */
export function skeletonOfOurs(text: string): string[] {
  const lines: string[] = [];
  writeBlocks(parseDocument(text).blocks, '', text, lines);
  return lines;
}

/** The same lines from markdown-it's tokens. */
export function skeletonOfMarkdownIt(text: string): string[] {
  const lines: string[] = [];
  const stack: string[] = [];
  let cells: string[] = [];
  let links: string[] = [];
  const tokens = markdownIt.parse(text, {});
  tokens.forEach((token, index) => {
    const indent = stack.join('');
    const inline = tokens[index + 1];
    switch (token.type) {
      case 'heading_open':
        lines.push(`${indent}h${token.tag.slice(1)} ${words(inline)}`, ...linksOf(inline, indent));
        break;
      case 'paragraph_open':
        lines.push(`${indent}p ${withoutTask(words(inline), tokens[index - 1])}`, ...linksOf(inline, indent));
        break;
      case 'bullet_list_open':
      case 'ordered_list_open':
        lines.push(
          `${indent}${token.type === 'bullet_list_open' ? 'ul' : `ol ${token.attrGet('start') ?? 1}`}`,
        );
        break;
      case 'list_item_open':
        lines.push(`${indent}li`);
        stack.push('  ');
        break;
      case 'blockquote_open':
        lines.push(`${indent}quote`);
        stack.push('> ');
        break;
      case 'list_item_close':
      case 'blockquote_close':
        stack.pop();
        break;
      case 'tr_open':
        cells = [];
        links = [];
        break;
      case 'th_open':
      case 'td_open':
        cells.push(words(inline));
        links.push(...linksOf(inline, indent));
        break;
      case 'tr_close':
        lines.push(`${indent}tr ${cells.join(' | ')}`, ...links);
        break;
      case 'hr':
        lines.push(`${indent}hr`);
        break;
      case 'fence':
      case 'code_block':
        lines.push(`${indent}code`);
        break;
      case 'html_block':
        lines.push(`${indent}html`);
    }
  });
  return lines;
}

/** markdown-it has no task lists of its own and reads the box as text. */
function withoutTask(text: string, before: Token | undefined): string {
  return before?.type === 'list_item_open' ? text.replace(/^\[[ xX]\] (?=\S)/, '') : text;
}

function words(inline: Token | undefined): string {
  return squeeze((inline?.children ?? []).map(wordsOf).join(''));
}

function wordsOf(token: Token): string {
  if (token.type === 'softbreak' || token.type === 'hardbreak') return ' ';
  if (token.type === 'html_inline') return '';
  return token.type === 'image' ? (token.children ?? []).map(wordsOf).join('') : token.content;
}

function linksOf(inline: Token | undefined, indent: string): string[] {
  const links: string[] = [];
  const open: { href: string; text: string }[] = [];
  for (const token of inline?.children ?? []) {
    if (token.type === 'link_open') open.push({ href: String(token.attrGet('href') ?? ''), text: '' });
    else if (token.type === 'link_close') {
      const link = open.pop();
      if (link) links.push(`${indent}a ${link.href} ${squeeze(link.text)}`.trimEnd());
    } else for (const link of open) link.text += wordsOf(token);
  }
  return links;
}

function writeBlocks(blocks: readonly Block[], indent: string, source: string, lines: string[]): void {
  for (const block of blocks) writeBlock(block, indent, source, lines);
}

function writeBlock(block: Block, indent: string, source: string, lines: string[]): void {
  switch (block.kind) {
    case 'heading':
      lines.push(
        `${indent}h${block.level} ${squeeze(plainText(block.inlines))}`,
        ...ourLinks(block.inlines, indent, source),
      );
      break;
    case 'paragraph':
      lines.push(
        `${indent}p ${squeeze(plainText(block.inlines))}`,
        ...ourLinks(block.inlines, indent, source),
      );
      break;
    case 'list':
      lines.push(`${indent}${block.ordered ? `ol ${block.start}` : 'ul'}`);
      for (const item of block.items) writeItem(item, indent, source, lines);
      break;
    case 'quote':
      lines.push(`${indent}quote`);
      writeBlocks(block.blocks, `${indent}> `, source, lines);
      break;
    case 'table':
      for (const row of [block.head, ...block.rows]) {
        const cells = block.head.cells.map((_, column) => row.cells[column]);
        lines.push(`${indent}tr ${cells.map((cell) => squeeze(plainText(cell?.inlines ?? []))).join(' | ')}`);
        lines.push(...cells.flatMap((cell) => ourLinks(cell?.inlines ?? [], indent, source)));
      }
      break;
    case 'thematic-break':
      lines.push(`${indent}hr`);
      break;
    case 'code-block':
      lines.push(`${indent}code`);
      break;
    case 'html-block':
      lines.push(`${indent}html`);
      break;
    case 'link-definition':
      break;
  }
}

function writeItem(item: ListItem, indent: string, source: string, lines: string[]): void {
  lines.push(`${indent}li`);
  writeBlocks(item.blocks, `${indent}  `, source, lines);
}

/** Bare addresses are left out on both sides: GFM makes links of them, markdown-it only with an extra of its own. */
function ourLinks(inlines: readonly Inline[], indent: string, source: string): string[] {
  return inlines.flatMap((inline): string[] => {
    if (inline.kind === 'link' && (inline.form !== 'autolink' || source[inline.from] === '<'))
      return [
        `${indent}a ${markdownIt.normalizeLink(inline.href)} ${squeeze(plainText(inline.children))}`.trimEnd(),
      ];
    if (inline.kind === 'image') return []; // links in a description are words of it
    return 'children' in inline ? ourLinks(inline.children, indent, source) : [];
  });
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
