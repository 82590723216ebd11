import { AlignmentType, BorderStyle, type INumberingOptions, type IStylesOptions, LevelFormat } from 'docx';

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

const TEXT_FONT = 'Cambria';
const LABEL_FONT = 'Calibri';
const BULLETS = ['•', '–', '▪'];

/** Styles that a law firm can restyle at one place: Title, Heading 1 to 6, body, quotation, code, table text. Sizes in half points. */
export const DOCUMENT_STYLES: IStylesOptions = {
  default: {
    document: {
      run: { font: TEXT_FONT, size: 21 },
      paragraph: { spacing: { after: 140, line: 288 } },
    },
    title: {
      run: { font: LABEL_FONT, size: 44, bold: true },
      paragraph: { spacing: { after: 200 }, keepNext: true },
    },
    heading1: heading(30, 360),
    heading2: heading(25, 280),
    heading3: heading(22, 240),
    heading4: heading(21, 200),
    heading5: heading(21, 200),
    heading6: heading(21, 200),
    hyperlink: { run: { color: '1D4F73', underline: {} } },
  },
  paragraphStyles: [
    {
      id: QUOTE_STYLE,
      name: 'Policy Quotation',
      basedOn: 'Normal',
      run: { color: '545B63' },
      paragraph: { border: { left: { style: BorderStyle.SINGLE, size: 12, color: 'D5D9D6', space: 8 } } },
    },
    { id: CODE_STYLE, name: 'Policy Code', basedOn: 'Normal', run: { font: CODE_FONT, size: 18 } },
    {
      id: TABLE_TEXT_STYLE,
      name: 'Policy Table Text',
      basedOn: 'Normal',
      run: { size: 19 },
      paragraph: { spacing: { before: 40, after: 40, line: 252 } },
    },
    {
      id: TABLE_HEAD_STYLE,
      name: 'Policy Table Head',
      basedOn: TABLE_TEXT_STYLE,
      run: { font: LABEL_FONT, bold: true },
      paragraph: { keepNext: true },
    },
  ],
};

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

function heading(size: number, before: number) {
  return {
    run: { font: LABEL_FONT, size, bold: true, color: '1C2024' },
    paragraph: { spacing: { before, after: 100 }, keepNext: true, keepLines: true },
  };
}
