import { app } from 'electron';
import { editionOfPage } from '../../shared/publish/page-edition.ts';
import { appPaths } from '../app-paths.ts';
import { finishPdf } from './finish-pdf.ts';
import { withPageFonts } from './page-fonts.ts';
import { pdfOptions } from './pdf-options.ts';
import { withPrintPage } from './print-page.ts';

/** Prints one self-contained HTML page as PDF; its title goes to the head of every page, its edition to the foot. */
export async function htmlToPdf(html: string): Promise<Uint8Array> {
  const printed = await withPrintPage(await withPageFonts(html, appPaths().fonts), (window) =>
    window.webContents.printToPDF(
      pdfOptions(window.webContents.getTitle(), editionOfPage(html), app.getLocaleCountryCode()),
    ),
  );
  return finishPdf(printed, html, new Date());
}
