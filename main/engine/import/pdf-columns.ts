import type { PdfLine } from './pdf-lines.ts';

/** A line wider than this share of the page's text runs across all columns. */
const ACROSS = 0.6;
/** On a page of columns nearly all lines are narrower. */
const MIN_NARROW = 0.75;
/** White space between columns is at least this wide, in points. */
const MIN_GUTTER = 8;
/** Lists are indented less than this, in points, and columns are wider. */
const MAX_INDENT = 144;
/** Fewer lines beside each other are a table or a caption. */
const MIN_LINES = 5;

/** Finds for each line where its column begins: the left edge of the page's text, or of a column beside others. */
export function columnEdges(lines: readonly PdfLine[]): (line: PdfLine) => number {
  const pages = new Map<number, PdfLine[]>();
  for (const line of lines) {
    const known = pages.get(line.page);
    if (known) known.push(line);
    else pages.set(line.page, [line]);
  }
  const edges = new Map([...pages].map(([page, found]) => [page, columnsOf(found)]));
  const all = [...edges.values()].flat();
  // A page that begins within a list shows its column too far to the right; other pages know better.
  const leftmost = (edge: number): number => Math.min(...all.filter((other) => other > edge - MAX_INDENT));
  const columns = new Map([...edges].map(([page, found]) => [page, found.map(leftmost)]));
  return (line) => columns.get(line.page)?.findLast((left) => left <= leftOf(line)) ?? 0;
}

/** The left edges of a page's columns, from left to right. */
function columnsOf(lines: readonly PdfLine[]): number[] {
  const left = Math.min(...lines.map(leftOf));
  const width = Math.max(...lines.map(({ right }) => right)) - left;
  const narrow = lines
    .filter((line) => line.right - leftOf(line) < width * ACROSS)
    .sort((a, b) => leftOf(a) - leftOf(b));
  const edges = [left];
  if (narrow.length < lines.length * MIN_NARROW) return edges;
  let [reached, count] = [Number.NEGATIVE_INFINITY, 0];
  narrow.forEach((line, at) => {
    const gutter = leftOf(line) - reached >= MIN_GUTTER;
    if (gutter && count >= MIN_LINES && narrow.length - at >= MIN_LINES) {
      edges.push(leftOf(line));
      count = 0;
    }
    reached = Math.max(reached, line.right);
    count += 1;
  });
  return edges;
}

function leftOf({ label, x }: PdfLine): number {
  return label ? Math.min(label.x, x) : x;
}
