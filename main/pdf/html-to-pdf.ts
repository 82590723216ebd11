import { app } from 'electron';
import { editionOfPage } from '../../shared/publish/page-edition.ts';
import { pdfOptions } from './pdf-options.ts';
import { withPrintPage } from './print-page.ts';

/** Prints one self-contained HTML page as PDF; its title goes to the head of every page, its edition to the foot. */
export function htmlToPdf(html: string): Promise<Uint8Array> {
  return withPrintPage(html, (window) =>
    window.webContents.printToPDF(
      pdfOptions(window.webContents.getTitle(), editionOfPage(html), app.getLocaleCountryCode()),
    ),
  );
}
