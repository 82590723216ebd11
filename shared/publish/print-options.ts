import { longDate } from './format-date.ts';
import { escapeHtml } from './raw-html.ts';

export interface PrintedDocument {
  /** The document's title, at the head of each page. */
  readonly title: string;
  readonly company: string;
  readonly version: number | null;
  readonly effectiveDate: string | null;
}

export type PaperSize = 'A4' | 'Letter';

/** Options for Electron's `printToPDF`; lengths in inches. Older engines ignore tags and outline. */
export interface PrintOptions {
  readonly pageSize: PaperSize;
  readonly margins: {
    readonly top: number;
    readonly bottom: number;
    readonly left: number;
    readonly right: number;
  };
  readonly printBackground: boolean;
  readonly displayHeaderFooter: boolean;
  readonly headerTemplate: string;
  readonly footerTemplate: string;
  readonly generateTaggedPDF: boolean;
  readonly generateDocumentOutline: boolean;
}

/** Room for head and foot line, and a line length of about 75 characters on A4. */
const MARGINS = { top: 0.95, bottom: 0.95, left: 0.9, right: 0.9 } as const;

/** Chromium's templates begin with a font size of 0 and do not see the page's own styles. */
const LINE_STYLE =
  'box-sizing:border-box;width:100%;padding:0 0.9in;display:flex;justify-content:space-between;gap:2em;font-family:system-ui,sans-serif;font-size:8pt;color:#444444';

/** How a published page is printed to PDF: title at the head, version and "page n of m" at the foot, tags and outline. */
export function printOptions(document: PrintedDocument, pageSize: PaperSize = 'A4'): PrintOptions {
  return {
    pageSize,
    margins: MARGINS,
    printBackground: true,
    displayHeaderFooter: true,
    headerTemplate: line(document.company, document.title),
    footerTemplate: line(edition(document), PAGE_NUMBERS),
    generateTaggedPDF: true,
    generateDocumentOutline: true,
  };
}

const PAGE_NUMBERS = { html: 'Page <span class="pageNumber"></span> of <span class="totalPages"></span>' };

function line(left: string, right: string | { readonly html: string }): string {
  const end = typeof right === 'string' ? escapeHtml(right) : right.html;
  return `<div style="${LINE_STYLE}"><span>${escapeHtml(left)}</span><span>${end}</span></div>`;
}

function edition({ version, effectiveDate }: PrintedDocument): string {
  const parts = [
    version === null ? '' : `Version ${version}`,
    effectiveDate === null ? '' : `effective ${longDate(effectiveDate)}`,
  ].filter((part) => part !== '');
  return parts.join(', ');
}
