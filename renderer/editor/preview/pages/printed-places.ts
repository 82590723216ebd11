import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A place in a PDF: a page (1-based) and how far down it, from 0 at its top to 1. */
export interface PrintedPlace {
  readonly page: number;
  readonly share: number;
}

/** A heading of the outline and where it stands. */
export interface PrintedHeading extends PrintedPlace {
  readonly title: string;
}

type OutlineItem = Awaited<ReturnType<PDFDocumentProxy['getOutline']>>[number];

/** The place that a destination means (ISO 32000 12.3.2), or null where it leads nowhere. */
export async function placeOfDestination(
  pdf: PDFDocumentProxy,
  destination: unknown,
): Promise<PrintedPlace | null> {
  const explicit: unknown =
    typeof destination === 'string' ? await pdf.getDestination(destination) : destination;
  if (!Array.isArray(explicit)) return null;
  const [page, , , top]: unknown[] = explicit;
  const index = typeof page === 'number' ? page : await pageIndex(pdf, page);
  if (index === null || index < 0 || index >= pdf.numPages) return null;
  const { height } = (await pdf.getPage(index + 1)).getViewport({ scale: 1 });
  const share = typeof top === 'number' ? Math.min(1, Math.max(0, (height - top) / height)) : 0;
  return { page: index + 1, share };
}

/** The headings of a PDF's outline in order, those whose place is known. */
export async function headingsOf(pdf: PDFDocumentProxy): Promise<PrintedHeading[]> {
  const headings: PrintedHeading[] = [];
  // pdf.js answers null where there is no outline, which its types leave out.
  const outline: readonly OutlineItem[] | null = await pdf.getOutline();
  for (const { title, dest } of flatten(outline ?? [])) {
    const place = await placeOfDestination(pdf, dest);
    if (place) headings.push({ title, ...place });
  }
  return headings;
}

async function pageIndex(pdf: PDFDocumentProxy, page: unknown): Promise<number | null> {
  if (typeof page !== 'object' || page === null || !('num' in page) || !('gen' in page)) return null;
  return pdf.getPageIndex({ num: Number(page.num), gen: Number(page.gen) });
}

function flatten(items: readonly OutlineItem[]): OutlineItem[] {
  return items.flatMap((item) => [item, ...flatten(item.items)]);
}
