import {
  BorderStyle,
  DeletedTextRun,
  ExternalHyperlink,
  HeadingLevel,
  InsertedTextRun,
  type IParagraphOptions,
  type IRunOptions,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
  XmlComponent,
} from 'docx';
import type { RedlineBlock, TextStyle } from '../../../shared/compare/redline.ts';
import { safeLinkAddress } from '../../../shared/publish/safe-address.ts';
import type { TrackedBlock, TrackedRow, TrackedRun } from '../../../shared/publish/tracked-changes.ts';
import { type DocxBlock, tableBorders } from './docx-blocks.ts';
import { columnWidths } from './docx-columns.ts';
import { type DocxLook, docxLook } from './docx-look.ts';
import {
  BULLET_NUMBERING,
  CODE_FONT,
  CODE_STYLE,
  DEEPEST_LIST,
  listIndent,
  QUOTE_INDENT,
  QUOTE_STYLE,
  TABLE_HEAD_STYLE,
  TABLE_TEXT_STYLE,
} from './docx-styles.ts';
import { xmlText } from './xml-text.ts';

/** Who made the changes and when (ISO 8601), and the next free id of a revision. */
export interface Revisions {
  readonly author: string;
  date: string;
  next: number;
}

/** Two texts, perhaps of two companies, stand in one document: it has no company's look. */
const LOOK: DocxLook = docxLook();
/** LibreOffice joins insertions of one author that are less than a minute apart. */
const APART_MS = 120_000;

interface Revision {
  readonly id: number;
  readonly author: string;
  readonly date: string;
}

/** Blocks with tracked changes as Word paragraphs and tables. */
export function trackedBlocks(blocks: readonly TrackedBlock[], revisions: Revisions): DocxBlock[] {
  const dates = [revisions.date, laterDate(revisions.date)] as const;
  return blocks.flatMap((block, index) => {
    if (insertionsMeet(blocks[index - 1], block))
      revisions.date = revisions.date === dates[0] ? dates[1] : dates[0];
    if (block.kind === 'paragraph') return [trackedParagraph(block, revisions)];
    const gap = blocks[index + 1]?.kind === 'paragraph' ? [] : [new Paragraph({ spacing: { after: 0 } })];
    return [trackedTable(block.rows, revisions), ...gap];
  });
}

/**
 * An insertion at the end of a paragraph and one at the start of the next are two, but LibreOffice 7.4 takes them for one that
 * spans the paragraph's end, and joins the paragraphs when it is rejected. Dates two minutes apart keep them two.
 */
function insertionsMeet(before: TrackedBlock | undefined, block: TrackedBlock): boolean {
  if (before?.kind !== 'paragraph' || block.kind !== 'paragraph' || before.mark !== 'kept') return false;
  return isInsertion(before.runs.at(-1)) && (isInsertion(block.runs[0]) || block.mark === 'inserted');
}

function isInsertion(run: TrackedRun | undefined): boolean {
  return run?.fate === 'inserted' || run?.fate === 'moved-here';
}

function laterDate(date: string): string {
  return new Date(Date.parse(date) + APART_MS).toISOString().replace(/\.\d+Z$/, 'Z');
}

function trackedParagraph(
  block: Extract<TrackedBlock, { kind: 'paragraph' }>,
  revisions: Revisions,
): Paragraph {
  const mark =
    block.mark === 'kept'
      ? {}
      : { run: { [block.mark === 'inserted' ? 'insertion' : 'deletion']: revision(revisions) } };
  return new Paragraph({ ...look(block.look), ...mark, children: children(block.runs, revisions) });
}

const HEADINGS = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
] as const;

function look(block: RedlineBlock): IParagraphOptions {
  switch (block.kind) {
    case 'heading':
      return { heading: HEADINGS[block.level - 1] ?? HeadingLevel.HEADING_6 };
    case 'list-item':
      return listItemLook(Math.min(block.depth - 1, DEEPEST_LIST), block.marker);
    case 'code':
    case 'html':
      return { style: CODE_STYLE };
    case 'rule':
      return { border: { bottom: { style: BorderStyle.SINGLE, size: 6, color: LOOK.line } } };
    case 'table-row':
      return { style: TABLE_TEXT_STYLE };
    default:
      return block.quote > 0 ? { style: QUOTE_STYLE, indent: { left: QUOTE_INDENT * block.quote } } : {};
  }
}

/** Bullets are Word's; numbers stand in the text as they were written, so that a changed number is a tracked change. */
function listItemLook(level: number, marker: string): IParagraphOptions {
  if (marker === '') return listIndent(level, false);
  if (/[\p{L}\p{N}]/u.test(marker)) return listIndent(level);
  return { ...listIndent(level), numbering: { reference: BULLET_NUMBERING, level } };
}

function trackedTable(rows: readonly TrackedRow[], revisions: Revisions): Table {
  const columns = Math.max(1, ...rows.map(({ cells }) => cells.length));
  const texts = rows.map(({ cells }) => cells.map((runs) => runs.map(({ text }) => text).join('')));
  const widths = columnWidths(texts, columns);
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    columnWidths: widths,
    borders: tableBorders(LOOK),
    rows: rows.map(
      ({ fate, head, cells }) =>
        new TableRow({
          cantSplit: true,
          tableHeader: head,
          ...(fate === 'kept'
            ? {}
            : { [fate === 'inserted' ? 'insertion' : 'deletion']: revision(revisions) }),
          children: widths.map((width, column) => cell(cells[column] ?? [], width, head, revisions)),
        }),
    ),
  });
}

function cell(runs: readonly TrackedRun[], width: number, head: boolean, revisions: Revisions): TableCell {
  const paragraph = new Paragraph({
    style: head ? TABLE_HEAD_STYLE : TABLE_TEXT_STYLE,
    children: children(runs, revisions),
  });
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { left: 60, right: 60 },
    children: [paragraph],
  });
}

function children(runs: readonly TrackedRun[], revisions: Revisions): ParagraphChild[] {
  return runs.flatMap((run) => {
    const tracked = trackedRun(run, revisions);
    const address = run.href === undefined ? null : safeLinkAddress(run.href);
    if (!address || !/^(?:https?|mailto):/i.test(address)) return tracked;
    return [new ExternalHyperlink({ link: address, children: tracked })];
  });
}

function trackedRun(run: TrackedRun, revisions: Revisions): ParagraphChild[] {
  const options = runOptions(run);
  switch (run.fate) {
    case 'inserted':
      return [new InsertedTextRun({ ...options, ...revision(revisions) })];
    case 'deleted':
      return [new DeletedTextRun({ ...options, ...revision(revisions) })];
    case 'moved-away':
      return movedRun('moveFrom', run, options, revisions);
    case 'moved-here':
      return movedRun('moveTo', run, options, revisions);
    default:
      return [new TextRun(options)];
  }
}

const STYLES: Readonly<Record<TextStyle, IRunOptions>> = {
  strong: { bold: true },
  emphasis: { italics: true },
  strikethrough: { strike: true },
  code: { font: CODE_FONT },
};

function runOptions(run: TrackedRun): IRunOptions & { text: string } {
  const link = run.href === undefined ? {} : { style: 'Hyperlink' };
  return Object.assign(
    { text: xmlText(run.text).replace(/\s*\n\s*/g, ' ') },
    link,
    ...run.styles.map((style) => STYLES[style]),
  );
}

/** A run inside `w:moveFrom` or `w:moveTo`, between the range marks whose name joins both places (ECMA-376 17.13.5.22 to 28). */
function movedRun(
  direction: 'moveFrom' | 'moveTo',
  run: TrackedRun,
  options: IRunOptions,
  revisions: Revisions,
): ParagraphChild[] {
  const range = revision(revisions);
  const name = `move${run.move ?? 0}`;
  const parts = [
    new MoveElement(`w:${direction}RangeStart`, { ...range, name }),
    new MoveElement(`w:${direction}`, revision(revisions), new TextRun(options)),
    new MoveElement(`w:${direction}RangeEnd`, { id: range.id }),
  ];
  // The library knows no moves; its type of a paragraph's children names only its own classes.
  return parts as unknown as ParagraphChild[];
}

class MoveElement extends XmlComponent {
  constructor(name: string, attributes: Partial<Revision> & { name?: string }, child?: TextRun) {
    super(name);
    const named = Object.entries(attributes).map(([key, value]) => [`w:${key}`, value]);
    this.root.push({ _attr: Object.fromEntries(named) });
    if (child) this.root.push(child);
  }
}

function revision(revisions: Revisions): Revision {
  return { id: revisions.next++, author: revisions.author, date: revisions.date };
}
