import { app } from 'electron';
import { pdfOptions } from './pdf-options.ts';
import { withPrintPage } from './print-page.ts';

/** Prints one self-contained HTML page as PDF; its title goes into the header of every page. */
export function htmlToPdf(html: string): Promise<Uint8Array> {
  return withPrintPage(html, (window) =>
    window.webContents.printToPDF(pdfOptions(window.webContents.getTitle(), app.getLocaleCountryCode())),
  );
}
