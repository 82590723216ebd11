import {
  AlignmentType,
  Footer,
  Header,
  type ImageRun,
  type ISectionOptions,
  PageNumber,
  Paragraph,
  Tab,
  TabStopType,
  TextRun,
} from 'docx';
import type { DocxLook } from './docx-look.ts';

/** Lengths in twentieths of a point: A4 and its margins, as in the PDF. */
const PAGE = { width: 11906, height: 16838 };
const MARGIN = { top: 1368, bottom: 1368, left: 1296, right: 1296 };
export const TEXT_WIDTH = PAGE.width - MARGIN.left - MARGIN.right;

const SMALL = 16;

export interface PageLines {
  readonly company: string;
  readonly title: string;
  /** The version and its date, or what is compared. */
  readonly edition: string;
  readonly look: DocxLook;
  /** Stands at the head of the first page, beside the company. */
  readonly logo: ImageRun | null;
}

/** A section with the document's name at the head of each page and "Page n of m" at its foot. */
export function pageSection(lines: PageLines, children: ISectionOptions['children']): ISectionOptions {
  const { look, logo } = lines;
  const small = (text: string): TextRun => new TextRun({ text, size: SMALL, color: look.softInk });
  const pages = new TextRun({
    size: SMALL,
    color: look.softInk,
    children: ['Page ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES],
  });
  const header = new Header({ children: [twoSided(small(lines.company), small(lines.title))] });
  const footer = new Footer({ children: [twoSided(small(lines.edition), pages)] });
  return {
    properties: { page: { size: PAGE, margin: MARGIN }, titlePage: logo !== null },
    headers: logo
      ? { default: header, first: new Header({ children: [twoSided(logo, small(lines.company))] }) }
      : { default: header },
    footers: logo ? { default: footer, first: footer } : { default: footer },
    children,
  };
}

function twoSided(left: TextRun | ImageRun, right: TextRun): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.LEFT,
    tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH }],
    children: [left, new TextRun({ children: [new Tab()] }), right],
  });
}
