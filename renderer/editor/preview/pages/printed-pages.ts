import { getDocument, type PDFDocumentProxy, PDFWorker, TextLayer } from 'pdfjs-dist/legacy/build/pdf.mjs';
import PdfReader from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?worker';

import { drawLinks, type PrintedTarget } from './printed-links.ts';
import { headingsOf, type PrintedHeading, type PrintedPlace, placeOfDestination } from './printed-places.ts';

/** The pages of an open PDF. */
export interface PrintedPages {
  readonly count: number;
  /** Of the first page, in points; Chromium prints all pages on one paper. */
  readonly width: number;
  readonly height: number;
  /**
   * Draws a page (1-based) `width` CSS pixels wide, with its text to be selected and read aloud, and its links; null when stopped. `follow` hears
   * which link was chosen.
   */
  draw(
    page: number,
    width: number,
    signal: AbortSignal,
    follow: (target: PrintedTarget) => void,
  ): Promise<readonly HTMLElement[] | null>;
  /** The headings of the outline, in order. */
  readonly headings: readonly PrintedHeading[];
  /** The place that a destination inside the file means; null where it leads nowhere. */
  placeOf(destination: unknown): Promise<PrintedPlace | null>;
  close(): void;
}

/** One process reads all PDFs of the window, one after another. */
let reader: PDFWorker | null = null;

/** Opens the bytes of a PDF; rejects if they are none. This module carries pdf.js, so it is imported only where pages are shown. */
export async function openPrintedPages(bytes: Uint8Array): Promise<PrintedPages> {
  reader ??= PDFWorker.create({ port: new PdfReader() });
  // pdf.js takes the bytes with it; ours stay. Its decoders in WebAssembly are for images that Chromium never writes.
  const task = getDocument({ data: bytes.slice(), worker: reader, useWasm: false });
  const pdf = await task.promise;
  const { width, height } = (await pdf.getPage(1)).getViewport({ scale: 1 });
  return {
    count: pdf.numPages,
    width,
    height,
    headings: await headingsOf(pdf),
    draw: (page, pixels, signal, follow) => drawPage(pdf, page, pixels, signal, follow),
    placeOf: (destination) => placeOfDestination(pdf, destination),
    close: () => void task.destroy(),
  };
}

async function drawPage(
  pdf: PDFDocumentProxy,
  number: number,
  width: number,
  signal: AbortSignal,
  follow: (target: PrintedTarget) => void,
): Promise<readonly HTMLElement[] | null> {
  const page = await pdf.getPage(number);
  if (signal.aborted) return null;
  const scale = width / page.getViewport({ scale: 1 }).width;
  const sharp = page.getViewport({ scale: scale * window.devicePixelRatio });
  const canvas = document.createElement('canvas');
  canvas.setAttribute('aria-hidden', 'true');
  canvas.width = Math.round(sharp.width);
  canvas.height = Math.round(sharp.height);
  const drawing = page.render({ canvas, viewport: sharp });
  signal.addEventListener('abort', () => drawing.cancel(), { once: true });
  await drawing.promise;
  const text = document.createElement('div');
  text.className = 'printed-text selectable';
  text.style.setProperty('--total-scale-factor', String(scale));
  const layer = new TextLayer({
    textContentSource: page.streamTextContent(),
    container: text,
    viewport: page.getViewport({ scale }),
  });
  await layer.render();
  const links = await drawLinks(page, page.getViewport({ scale }), follow);
  return signal.aborted ? null : [canvas, text, links];
}
