import type { PdfItem } from './pdf-items.ts';
import type { DrawnMark } from './pdf-marks.ts';
import type { PdfPage } from './pdf-page.ts';

/** A stretch of a line with one fate. */
export interface PdfRun {
  readonly text: string;
  readonly bold: boolean;
  readonly href?: string;
}

/** A line of a page as it stands on the paper; positions in points from the page's lower left corner. */
export interface PdfLine {
  readonly runs: readonly PdfRun[];
  readonly text: string;
  /** Size of its largest characters in points. */
  readonly size: number;
  /** Whether all of its letters are bold. */
  readonly bold: boolean;
  /** The face that all of it is set in; empty where it has several or their names are unknown. */
  readonly family: string;
  readonly x: number;
  readonly right: number;
  readonly y: number;
  readonly page: number;
  /** Height of the page in points. */
  readonly pageHeight: number;
  /** The bullet or number in front of it, which `text` does not hold, and where that stands. */
  readonly label: { readonly text: string; readonly x: number } | null;
}

/** Baselines closer than this share of the size are one line: superscripts and footnote marks. */
const SAME_LINE = 0.6;
/** A gap wider than this share of the size is a space. */
const SPACE = 0.15;
/** A label farther from its line than this many sizes belongs to something else. */
const LABEL_REACH = 4;
const BULLET = '[•●◦○▪■□‣⁃∙·\uF0B7\uF0A7\uF0D8\u2013\u2014*o-]';
const ORDINAL = '\\(?(?:\\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)]';
const ONLY_LABEL = new RegExp(`^(?:${BULLET}|${ORDINAL})$`, 'u');
const LABELLED = /^([•●◦○▪■□‣⁃∙·\uF0B7\uF0A7\uF0D8\u2013\u2014*-]|\d{1,3}[.)])\s+(?=\S)/u;
/** A gap wider than this share of the size was made by a tab. */
const TAB = 0.9;

/** Puts the text of a page, in the order of its content, together into lines, with the labels of list items before them. */
export function readPdfLines(page: PdfPage): PdfLine[] {
  const lines: PdfLine[] = [];
  let open: PdfItem[] = [];
  const close = (): void => {
    if (open.some(({ text }) => text.trim() !== '')) lines.push(toLine(open, page));
    open = [];
  };
  for (const item of page.items) {
    const last = open.at(-1);
    if (last && !isSameLine(last, item)) close();
    open.push(item);
  }
  close();
  return attachLabels(lines, page.marks);
}

/** True when `b` goes on in the line of `a`. */
export function isSameLine(a: PdfItem, b: PdfItem): boolean {
  const size = Math.max(a.size, b.size, 1);
  if (Math.abs(a.y - b.y) >= size * SAME_LINE) return false;
  return a.rightToLeft || b.rightToLeft || b.x >= a.x - size;
}

/** True when there is more room between two items of a line than between letters. */
export function isApart(a: PdfItem, b: PdfItem): boolean {
  const gap = b.x >= a.x ? b.x - (a.x + a.width) : a.x - (b.x + b.width);
  return gap > Math.max(a.size, b.size) * SPACE;
}

function toLine(items: readonly PdfItem[], page: PdfPage): PdfLine {
  const runs: PdfRun[] = [];
  let previous: PdfItem | null = null;
  for (const item of items) {
    const before = runs.at(-1);
    const apart = previous !== null && isApart(previous, item);
    const text =
      apart && !/\s$/u.test(before?.text ?? '') && !/^\s/u.test(item.text) ? ` ${item.text}` : item.text;
    previous = item;
    if (before && before.href === item.href && (before.bold === item.bold || text.trim() === ''))
      runs[runs.length - 1] = { ...before, text: before.text + text };
    else
      runs.push(
        item.href === undefined ? { text, bold: item.bold } : { text, bold: item.bold, href: item.href },
      );
  }
  const shown = items.filter(({ text }) => text.trim() !== '');
  const line: PdfLine = {
    runs,
    text: textOfRuns(runs),
    size: Math.max(...shown.map(({ size }) => size)),
    bold: shown.every(({ bold }) => bold),
    family: shown.every(({ family }) => family === shown[0]?.family) ? (shown[0]?.family ?? '') : '',
    x: Math.min(...shown.map(({ x }) => x)),
    right: Math.max(...shown.map(({ x, width }) => x + width)),
    y: shown[0]?.y ?? 0,
    page: page.number,
    pageHeight: page.height,
    label: null,
  };
  return separateLabel(line, shown);
}

/** A bullet or number that begins a line is its label; letters only where a tab sets them apart. */
function separateLabel(line: PdfLine, shown: readonly PdfItem[]): PdfLine {
  const [first, second] = shown;
  if (!first) return line;
  const written = first.text.trim();
  const apart = second !== undefined && second.x - (first.x + first.width) > first.size * TAB;
  const tabbed = apart && ONLY_LABEL.test(written);
  const label = tabbed ? written : (LABELLED.exec(line.text)?.[1] ?? '');
  if (label === '') return line;
  const share = (line.right - line.x) / line.text.length;
  const rest = line.text.slice(label.length);
  const skipped = label.length + rest.length - rest.trimStart().length;
  return {
    ...line,
    runs: withoutStart(line.runs, skipped),
    text: line.text.slice(skipped),
    x: second && written === label ? second.x : line.x + share * skipped,
    label: { text: label, x: line.x },
  };
}

/** Runs without their first characters, white space before them not counted. */
function withoutStart(runs: readonly PdfRun[], count: number): PdfRun[] {
  const [first, ...rest] = runs;
  if (!first) return [];
  const text = first.text.trimStart();
  if (text.length > count) return [{ ...first, text: text.slice(count) }, ...rest];
  return withoutStart(rest, count - text.length);
}

/** Some writers set all labels of a page before or after its text, others draw them. */
function attachLabels(lines: readonly PdfLine[], marks: readonly DrawnMark[]): PdfLine[] {
  const labelled = new Map<PdfLine, NonNullable<PdfLine['label']>>();
  const attached = new Set<PdfLine>();
  const texts = lines.filter(({ text }) => !ONLY_LABEL.test(text));
  const attach = (text: string, x: number, right: number, middle: number): boolean => {
    const line = labelledLine(texts, middle, right);
    if (!line || line.label || labelled.has(line)) return false;
    labelled.set(line, { text, x });
    return true;
  };
  for (const line of lines)
    if (ONLY_LABEL.test(line.text) && attach(line.text, line.x, line.right, line.y + line.size / 4))
      attached.add(line);
  for (const { left, right, bottom, top } of marks) attach('•', left, right, (bottom + top) / 2);
  return lines
    .filter((line) => !attached.has(line))
    .map((line) => ({ ...line, label: labelled.get(line) ?? line.label }));
}

/** The nearest line right of a label at its height. */
function labelledLine(lines: readonly PdfLine[], middle: number, right: number): PdfLine | null {
  let best: PdfLine | null = null;
  let distance = Number.POSITIVE_INFINITY;
  for (const line of lines) {
    if (line.y > middle + line.size / 4 || line.y + line.size * 0.75 < middle) continue;
    const away = line.x - right;
    if (away >= -1 && away <= line.size * LABEL_REACH && away < distance) [best, distance] = [line, away];
  }
  return best;
}

function textOfRuns(runs: readonly PdfRun[]): string {
  return runs
    .map(({ text }) => text)
    .join('')
    .trim();
}
