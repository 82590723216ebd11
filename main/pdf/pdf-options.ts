import type { PrintToPDFOptions } from 'electron';

/** Countries that print on Letter; everyone else has A4. */
const letterCountries = ['US', 'CA', 'MX', 'CL', 'CO', 'CR', 'GT', 'PA', 'PH', 'SV', 'VE'];
/** In inches; room for the header and the footer. */
const margins = { top: 0.9, bottom: 0.9, left: 0.9, right: 0.9 };

/** Newer Electrons make PDFs that can be navigated and read aloud; older ones ignore both wishes. */
interface NewerOptions {
  readonly generateTaggedPDF: boolean;
  readonly generateDocumentOutline: boolean;
}

/**
 * How a policy is printed: paper of the country, the title above, its edition ("Version 3, effective ...") and "Page n of m" below.
 * `country` is ISO 3166, or empty if unknown.
 */
export function pdfOptions(
  title: string,
  edition: string,
  country: string,
): PrintToPDFOptions & NewerOptions {
  return {
    pageSize: letterCountries.includes(country) ? 'Letter' : 'A4',
    margins,
    printBackground: true,
    displayHeaderFooter: true,
    headerTemplate: strip(`<span style="flex:1">${escapeHtml(title)}</span>`),
    footerTemplate: strip(
      `<span style="flex:1">${escapeHtml(edition)}</span><span>Page <span class="pageNumber"></span> of <span class="totalPages"></span></span>`,
    ),
    generateTaggedPDF: true,
    generateDocumentOutline: true,
  };
}

/**
 * Chromium lays these templates out on their own, with lengths a third larger than on the page: the side margins are given in percent
 * of an A4 page's width, and 6pt come out as 8.
 */
function strip(content: string): string {
  return `<div style="box-sizing:border-box;display:flex;width:100%;padding:0 10.9%;font:6pt 'Liberation Sans',Arial,sans-serif;color:#555">${content}</div>`;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
