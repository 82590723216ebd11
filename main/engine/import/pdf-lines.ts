/** A stretch of a line with one fate. */
export interface PdfRun {
  readonly text: string;
  readonly href?: string;
}

/** A line of a page as it stands on the paper; positions in points from the page's lower left corner. */
export interface PdfLine {
  readonly runs: readonly PdfRun[];
  readonly text: string;
  /** Size of its largest characters in points. */
  readonly size: number;
  readonly x: number;
  readonly y: number;
  readonly page: number;
  /** Height of the page in points. */
  readonly pageHeight: number;
}

/** What pdf.js gives for a stretch of text, as far as it is used. */
export interface PdfTextItem {
  readonly str: string;
  readonly width: number;
  readonly height: number;
  readonly transform: readonly number[];
  readonly hasEOL: boolean;
}

/** A link's area on the page and its address. */
export interface PdfLinkArea {
  readonly rect: readonly number[];
  readonly url: string;
}

/** Baselines closer than this share of the size are one line: superscripts and footnote marks. */
const SAME_LINE = 0.6;
/** A gap wider than this share of the size is a space. */
const SPACE = 0.15;

interface PlacedItem {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly href?: string;
}

/** Puts the text items of a page, in the order of its content, together into lines. */
export function readPdfLines(
  items: readonly PdfTextItem[],
  links: readonly PdfLinkArea[],
  page: number,
  pageHeight: number,
): PdfLine[] {
  const lines: PdfLine[] = [];
  let open: PlacedItem[] = [];
  const close = (): void => {
    if (open.some(({ text }) => text.trim() !== '')) lines.push(toLine(open, page, pageHeight));
    open = [];
  };
  for (const item of items) {
    for (const placed of place(item, links)) {
      const last = open.at(-1);
      if (last && !isSameLine(last, placed)) close();
      open.push(placed);
    }
    if (item.hasEOL) close();
  }
  close();
  return lines;
}

/** An item as one piece, or cut where a link begins and ends in it. */
function place(item: PdfTextItem, links: readonly PdfLinkArea[]): PlacedItem[] {
  const [, , , scale = 0, x = 0, y = 0] = item.transform;
  const size = item.height || Math.abs(scale);
  if (item.str === '') return [];
  const whole = { text: item.str, x, y, width: item.width, size };
  const middle = y + size / 3;
  const link = links.find(({ rect: [x1 = 0, y1 = 0, x2 = 0, y2 = 0] }) => {
    const overlap = Math.min(x2, x + item.width) - Math.max(x1, x);
    return middle >= y1 && middle <= y2 && overlap > size / 2;
  });
  if (!link) return [whole];
  const [x1 = 0, , x2 = 0] = link.rect;
  const from = nearestWord(item.str, ((x1 - x) / item.width) * item.str.length);
  const to = nearestWord(item.str, ((x2 - x) / item.width) * item.str.length);
  const part = (begin: number, end: number): PlacedItem => {
    const share = item.width / item.str.length;
    return { ...whole, text: item.str.slice(begin, end), x: x + begin * share, width: (end - begin) * share };
  };
  const parts = [part(0, from), { ...part(from, to), href: link.url }, part(to, item.str.length)];
  return parts.filter(({ text }) => text !== '');
}

/** The edge of a word nearest to a place that was estimated from widths. */
function nearestWord(text: string, estimate: number): number {
  if (estimate <= 0) return 0;
  if (estimate >= text.length) return text.length;
  const at = Math.round(estimate);
  for (let away = 0; away < text.length; away++)
    for (const edge of [at - away, at + away])
      if (/^(?:\s|$)/u.test(text.slice(edge - 1, edge)) || edge === text.length) return edge;
  return at;
}

function isSameLine(a: PlacedItem, b: PlacedItem): boolean {
  const size = Math.max(a.size, b.size, 1);
  return Math.abs(a.y - b.y) < size * SAME_LINE && b.x >= a.x - size;
}

function toLine(items: readonly PlacedItem[], page: number, pageHeight: number): PdfLine {
  const runs: { text: string; href?: string }[] = [];
  let end: PlacedItem | null = null;
  for (const item of items) {
    const gap = end !== null && item.x - (end.x + end.width) > item.size * SPACE;
    const text =
      gap && !/\s$/u.test(runs.at(-1)?.text ?? '') && !/^\s/u.test(item.text) ? ` ${item.text}` : item.text;
    const last = runs.at(-1);
    if (last && last.href === item.href) last.text += text;
    else runs.push(item.href === undefined ? { text } : { text, href: item.href });
    end = item;
  }
  const [first] = items;
  return {
    runs,
    text: runs
      .map(({ text }) => text)
      .join('')
      .trim(),
    size: Math.max(...items.filter(({ text }) => text.trim() !== '').map(({ size }) => size)),
    x: first?.x ?? 0,
    y: first?.y ?? 0,
    page,
    pageHeight,
  };
}
