import {
  AlignmentType,
  Bookmark,
  BorderStyle,
  HeadingLevel,
  type IParagraphOptions,
  type ITableBordersOptions,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  WidthType,
} from 'docx';
import type { Element, ElementContent, Root, RootContent } from 'hast';
import { textOf } from '../../../shared/publish/decorate-tree.ts';
import { columnWidths } from './docx-columns.ts';
import type { DocxLook } from './docx-look.ts';
import {
  BULLET_NUMBERING,
  CODE_STYLE,
  DEEPEST_LIST,
  listIndent,
  numberingFrom,
  QUOTE_INDENT,
  QUOTE_STYLE,
  TABLE_HEAD_STYLE,
  TABLE_TEXT_STYLE,
} from './docx-styles.ts';
import { type Bookmarks, foldWhiteSpace, textRuns } from './docx-text.ts';

export type DocxBlock = Paragraph | Table;

/** What is gathered while a document is written. */
export interface DocxContext {
  readonly look: DocxLook;
  readonly bookmarks: Bookmarks;
  /** First numbers of the numbered lists met so far. */
  readonly starts: Set<number>;
  lists: number;
}

/** Where a block stands: how deep in lists and quotations, and the mark that its first paragraph carries. */
interface Place {
  readonly list: number;
  readonly quote: number;
  /** In a list whose items stand close together. */
  readonly close: boolean;
  mark: { readonly reference: string; readonly instance: number } | null;
}

/** Space behind the items of a close list, in twentieths of a point. */
const CLOSE = 50;
const INLINE =
  /^(?:a|abbr|b|br|cite|code|del|dfn|em|i|img|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup|u|var|wbr)$/;
const HEADINGS = [
  HeadingLevel.TITLE,
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
] as const;

/** The blocks of a published page's text as Word paragraphs and tables; the title is level 1, sections begin at Heading 1. */
export function docxBlocks(tree: Root, context: DocxContext): DocxBlock[] {
  return blocksOf(tree.children, context, { list: -1, quote: 0, close: false, mark: null });
}

function blocksOf(nodes: readonly RootContent[], context: DocxContext, place: Place): DocxBlock[] {
  const blocks: DocxBlock[] = [];
  let inline: ElementContent[] = [];
  const endInline = (): void => {
    const folded = foldWhiteSpace(inline);
    inline = [];
    if (folded.length > 0) blocks.push(paragraph(folded, context, place));
  };
  for (const node of nodes) {
    if (node.type === 'text' || (node.type === 'element' && INLINE.test(node.tagName))) inline.push(node);
    else if (node.type === 'element') {
      endInline();
      blocks.push(...blockOf(node, context, place));
    }
  }
  endInline();
  return blocks;
}

function blockOf(element: Element, context: DocxContext, place: Place): DocxBlock[] {
  switch (element.tagName) {
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      return [heading(element, context)];
    case 'p':
    case 'dt':
    case 'summary':
      return blocksOf(element.children, context, place);
    case 'ul':
    case 'ol':
      return list(element, context, place);
    case 'blockquote':
      return blocksOf(element.children, context, { ...place, quote: place.quote + 1 });
    case 'dd':
      return blocksOf(element.children, context, { ...place, quote: place.quote + 1 });
    case 'pre':
      return [paragraph(element.children, context, place, { style: CODE_STYLE }, true)];
    case 'hr':
      return [
        new Paragraph({
          border: { bottom: { style: BorderStyle.SINGLE, size: 6, color: context.look.line } },
        }),
      ];
    case 'table':
      return table(element, context);
    default:
      return blocksOf(element.children, context, place);
  }
}

function heading(element: Element, context: DocxContext): Paragraph {
  const level = Number(element.tagName[1]);
  const runs = textRuns(foldWhiteSpace(element.children), context.bookmarks);
  const bookmark = context.bookmarks.get(String(element.properties['id'] ?? ''));
  return new Paragraph({
    heading: HEADINGS[level - 1] ?? HeadingLevel.HEADING_6,
    children: bookmark ? [new Bookmark({ id: bookmark, children: runs })] : runs,
  });
}

function paragraph(
  nodes: readonly ElementContent[],
  context: DocxContext,
  place: Place,
  options: IParagraphOptions = {},
  preserve = false,
): Paragraph {
  const { mark } = place;
  place.mark = null;
  return new Paragraph({
    ...(place.quote > 0 ? { style: QUOTE_STYLE, indent: { left: QUOTE_INDENT * place.quote } } : {}),
    ...(place.list >= 0 ? listIndent(place.list, mark !== null) : {}),
    ...(mark ? { numbering: { ...mark, level: place.list } } : {}),
    ...(place.close ? { spacing: { after: CLOSE } } : {}),
    ...options,
    children: textRuns(nodes, context.bookmarks, {}, preserve),
  });
}

function list(element: Element, context: DocxContext, place: Place): DocxBlock[] {
  const instance = context.lists++;
  const start = Number(element.properties['start'] ?? 1);
  const ordered = element.tagName === 'ol';
  if (ordered) context.starts.add(start);
  const reference = ordered ? numberingFrom(start) : BULLET_NUMBERING;
  const items = element.children.filter((item) => item.type === 'element');
  return items.flatMap((item, index) =>
    blocksOf(item.children, context, {
      list: Math.min(place.list + 1, DEEPEST_LIST),
      quote: place.quote,
      close: isClose(items) && (index < items.length - 1 || place.list >= 0 || holdsList(item)),
      mark: { reference, instance },
    }),
  );
}

/** Items without paragraphs of their own are meant to be read as one list (CommonMark 0.31, "tight"). */
function isClose(items: readonly Element[]): boolean {
  return items.every(({ children }) =>
    children.every((child) => child.type !== 'element' || child.tagName !== 'p'),
  );
}

function holdsList({ children }: Element): boolean {
  return children.some((child) => child.type === 'element' && /^[ou]l$/.test(child.tagName));
}

function table(element: Element, context: DocxContext): DocxBlock[] {
  const rows = rowsOf(element);
  const columns = Math.max(1, ...rows.map(({ cells }) => cells.length));
  if (rows.length === 0) return [];
  const widths = columnWidths(
    rows.map(({ cells }) => cells.map(textOf)),
    columns,
  );
  return [
    new Table({
      width: { size: 100, type: WidthType.PERCENTAGE },
      columnWidths: widths,
      borders: tableBorders(context.look),
      rows: rows.map(
        ({ cells, head }) =>
          new TableRow({
            tableHeader: head,
            cantSplit: true,
            children: widths.map((width, column) => cell(cells[column], width, head, context)),
          }),
      ),
    }),
    // Word joins tables that nothing stands between.
    new Paragraph({ spacing: { after: 60 } }),
  ];
}

const NO_LINE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;

/** Lines between a table's rows only. */
export function tableBorders({ line: color }: DocxLook): ITableBordersOptions {
  const line = { style: BorderStyle.SINGLE, size: 4, color } as const;
  return {
    top: line,
    bottom: line,
    left: NO_LINE,
    right: NO_LINE,
    insideHorizontal: line,
    insideVertical: NO_LINE,
  };
}

interface PageRow {
  readonly head: boolean;
  readonly cells: readonly Element[];
}

function rowsOf(element: Element): PageRow[] {
  return element.children.flatMap((child): PageRow[] => {
    if (child.type !== 'element') return [];
    if (child.tagName !== 'tr') return rowsOf(child);
    const cells = child.children.filter((cell) => cell.type === 'element');
    return [{ head: element.tagName === 'thead', cells }];
  });
}

function cell(element: Element | undefined, width: number, head: boolean, context: DocxContext): TableCell {
  const className = String(element?.properties['className'] ?? '');
  const runs = textRuns(foldWhiteSpace(element?.children ?? []), context.bookmarks);
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { left: 60, right: 60 },
    children: [
      new Paragraph({
        style: head ? TABLE_HEAD_STYLE : TABLE_TEXT_STYLE,
        alignment: className.includes('align-right')
          ? AlignmentType.RIGHT
          : className.includes('align-center')
            ? AlignmentType.CENTER
            : AlignmentType.LEFT,
        children: runs,
      }),
    ],
  });
}
