import { app } from 'electron';
import { editionOfPage } from '../../shared/publish/page-edition.ts';
import { appPaths } from '../app-paths.ts';
import { unlessStopped } from '../publishing/running-exports.ts';
import { finishPdf } from './finish-pdf.ts';
import { withPageFonts } from './page-fonts.ts';
import { pdfOptions } from './pdf-options.ts';
import { withPrintPage } from './print-page.ts';

/** Prints one self-contained HTML page as PDF; its title goes to the head of every page, its edition to the foot. Null when stopped. */
export async function htmlToPdf(html: string): Promise<Uint8Array>;
export async function htmlToPdf(html: string, signal: AbortSignal): Promise<Uint8Array | null>;
export async function htmlToPdf(html: string, signal?: AbortSignal): Promise<Uint8Array | null> {
  const page = await withPageFonts(html, appPaths().fonts);
  const printed = await withPrintPage(page, (window) => {
    const options = pdfOptions(
      window.webContents.getTitle(),
      editionOfPage(html),
      app.getLocaleCountryCode(),
    );
    const printing = window.webContents.printToPDF(options);
    return signal ? unlessStopped(signal, printing) : printing;
  });
  return printed && finishPdf(printed, html, new Date());
}
