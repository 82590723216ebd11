import {
  AlignmentType,
  Footer,
  Header,
  type ISectionOptions,
  PageNumber,
  Paragraph,
  Tab,
  TabStopType,
  TextRun,
} from 'docx';

/** Lengths in twentieths of a point: A4 and its margins, as in the PDF. */
const PAGE = { width: 11906, height: 16838 };
const MARGIN = { top: 1368, bottom: 1368, left: 1296, right: 1296 };
export const TEXT_WIDTH = PAGE.width - MARGIN.left - MARGIN.right;

const SMALL = 16;
const GREY = '545B63';

export interface PageLines {
  readonly company: string;
  readonly title: string;
  /** The version and its date, or what is compared. */
  readonly edition: string;
}

/** A section with the document's name at the head of each page and "Page n of m" at its foot. */
export function pageSection(lines: PageLines, children: ISectionOptions['children']): ISectionOptions {
  const pages = new TextRun({
    size: SMALL,
    color: GREY,
    children: ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES],
  });
  return {
    properties: { page: { size: PAGE, margin: MARGIN } },
    headers: { default: new Header({ children: [twoSided(small(lines.company), small(lines.title))] }) },
    footers: { default: new Footer({ children: [twoSided(small(lines.edition), pages)] }) },
    children,
  };
}

function small(text: string): TextRun {
  return new TextRun({ text, size: SMALL, color: GREY });
}

function twoSided(left: TextRun, right: TextRun): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.LEFT,
    tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH }],
    children: [left, new TextRun({ children: [new Tab()] }), right],
  });
}
