import type { SyntaxNode, Tree, TreeFragment } from '@lezer/common';
import { type MarkdownParser, parser, Strikethrough, TaskList } from '@lezer/markdown';
import type { TextRange } from '../model/text.ts';
import type {
  Block,
  Heading,
  List,
  ListItem,
  MarkdownDocument,
  Table,
  TableCell,
  TableRow,
} from './document.ts';
import { inlineBudget } from './inline-budget.ts';
import { linkAwareAutolink } from './link-aware-autolink.ts';
import { isTooDeep } from './nesting.ts';
import { type LinkTargets, normaliseLabel, readInlines, unescapeMarkdown } from './parse-inlines.ts';
import { skipPlainText } from './skip-plain-text.ts';
import { tableAfterText } from './table-after-text.ts';

/** CommonMark with the four extensions of GFM. */
const markdownParser: MarkdownParser = parser.configure([
  tableAfterText,
  TaskList,
  Strikethrough,
  linkAwareAutolink,
  skipPlainText, // first, so that the others are asked where there may be something
  inlineBudget,
]);

/** Characters read between two steps: about 10 ms. */
const STEP_LENGTH = 40_000;

/** Parses a text to Lezer's concrete tree; pass the fragments of an earlier parse to reuse what did not change. */
export function parseTree(text: string, fragments?: readonly TreeFragment[]): Tree {
  return markdownParser.parse(text, fragments);
}

/** Reads a normalised text (LF line ends) as CommonMark + GFM. Never fails: every text is some document. */
export function parseDocument(text: string, tree: Tree = parseTree(text)): MarkdownDocument {
  const targets = collectLinkTargets(text, tree);
  return { text, blocks: readBlocks(text, tree.topNode, targets) };
}

/**
 * Reads a text as `parseDocument` does, in steps of a few milliseconds: yields the fraction done, 0 to 1. Dropping the
 * generator cancels.
 */
export function* parseDocumentInSteps(text: string): Generator<number, MarkdownDocument> {
  const parse = markdownParser.startParse(text);
  let tree = parse.advance();
  for (let paused = 0; !tree; tree = parse.advance())
    if (parse.parsedPos > paused + STEP_LENGTH) {
      paused = parse.parsedPos;
      yield (0.7 * paused) / text.length;
    }
  const targets = collectLinkTargets(text, tree);
  const blocks: Block[] = [];
  let paused = 0;
  for (let node = tree.topNode.firstChild; node; node = node.nextSibling) {
    const block = readBlock(text, node, targets);
    if (block) blocks.push(block);
    if (node.to <= paused + STEP_LENGTH) continue;
    paused = node.to;
    yield 0.7 + (0.3 * paused) / text.length;
  }
  return { text, blocks };
}

/** All leaf blocks in document order with the containers around them, outermost first. */
export function* walkBlocks(
  blocks: readonly Block[],
  parents: readonly (Block | ListItem)[] = [],
): Generator<{ block: Block; parents: readonly (Block | ListItem)[] }> {
  for (const block of blocks) {
    yield { block, parents };
    if (block.kind === 'quote') yield* walkBlocks(block.blocks, [...parents, block]);
    if (block.kind === 'list')
      for (const item of block.items) yield* walkBlocks(item.blocks, [...parents, block, item]);
  }
}

function collectLinkTargets(text: string, tree: Tree): LinkTargets {
  const targets = new Map<string, { href: string; title: string | null }>();
  tree.iterate({
    enter(node) {
      if (node.name !== 'LinkReference')
        return !/^(Paragraph|Table|ATXHeading|SetextHeading)/.test(node.name);
      const definition = readLinkDefinition(text, node.node);
      const label = normaliseLabel(definition.label);
      if (label && !targets.has(label)) targets.set(label, { href: definition.href, title: null });
      return false;
    },
  });
  return targets;
}

function readBlocks(text: string, parent: SyntaxNode, targets: LinkTargets): Block[] {
  const blocks: Block[] = [];
  for (let node = parent.firstChild; node; node = node.nextSibling) {
    const block = readBlock(text, node, targets);
    if (block) blocks.push(block);
  }
  return blocks;
}

function readBlock(text: string, node: SyntaxNode, targets: LinkTargets): Block | null {
  const { from, to, name } = node;
  const heading = /^(?:ATX|Setext)Heading(\d)$/.exec(name);
  if (heading) return readHeading(text, node, Number(heading[1]), targets);
  switch (name) {
    case 'Paragraph':
    case 'Task':
      return {
        kind: 'paragraph',
        from,
        to,
        inlines: readInlines(text, node, contentRange(text, node), targets),
      };
    case 'BulletList':
    case 'OrderedList':
      return isTooDeep(node) ? plainParagraph(text, node) : readList(text, node, targets);
    case 'Blockquote':
      return isTooDeep(node)
        ? plainParagraph(text, node)
        : { kind: 'quote', from, to, blocks: readBlocks(text, node, targets) };
    case 'Table':
      return readTable(text, node, targets);
    case 'FencedCode':
    case 'CodeBlock':
      if (from === to) return null; // an item that begins with an empty line; CommonMark has no code there
      return {
        kind: 'code-block',
        from,
        to,
        info: childText(text, node, 'CodeInfo'),
        content: node.getChildren('CodeText').map(rangeOf),
      };
    case 'HTMLBlock':
    case 'ProcessingInstructionBlock':
    case 'CommentBlock':
      return { kind: 'html-block', from, to, comment: name === 'CommentBlock' };
    case 'HorizontalRule':
      return { kind: 'thematic-break', from, to };
    case 'LinkReference':
      return {
        kind: 'link-definition',
        from,
        to,
        ...readLinkDefinition(text, node),
      };
    default:
      return null; // marks, which belong to their parent
  }
}

/** A block that is not looked into: its characters as they stand. */
function plainParagraph(text: string, { from, to }: TextRange): Block {
  return { kind: 'paragraph', from, to, inlines: [{ kind: 'text', from, to, value: text.slice(from, to) }] };
}

function readHeading(text: string, node: SyntaxNode, level: number, targets: LinkTargets): Heading {
  let { from, to } = node;
  for (const mark of node.getChildren('HeaderMark')) {
    if (mark.from === node.from) from = mark.to;
    else to = Math.min(to, endOfTitle(text, mark.from));
  }
  return {
    kind: 'heading',
    level,
    from: node.from,
    to: node.to,
    inlines: readInlines(text, node, trimRange(text, { from, to: Math.max(from, to) }), targets),
  };
}

/** Where a title ends before its closing marks; an underline has quote marks of its own before it on its line. */
function endOfTitle(text: string, mark: number): number {
  const lineStart = text.lastIndexOf('\n', mark - 1) + 1;
  return /^[ \t>]*$/.test(text.slice(lineStart, mark)) && lineStart > 0 ? lineStart - 1 : mark;
}

function readList(text: string, node: SyntaxNode, targets: LinkTargets): List {
  const items = node.getChildren('ListItem').map((item): ListItem => {
    const mark = item.getChild('ListMark');
    const task = item.getChild('Task')?.getChild('TaskMarker');
    return {
      kind: 'list-item',
      from: item.from,
      to: item.to,
      marker: mark ? rangeOf(mark) : { from: item.from, to: item.from },
      ...(task ? { checked: /x/i.test(text.slice(task.from, task.to)) } : {}),
      blocks: readBlocks(text, item, targets),
    };
  });
  const ordered = node.name === 'OrderedList';
  const first = items[0];
  const start = ordered && first ? Number.parseInt(text.slice(first.marker.from, first.marker.to), 10) : 1;
  return {
    kind: 'list',
    ordered,
    start: Number.isNaN(start) ? 1 : start,
    from: node.from,
    to: node.to,
    items,
  };
}

function readTable(text: string, node: SyntaxNode, targets: LinkTargets): Table {
  const head = node.getChild('TableHeader');
  const delimiter = node.getChild('TableDelimiter');
  return {
    kind: 'table',
    from: node.from,
    to: node.to,
    head: readRow(text, head ?? node, targets),
    delimiter: delimiter ? rangeOf(delimiter) : { from: node.from, to: node.from },
    rows: node.getChildren('TableRow').map((row) => readRow(text, row, targets)),
  };
}

/**
 * Cells by position. Lezer emits no node for an empty cell, so the gaps between bars are walked, not the cells: a cell keeps
 * its column even when cells before it are empty.
 */
function readRow(text: string, row: SyntaxNode, targets: LinkTargets): TableRow {
  const bars = row.getChildren('TableDelimiter');
  const nodes = row.getChildren('TableCell');
  const edges = [row.from, ...bars.flatMap((bar) => [bar.from, bar.to]), row.to];
  const cells: TableCell[] = [];
  for (let i = 0; i + 1 < edges.length; i += 2) {
    const gap = { from: edges[i] ?? row.from, to: edges[i + 1] ?? row.to };
    const outer = i === 0 || i + 2 >= edges.length;
    const range = trimRange(text, gap);
    if (outer && range.from === range.to) continue;
    const cell = nodes.find((candidate) => candidate.from >= gap.from && candidate.to <= gap.to);
    cells.push({
      kind: 'table-cell',
      ...range,
      inlines: cell ? readInlines(text, cell, range, targets) : [],
    });
  }
  return { kind: 'table-row', from: row.from, to: row.to, cells };
}

function readLinkDefinition(
  text: string,
  node: SyntaxNode,
): { label: string; href: string; hrefRange: TextRange } {
  const label = childText(text, node, 'LinkLabel');
  const url = node.getChild('URL');
  const hrefRange = url ? rangeOf(url) : { from: node.to, to: node.to };
  const raw = text.slice(hrefRange.from, hrefRange.to).replace(/^<|>$/g, '');
  return {
    label: label.replace(/^\[|\]:?$/g, ''),
    href: unescapeMarkdown(raw),
    hrefRange,
  };
}

/** A paragraph's own characters; a task item's begins behind its box. */
function contentRange(text: string, node: SyntaxNode): TextRange {
  const task = node.name === 'Task' ? node.getChild('TaskMarker') : null;
  return trimRange(text, { from: task ? task.to : node.from, to: node.to });
}

function trimRange(text: string, range: TextRange): TextRange {
  let { from, to } = range;
  while (from < to && /\s/.test(text[from] ?? '')) from++;
  while (to > from && /\s/.test(text[to - 1] ?? '')) to--;
  return { from, to };
}

function childText(text: string, node: SyntaxNode, name: string): string {
  const child = node.getChild(name);
  return child ? text.slice(child.from, child.to) : '';
}

function rangeOf(node: TextRange): TextRange {
  return { from: node.from, to: node.to };
}
