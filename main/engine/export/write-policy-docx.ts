import {
  Document,
  HeadingLevel,
  LeaderType,
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
import { LONE_PAGE } from '../../../shared/publish/link-rules.ts';
import { markdownTree } from '../../../shared/publish/markdown-tree.ts';
import { editionText } from '../../../shared/publish/page-edition.ts';
import { publishedText } from '../../../shared/publish/published-text.ts';
import type { PolicyPageInput } from '../../../shared/publish/render-policy-page.ts';
import { type DocxBlock, type DocxContext, docxBlocks, tableBorders } from './docx-blocks.ts';
import { type DocxLook, docxLook } from './docx-look.ts';
import { docxFootnotes, takeNotes } from './docx-notes.ts';
import { pageSection, TEXT_WIDTH } from './docx-page.ts';
import { docxLogo } from './docx-picture.ts';
import {
  CODE_STYLE,
  CONTENTS_HEAD_STYLE,
  documentNumbering,
  documentStyles,
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
  const headings = decorateTree(tree, {
    topLevel: ownTitle ? 1 : 2,
    links: input.linkRules ?? LONE_PAGE,
  });
  const look = docxLook(input.theme);
  const context: DocxContext = { look, bookmarks: bookmarksOf(headings), starts: new Set([1]), lists: 1 };
  const notes = takeNotes(tree);
  const [opening, rest] = splitBehindTitle(tree, ownTitle).map((part) => docxBlocks(part, context));
  const footnotes = docxFootnotes(notes, context);
  const title = xmlText(input.inspection.title || input.policyName);
  const company = xmlText(input.company);
  const children = [
    ...(settings === ''
      ? []
      : settings.split('\n').map((line) => new Paragraph({ style: CODE_STYLE, text: line }))),
    ...(ownTitle ? [] : [new Paragraph({ heading: HeadingLevel.TITLE, text: xmlText(input.policyName) })]),
    ...(opening ?? []),
    ...contents(headings),
    ...(rest ?? []),
    ...history(input, look),
  ];
  const document = new Document({
    title,
    creator: xmlText(input.version?.author || company),
    description: edition(input),
    ...(input.version ? { revision: input.version.number } : {}),
    styles: documentStyles(look),
    numbering: documentNumbering(context.starts),
    footnotes,
    sections: [
      pageSection(
        { company, title, edition: edition(input), look, logo: docxLogo(input.theme, company) },
        children,
      ),
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

/** What the contents stand behind, which is the text's own title with what comes before it, and the rest. */
function splitBehindTitle({ children }: Root, ownTitle: boolean): [Root, Root] {
  const title = children.findIndex((child) => child.type === 'element' && child.tagName === 'h1');
  const from = ownTitle ? title + 1 : 0;
  return [
    { type: 'root', children: children.slice(0, from) },
    { type: 'root', children: children.slice(from) },
  ];
}

function bookmarksOf(headings: readonly PublishedHeading[]): ReadonlyMap<string, string> {
  return new Map(headings.map(({ anchor }, index) => [anchor, `section_${index + 1}`]));
}

function contents(headings: readonly PublishedHeading[]): (Paragraph | TableOfContents)[] {
  if (headings.length < FEWEST_FOR_CONTENTS) return [];
  return [
    new Paragraph({ style: CONTENTS_HEAD_STYLE, text: 'Contents' }),
    // Page numbers are Word's to fill in: the library's own estimate takes 1.8 s for 19 KB and 8 s for 207 KB. Until then, and in programs
    // that fill nothing in, dots would lead nowhere.
    new TableOfContents('Contents', {
      hyperlink: true,
      headingStyleRange: '1-2',
      tabLeader: LeaderType.NONE,
    }),
  ];
}

function edition({ version, inspection }: PolicyPageInput): string {
  const stated = inspection.dates.find(({ kind }) => kind === 'effective')?.iso ?? null;
  return editionText(version?.number ?? null, version?.effectiveDate ?? stated);
}

function history({ history: versions }: PolicyPageInput, look: DocxLook): DocxBlock[] {
  if (versions.length === 0) return [];
  const rows = versions.toSorted((one, other) => other.number - one.number);
  return [
    new Paragraph({ heading: HeadingLevel.HEADING_1, text: 'Versions of this document' }),
    new Table({
      width: { size: 100, type: WidthType.PERCENTAGE },
      columnWidths: HISTORY_WIDTHS,
      borders: tableBorders(look),
      rows: [
        row(['Version', 'Effective', 'What changed'], true),
        ...rows.map(({ number, effectiveDate, note }) =>
          row([String(number), effectiveDate ? longDate(effectiveDate) : 'not stated', xmlText(note)], false),
        ),
      ],
    }),
  ];
}

/** For number, date and note. */
const HISTORY_WIDTHS = [0.12, 0.23, 0.65].map((share) => Math.round(share * TEXT_WIDTH));

function row(cells: readonly string[], head: boolean): TableRow {
  return new TableRow({
    tableHeader: head,
    cantSplit: true,
    children: cells.map(
      (text, column) =>
        new TableCell({
          width: { size: HISTORY_WIDTHS[column] ?? 0, type: WidthType.DXA },
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
