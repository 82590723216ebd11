import { columnEdges } from './pdf-columns.ts';
import type { PdfLine } from './pdf-lines.ts';

/** What is usual in a document's print. */
export interface PageMeasures {
  /** The size in which most characters are set, in points. */
  readonly bodySize: number;
  /** Whether most characters of that size are bold. */
  readonly bodyBold: boolean;
  /** The face of most characters of that size; empty where fonts have no names. */
  readonly bodyFamily: string;
  /** The usual distance between the baselines of lines of a size. */
  lineGap(size: number): number;
  /** The left edge of the column that a line stands in. */
  columnLeft(line: PdfLine): number;
  /** True when the next line's first word would have fitted behind `line`, so that the writer ended it. */
  endsEarly(line: PdfLine, next: PdfLine): boolean;
}

/** Lines of one column begin within this many points of each other, indents included. */
const COLUMN = 24;
/** Of the type size: where the file does not tell, lines are this far apart. */
const USUAL_LEADING = 1.3;
/** A baseline farther away, in sizes, is not the next line of a paragraph. */
const MAX_LEADING = 2.2;
/** Fewer lines in a column do not show where it ends. */
const MIN_LINES = 4;
/** Of the size: room that a word needs besides its letters. */
const ROOM = 0.8;

/** Measures all lines of a document at once. */
export function lineMeasures(lines: readonly PdfLine[]): PageMeasures {
  const bodySize = mostly(lines.map(({ size, text }) => [roundSize(size), text.length])) ?? 0;
  const body = lines.filter(({ size }) => roundSize(size) === bodySize);
  const bodyBold = mostly(body.map((line) => [line.bold, line.text.length])) ?? false;
  const bodyFamily = mostly(body.map(({ family, text }) => [family, text.length])) ?? '';
  const gaps = usualGaps(lines);
  const margins = rightMargins(lines);
  return {
    bodySize,
    bodyBold,
    bodyFamily,
    lineGap: (size) => gaps.get(roundSize(size)) ?? size * USUAL_LEADING,
    columnLeft: columnEdges(lines),
    endsEarly(line, next) {
      const [word = ''] = next.text.split(/\s/u, 1);
      const width = ((next.right - next.x) / Math.max(1, next.text.length)) * word.length;
      return line.right + width + line.size * ROOM < margins(line);
    },
  };
}

function usualGaps(lines: readonly PdfLine[]): ReadonlyMap<number, number> {
  const found = new Map<number, [number, number][]>();
  lines.forEach((line, index) => {
    const next = lines[index + 1];
    if (!next || next.page !== line.page || roundSize(next.size) !== roundSize(line.size)) return;
    const gap = line.y - next.y;
    if (gap < line.size * 0.8 || gap > line.size * MAX_LEADING) return;
    const gaps = found.get(roundSize(line.size)) ?? [];
    gaps.push([Math.round(gap * 2) / 2, 1]);
    found.set(roundSize(line.size), gaps);
  });
  return new Map(
    [...found].flatMap(([size, gaps]) => {
      const gap = mostly(gaps);
      return gap === undefined ? [] : [[size, gap]];
    }),
  );
}

/** Where the column of a line ends: on its page, or in the whole document where the page has too few lines to tell. */
function rightMargins(lines: readonly PdfLine[]): (line: PdfLine) => number {
  const columns = new Map<string, { right: number; count: number }>();
  const add = (key: string, right: number): void => {
    const known = columns.get(key) ?? { right: 0, count: 0 };
    columns.set(key, { right: Math.max(known.right, right), count: known.count + 1 });
  };
  const keys = (page: number | string, line: PdfLine, shift: number): string =>
    `${page} ${roundSize(line.size)} ${Math.floor(line.x / COLUMN) + shift}`;
  for (const line of lines) for (const page of [line.page, 'all']) add(keys(page, line, 0), line.right);
  const look = (page: number | string, line: PdfLine): { right: number; count: number } => {
    const near = [-1, 0, 1].map((shift) => columns.get(keys(page, line, shift)));
    return {
      right: Math.max(0, ...near.map((column) => column?.right ?? 0)),
      count: near.reduce((sum, column) => sum + (column?.count ?? 0), 0),
    };
  };
  return (line) => {
    const own = look(line.page, line);
    return own.count >= MIN_LINES ? own.right : look('all', line).right;
  };
}

function roundSize(size: number): number {
  return Math.round(size * 2) / 2;
}

/** The value with the most weight. */
function mostly<Value>(values: readonly (readonly [value: Value, weight: number])[]): Value | undefined {
  const weights = new Map<Value, number>();
  for (const [value, weight] of values) weights.set(value, (weights.get(value) ?? 0) + weight);
  return [...weights].reduce<[Value, number] | undefined>(
    (best, entry) => (best === undefined || entry[1] > best[1] ? entry : best),
    undefined,
  )?.[0];
}
