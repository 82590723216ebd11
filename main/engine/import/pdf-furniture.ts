import type { PdfLine } from './pdf-lines.ts';

/** Headers and footers stand in these parts of the page, from its top and bottom. */
const MARGIN = 0.12;
/** Print this much larger than the text is a title, not a header, where it first appears. */
const TITLE_RATIO = 1.12;
const PAGE_NUMBER = /^(?:page ?)?[-–—|]? ?#(?: ?(?:of|\/|-) ?#)? ?[-–—|]?$/i;

/** Lines without what stands in the margin of at least half the pages (numbers aside), and without page numbers. */
export function withoutFurniture(lines: readonly PdfLine[], bodySize: number): readonly PdfLine[] {
  const pages = new Set(lines.map(({ page }) => page)).size;
  if (pages < 2) return lines;
  const outermost = edgeLines(lines);
  const onPages = new Map<string, Set<number>>();
  for (const line of lines.filter(inMargin)) {
    const found = onPages.get(shape(line)) ?? new Set();
    onPages.set(shape(line), found.add(line.page));
  }
  return lines.filter((line) => {
    if (!inMargin(line)) return true;
    if (line.page === lines[0]?.page && line.size >= bodySize * TITLE_RATIO) return true; // the title, which the other pages repeat
    if (outermost.has(line) && PAGE_NUMBER.test(shape(line))) return false;
    return (onPages.get(shape(line))?.size ?? 0) < Math.max(2, Math.min(pages, 3), pages / 2);
  });
}

function inMargin({ y, pageHeight }: PdfLine): boolean {
  return y < pageHeight * MARGIN || y > pageHeight * (1 - MARGIN);
}

function shape({ text, label }: PdfLine): string {
  return `${label?.text ?? ''}${text}`.replace(/\d+/g, '#').replace(/\s+/gu, ' ');
}

/** The highest and the lowest line of each page: a number elsewhere may be the text's. */
function edgeLines(lines: readonly PdfLine[]): ReadonlySet<PdfLine> {
  const edges = new Map<number, { top: PdfLine; bottom: PdfLine }>();
  for (const line of lines) {
    const { top, bottom } = edges.get(line.page) ?? { top: line, bottom: line };
    edges.set(line.page, { top: line.y > top.y ? line : top, bottom: line.y < bottom.y ? line : bottom });
  }
  return new Set([...edges.values()].flatMap(({ top, bottom }) => [top, bottom]));
}
