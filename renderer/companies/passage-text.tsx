import { createElement, Fragment, type ReactNode } from 'react';
import type { Block, Inline, ListItem, MarkdownDocument, TableRow } from '../../shared/markdown/document.ts';
import type { TextRange } from '../../shared/model/text.ts';
import { markedPieces, type PassageMarks } from './marked-pieces.ts';

interface PassageTextProps {
  readonly document: MarkdownDocument;
  /** The part of the document to draw; blocks that only touch it are left out. */
  readonly range: TextRange;
  readonly marks: PassageMarks;
}

/** A part of a policy in its own typography, drawn from the tree: no HTML of the text ever reaches the page. */
export function PassageText({ document, range, marks }: PassageTextProps): ReactNode {
  return <div className="passage-text">{drawBlocks(document.blocks, range, marks)}</div>;
}

function drawBlocks(blocks: readonly Block[], range: TextRange, marks: PassageMarks): ReactNode {
  const shown = blocks.filter((block) => touches(block, range));
  return createElement(Fragment, null, ...shown.map((block) => drawBlock(block, range, marks)));
}

function drawBlock(block: Block, range: TextRange, marks: PassageMarks): ReactNode {
  switch (block.kind) {
    case 'heading':
      return <p className="passage-heading">{drawInlines(block.inlines, marks)}</p>;
    case 'paragraph':
      return <p>{drawInlines(block.inlines, marks)}</p>;
    case 'list':
      return drawList(block.ordered, block.start, block.items, range, marks);
    case 'quote':
      return <blockquote>{drawBlocks(block.blocks, range, marks)}</blockquote>;
    case 'table':
      return (
        <table>
          <tbody>
            {createElement(
              Fragment,
              null,
              ...[block.head, ...block.rows]
                .filter((row) => touches(row, range))
                .map((row) => drawRow(row, marks)),
            )}
          </tbody>
        </table>
      );
    default:
      return null;
  }
}

function drawList(
  ordered: boolean,
  start: number,
  items: readonly ListItem[],
  range: TextRange,
  marks: PassageMarks,
): ReactNode {
  const drawn = items
    .filter((item) => touches(item, range))
    .map((item) => createElement('li', null, drawBlocks(item.blocks, range, marks)));
  return ordered ? createElement('ol', { start }, ...drawn) : createElement('ul', null, ...drawn);
}

function drawRow(row: TableRow, marks: PassageMarks): ReactNode {
  return createElement(
    'tr',
    null,
    ...row.cells.map((cell) => createElement('td', null, drawInlines(cell.inlines, marks))),
  );
}

function drawInlines(inlines: readonly Inline[], marks: PassageMarks): ReactNode {
  return createElement(Fragment, null, ...inlines.map((inline) => drawInline(inline, marks)));
}

function drawInline(inline: Inline, marks: PassageMarks): ReactNode {
  switch (inline.kind) {
    case 'text':
      return drawPieces(inline.value, inline, marks);
    case 'code':
      return <code>{inline.value}</code>;
    case 'strong':
      return <strong>{drawInlines(inline.children, marks)}</strong>;
    case 'emphasis':
      return <em>{drawInlines(inline.children, marks)}</em>;
    case 'strikethrough':
      return <s>{drawInlines(inline.children, marks)}</s>;
    case 'link':
      return <span className="passage-link">{drawInlines(inline.children, marks)}</span>;
    case 'soft-break':
    case 'hard-break':
      return ' ';
    default:
      return null;
  }
}

function drawPieces(text: string, at: TextRange, marks: PassageMarks): ReactNode {
  const pieces = markedPieces(text, at, marks).map(({ text: piece, mark }) =>
    mark === null ? piece : createElement('mark', { 'data-mark': mark }, piece),
  );
  return createElement(Fragment, null, ...pieces);
}

function touches(node: TextRange, range: TextRange): boolean {
  return node.from < range.to && node.to > range.from;
}
