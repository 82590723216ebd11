import type { getResolvedPDFJS } from 'unpdf';
import { type PdfItem, type PdfLinkArea, type PdfTextItem, placeItem } from './pdf-items.ts';
import { type DrawnMark, findMarks } from './pdf-marks.ts';

type PdfJs = Awaited<ReturnType<typeof getResolvedPDFJS>>;
export type PdfDocument = Awaited<ReturnType<PdfJs['getDocument']>['promise']>;
type PageProxy = Awaited<ReturnType<PdfDocument['getPage']>>;
type StructTree = NonNullable<Awaited<ReturnType<PageProxy['getStructTree']>>>;
/** A node of the structure that a tagged file gives its page, or a piece of content or an annotation in it. */
export type StructNode = StructTree['children'][number];

/** A page as far as importing needs it; positions in points from its lower left corner. */
export interface PdfPage {
  /** From 1. */
  readonly number: number;
  readonly height: number;
  readonly items: readonly PdfItem[];
  readonly links: readonly PdfLinkArea[];
  /** Small shapes that may be bullets. */
  readonly marks: readonly DrawnMark[];
  /** What a tagged file says about the page; empty where it says nothing. */
  readonly structure: readonly StructNode[];
}

export type Operators = PdfJs['OPS'];

/** Null for a page that cannot be read; the others still can. Without `operators`, faces and drawn marks are not looked at, which halves the time. */
export async function readPdfPage(
  pdf: PdfDocument,
  number: number,
  operators: Operators | null,
): Promise<PdfPage | null> {
  try {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent({ includeMarkedContent: true });
    const links = linkAreas(await page.getAnnotations());
    const marks = operators ? findMarks(await page.getOperatorList(), operators) : [];
    const structure = (await page.getStructTree())?.children ?? [];
    const [, bottom = 0, , top = 0] = page.view;
    const read: PdfPage = {
      number,
      height: Math.abs(top - bottom),
      items: placeAll(page, items, links),
      links,
      marks,
      structure,
    };
    page.cleanup();
    return read;
  } catch (error) {
    if (error instanceof Error) return null;
    throw error;
  }
}

/** Text items in the order of the content, each with the innermost marked content that the structure can name. */
function placeAll(
  page: PageProxy,
  items: Awaited<ReturnType<PageProxy['getTextContent']>>['items'],
  links: readonly PdfLinkArea[],
): PdfItem[] {
  const open: string[] = [];
  const placed: PdfItem[] = [];
  for (const item of items) {
    if ('str' in item) {
      const content = open.findLast((id) => id !== '') ?? '';
      placed.push(...placeItem(item satisfies PdfTextItem, content, fontNameOf(page, item.fontName), links));
    } else if (item.type === 'endMarkedContent') open.pop();
    else open.push('id' in item && typeof item.id === 'string' ? item.id : '');
  }
  return placed;
}

/** The name that the file gives a font; empty where the font did not load. */
function fontNameOf(page: PageProxy, id: string): string {
  if (!page.commonObjs.has(id)) return '';
  const font: unknown = page.commonObjs.get(id);
  return typeof font === 'object' && font !== null && 'name' in font ? String(font.name) : '';
}

/** Only addresses of the web and mail: a file, a program or a script is never kept. */
function linkAreas(annotations: readonly unknown[]): PdfLinkArea[] {
  return annotations.flatMap((annotation) => {
    if (typeof annotation !== 'object' || annotation === null) return [];
    const { id, url, rect } = annotation as { id?: unknown; url?: unknown; rect?: unknown };
    if (typeof url !== 'string' || !/^(?:https?|mailto):/i.test(url) || !Array.isArray(rect)) return [];
    return [{ id: String(id), url, rect: rect.map(Number) }];
  });
}
