import { decideLinkEdges } from './pdf-link-edges.ts';

/** What pdf.js gives for a stretch of text, as far as it is used. */
export interface PdfTextItem {
  readonly str: string;
  readonly dir: string;
  readonly width: number;
  readonly height: number;
  readonly transform: readonly number[];
  readonly fontName: string;
}

/** A link's area on the page and its address; `id` is what the structure of a tagged file calls it. */
export interface PdfLinkArea {
  readonly id: string;
  readonly rect: readonly number[];
  readonly url: string;
}

/** A stretch of text with one fate on a page; positions in points from the page's lower left corner. */
export interface PdfItem {
  readonly text: string;
  readonly x: number;
  /** Of the baseline. */
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly bold: boolean;
  /** The name of the typeface without its style; empty where the file does not say. */
  readonly family: string;
  readonly rightToLeft: boolean;
  /** The marked content it stands in, as the structure of a tagged file calls it; empty where there is none. */
  readonly content: string;
  readonly href?: string;
}

/** Font names say it: "ABCDEF+Calibri-Bold", "Helvetica-Black". */
const BOLD_FONT = /bold|black|heavy|semibd|demi/i;
const SUBSET = /^[A-Z]{6}\+/;
const STYLE =
  /[-,](?:bold|black|heavy|semi|demi|italic|oblique|regular|roman|light|medium|book|mt\b).*$|MT$/i;

/** Places an item on the page, cut where links begin and end in it. Empty items, which only end lines, give none. */
export function placeItem(
  item: PdfTextItem,
  content: string,
  fontName: string,
  links: readonly PdfLinkArea[],
): PdfItem[] {
  if (item.str === '') return [];
  const [, , shear = 0, scale = 0, x = 0, y = 0] = item.transform;
  const size = item.height || Math.hypot(shear, scale);
  const whole: PdfItem = {
    text: item.str,
    x,
    y,
    width: item.width,
    size,
    bold: BOLD_FONT.test(fontName),
    family: fontName.replace(SUBSET, '').replace(STYLE, ''),
    rightToLeft: item.dir === 'rtl',
    content,
  };
  if (whole.rightToLeft || item.width <= 0) return [whole];
  return cutAtLinks(whole, links);
}

function cutAtLinks(whole: PdfItem, links: readonly PdfLinkArea[]): PdfItem[] {
  const pieces: PdfItem[] = [];
  let done = 0;
  const share = whole.width / whole.text.length;
  const push = (from: number, to: number, href?: string): void => {
    if (to <= from) return;
    const piece = {
      ...whole,
      text: whole.text.slice(from, to),
      x: whole.x + from * share,
      width: (to - from) * share,
    };
    pieces.push(href === undefined ? piece : { ...piece, href });
  };
  for (const { url, rect } of linksOver(whole, links)) {
    const [x1 = 0, , x2 = 0] = rect;
    const { from, to } = decideLinkEdges(
      whole.text,
      (x1 - whole.x) / whole.width,
      (x2 - whole.x) / whole.width,
    );
    if (from < done) continue;
    push(done, from);
    push(from, to, url);
    done = to;
  }
  push(done, whole.text.length);
  return pieces;
}

/** The links whose areas cover a part of an item, from left to right. */
function linksOver({ x, y, width, size }: PdfItem, links: readonly PdfLinkArea[]): PdfLinkArea[] {
  const middle = y + size / 3;
  return links
    .filter(({ rect: [x1 = 0, y1 = 0, x2 = 0, y2 = 0] }) => {
      const overlap = Math.min(x2, x + width) - Math.max(x1, x);
      return middle >= y1 && middle <= y2 && overlap > Math.min(size, width) / 2;
    })
    .sort((a, b) => (a.rect[0] ?? 0) - (b.rect[0] ?? 0));
}
