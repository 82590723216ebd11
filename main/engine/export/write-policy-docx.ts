import {
  Document,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableOfContents,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { Root } from 'hast';
import { decorateTree, hasOwnTitle, type PublishedHeading } from '../../../shared/publish/decorate-tree.ts';
import { longDate } from '../../../shared/publish/format-date.ts';
import { markdownTree } from '../../../shared/publish/markdown-tree.ts';
import { editionText } from '../../../shared/publish/page-edition.ts';
import { publishedText } from '../../../shared/publish/published-text.ts';
import type { PolicyPageInput } from '../../../shared/publish/render-policy-page.ts';
import { type DocxBlock, type DocxContext, docxBlocks, TABLE_BORDERS } from './docx-blocks.ts';
import { docxFootnotes, takeNotes } from './docx-notes.ts';
import { pageSection } from './docx-page.ts';
import {
  CODE_STYLE,
  DOCUMENT_STYLES,
  documentNumbering,
  TABLE_HEAD_STYLE,
  TABLE_TEXT_STYLE,
} from './docx-styles.ts';
import { xmlText } from './xml-text.ts';

/** A document with fewer headings than this is found without contents. */
const FEWEST_FOR_CONTENTS = 4;

/** A policy as a Word file: real styles, numbering, tables, a contents field, and the same text and links as the HTML. */
export async function writePolicyDocx(input: PolicyPageInput): Promise<Uint8Array> {
  const { text, settings } = publishedText(xmlText(input.text));
  const tree = markdownTree(text);
  const ownTitle = hasOwnTitle(tree);
  const headings = decorateTree(tree, ownTitle ? {} : { topLevel: 2 });
  const context: DocxContext = { bookmarks: bookmarksOf(headings), starts: new Set([1]), lists: 1 };
  const notes = takeNotes(tree);
  const body = docxBlocks(tree, context);
  const footnotes = docxFootnotes(notes, context);
  const title = xmlText(input.inspection.title || input.policyName);
  const company = xmlText(input.company);
  const children = [
    ...(settings === ''
      ? []
      : settings.split('\n').map((line) => new Paragraph({ style: CODE_STYLE, text: line }))),
    ...(ownTitle ? [] : [new Paragraph({ heading: HeadingLevel.TITLE, text: xmlText(input.policyName) })]),
    ...withContents(body, headings, startsWithTitle(tree)),
    ...history(input),
  ];
  const document = new Document({
    title,
    creator: xmlText(input.version?.author || company),
    description: edition(input),
    ...(input.version ? { revision: input.version.number } : {}),
    styles: DOCUMENT_STYLES,
    numbering: documentNumbering(context.starts),
    footnotes,
    sections: [pageSection({ company, title, edition: edition(input) }, children)],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

function startsWithTitle({ children }: Root): boolean {
  const first = children.find((child) => child.type === 'element');
  return first?.type === 'element' && first.tagName === 'h1';
}

function bookmarksOf(headings: readonly PublishedHeading[]): ReadonlyMap<string, string> {
  return new Map(headings.map(({ anchor }, index) => [anchor, `section_${index + 1}`]));
}

/** The contents stand behind the title, or first where the text begins otherwise. */
function withContents(
  body: readonly DocxBlock[],
  headings: readonly PublishedHeading[],
  afterTitle: boolean,
): (DocxBlock | TableOfContents)[] {
  if (headings.length < FEWEST_FOR_CONTENTS) return [...body];
  // Page numbers are Word's to fill in: the library's own estimate takes 1.8 s for 19 KB and 8 s for 207 KB.
  const contents = new TableOfContents('Contents', { hyperlink: true, headingStyleRange: '1-2' });
  return afterTitle ? [...body.slice(0, 1), contents, ...body.slice(1)] : [contents, ...body];
}

function edition({ version, inspection }: PolicyPageInput): string {
  const stated = inspection.dates.find(({ kind }) => kind === 'effective')?.iso ?? null;
  return editionText(version?.number ?? null, version?.effectiveDate ?? stated);
}

function history({ history: versions }: PolicyPageInput): DocxBlock[] {
  if (versions.length === 0) return [];
  const rows = versions.toSorted((one, other) => other.number - one.number);
  return [
    new Paragraph({ heading: HeadingLevel.HEADING_1, text: 'Versions of this document' }),
    new Table({
      width: { size: 100, type: WidthType.PERCENTAGE },
      borders: TABLE_BORDERS,
      rows: [
        row(['Version', 'Effective', 'What changed'], true),
        ...rows.map(({ number, effectiveDate, note }) =>
          row([String(number), effectiveDate ? longDate(effectiveDate) : 'not stated', xmlText(note)], false),
        ),
      ],
    }),
  ];
}

/** Shares of the width for number, date and note, in percent. */
const HISTORY_WIDTHS = [12, 23, 65];

function row(cells: readonly string[], head: boolean): TableRow {
  return new TableRow({
    tableHeader: head,
    cantSplit: true,
    children: cells.map(
      (text, column) =>
        new TableCell({
          width: { size: HISTORY_WIDTHS[column] ?? 0, type: WidthType.PERCENTAGE },
          margins: { left: 60, right: 60 },
          children: [
            new Paragraph({
              style: head ? TABLE_HEAD_STYLE : TABLE_TEXT_STYLE,
              children: [new TextRun(text)],
            }),
          ],
        }),
    ),
  });
}
