import {
  AlignmentType,
  BorderStyle,
  type INumberingOptions,
  type IStylesOptions,
  LevelFormat,
  LineRuleType,
} from 'docx';
import type { DocxLook } from './docx-look.ts';

/** Twentieths of a point by which each list level is indented, and by which its mark hangs out. */
export const LIST_INDENT = 425;
/** Indentation of one level of quotation. */
export const QUOTE_INDENT = 425;
/** Word has nine levels of lists and headings below the title that are used here. */
export const DEEPEST_LIST = 8;

export const CODE_STYLE = 'PolicyCode';
export const QUOTE_STYLE = 'PolicyQuote';
export const TABLE_HEAD_STYLE = 'PolicyTableHead';
export const TABLE_TEXT_STYLE = 'PolicyTableText';
export const CODE_FONT = 'Consolas';
/** Word's own name for the heading of its contents, which is no heading of the document. */
export const CONTENTS_HEAD_STYLE = 'TOCHeading';

const BULLETS = ['•', '–', '▪'];

/**
 * Styles that a law firm can restyle at one place: Title, Heading 1 to 6, body, contents, quotation, code, table text. Sizes in half
 * points.
 */
export function documentStyles(look: DocxLook): IStylesOptions {
  return {
    default: {
      document: {
        run: { font: look.textFont, size: 21, color: look.ink },
        paragraph: { spacing: { after: 140, ...lines(288) } },
      },
      title: {
        run: { font: look.labelFont, size: 44, bold: true },
        paragraph: { spacing: { before: 120, after: 200, ...lines(264) }, keepNext: true, keepLines: true },
      },
      heading1: heading(look, 30, 360),
      heading2: heading(look, 25, 280),
      heading3: heading(look, 22, 240),
      heading4: heading(look, 21, 200),
      heading5: heading(look, 21, 200),
      heading6: heading(look, 21, 200),
      hyperlink: { run: { color: look.accent, underline: {} } },
    },
    paragraphStyles: [
      {
        id: CONTENTS_HEAD_STYLE,
        name: 'TOC Heading',
        basedOn: 'Normal',
        run: { font: look.labelFont, size: 22, bold: true, color: look.softInk },
        paragraph: { spacing: { before: 240, after: 80 }, keepNext: true },
      },
      contentsLine(look, 1),
      contentsLine(look, 2),
      {
        id: QUOTE_STYLE,
        name: 'Policy Quotation',
        basedOn: 'Normal',
        run: { color: look.softInk },
        paragraph: { border: { left: { style: BorderStyle.SINGLE, size: 12, color: look.line, space: 8 } } },
      },
      { id: CODE_STYLE, name: 'Policy Code', basedOn: 'Normal', run: { font: CODE_FONT, size: 18 } },
      {
        id: TABLE_TEXT_STYLE,
        name: 'Policy Table Text',
        basedOn: 'Normal',
        run: { size: 19 },
        paragraph: { spacing: { before: 40, after: 40, ...lines(252) } },
      },
      {
        id: TABLE_HEAD_STYLE,
        name: 'Policy Table Head',
        basedOn: TABLE_TEXT_STYLE,
        run: { font: look.labelFont, bold: true },
        paragraph: { keepNext: true },
      },
    ],
  };
}

export const BULLET_NUMBERING = 'policy-bullets';

/** The name of the numbering whose first item has the number `start`. */
export function numberingFrom(start: number): string {
  return `policy-numbers-${start}`;
}

/** One bulleted numbering and one numbered for each first number that the document uses. */
export function documentNumbering(starts: Iterable<number>): INumberingOptions {
  const levels = Array.from({ length: DEEPEST_LIST + 1 }, (_, level) => level);
  return {
    config: [
      {
        reference: BULLET_NUMBERING,
        levels: levels.map((level) => ({
          level,
          format: LevelFormat.BULLET,
          text: BULLETS[level % BULLETS.length] ?? '•',
          alignment: AlignmentType.LEFT,
          style: { paragraph: listIndent(level) },
        })),
      },
      ...[...new Set(starts)].map((start) => ({
        reference: numberingFrom(start),
        levels: levels.map((level) => ({
          level,
          format: LevelFormat.DECIMAL,
          text: `%${level + 1}.`,
          start,
          alignment: AlignmentType.LEFT,
          style: { paragraph: listIndent(level) },
        })),
      })),
    ],
  };
}

/** Indentation of a list paragraph; with a hanging mark, or in line with the text of the item it continues. */
export function listIndent(level: number, hanging = true): { indent: { left: number; hanging?: number } } {
  const left = LIST_INDENT * (level + 1);
  return { indent: hanging ? { left, hanging: LIST_INDENT } : { left } };
}

/** Line spacing in parts of 240 of the letters' own. LibreOffice takes it for a fixed height where the rule is not said. */
function lines(line: number) {
  return { line, lineRule: LineRuleType.AUTO };
}

function heading(look: DocxLook, size: number, before: number) {
  return {
    run: { font: look.labelFont, size, bold: true, color: look.ink },
    paragraph: { spacing: { before, after: 100, ...lines(264) }, keepNext: true, keepLines: true },
  };
}

function contentsLine(look: DocxLook, level: number) {
  return {
    id: `TOC${level}`,
    name: `toc ${level}`,
    basedOn: 'Normal',
    run: { font: look.labelFont, size: 20 },
    paragraph: { spacing: { after: 40, ...lines(252) }, indent: { left: 260 * (level - 1) } },
  };
}
