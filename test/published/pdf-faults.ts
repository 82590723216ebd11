import { expectedPage } from './expected-page.ts';
import { type PdfReading, readPdfFile } from './read-pdf-file.ts';
import { wordRecall, wordsOf } from './word-recall.ts';

/** The share of words that must be found in order. */
const WANTED_RECALL = 0.999;

/** What was measured on one PDF, and everything that is not as it should be. */
export interface PdfReport {
  readonly pages: number;
  /** In the order of the file's content, and as poppler puts blocks in order by their place on the page. */
  readonly recall: number;
  readonly recallByPlace: number;
  readonly links: number;
  readonly faults: readonly string[];
}

/** Holds a PDF against the page that it was printed from. `furniture` is what the app adds: page numbers and properties. */
export function checkPdf(file: string, html: string, furniture: boolean): PdfReport {
  const expected = expectedPage(html);
  const pdf = readPdfFile(file);
  const words = wordsOf(expected.text);
  const recall = wordRecall(words, wordsOf(pdf.rawText));
  const byPlace = wordRecall(words, wordsOf(pdf.pages.join('\n')));
  return {
    pages: pdf.pages.length,
    recall: recall.share,
    recallByPlace: byPlace.share,
    links: expected.links.length,
    faults: [
      ...(recall.share < WANTED_RECALL ? [`words: ${recall.missing.slice(0, 5).join(' | ')}`] : []),
      ...missingLinks(expected.links, pdf.links),
      ...pdf.fonts.filter(({ embedded }) => !embedded).map(({ name }) => `font not embedded: ${name}`),
      ...(pdf.fonts.length === 0 ? ['no fonts'] : []),
      ...(furniture ? furnitureFaults(pdf) : []),
      ...widowedHeadings(pdf, expected.headings),
    ],
  };
}

function missingLinks(expected: readonly string[], found: readonly string[]): string[] {
  const known = new Set(found.map(comparable));
  return [...new Set(expected)].filter((href) => !known.has(comparable(href))).map((href) => `link: ${href}`);
}

/** Engines write addresses in one way of several that mean the same (WHATWG URL). */
function comparable(address: string): string {
  const url = URL.canParse(address) ? new URL(address).href : address;
  return decodeEscapes(url).toLowerCase();
}

function decodeEscapes(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url; // not UTF-8: compared as written
  }
}

function furnitureFaults({ pages, info }: PdfReading): string[] {
  const numbers = pages.flatMap((text, index) =>
    text.includes(`Page ${index + 1} of ${pages.length}`) ? [] : [`page ${index + 1} has no number`],
  );
  const properties = ['Title', 'Creator', 'CreationDate'].filter((name) => !info[name]);
  return [...numbers, ...properties.map((name) => `no ${name}`)];
}

/** Headings that are the last of the document's lines on a page; the line at the foot is the page's own. */
function widowedHeadings({ pages }: PdfReading, headings: readonly string[]): string[] {
  const titles = new Set(headings.filter((heading) => heading !== ''));
  return pages.slice(0, -1).flatMap((text, index) => {
    const lines = text.split('\n').map((line) => line.trim());
    const body = lines.filter(
      (line) =>
        line !== '' && !/^Page \d+ of \d+$/.test(line) && !/^(?:Version \d+, e|E)ffective \d/.test(line),
    );
    const last = body.at(-1) ?? '';
    return titles.has(last) ? [`heading at the foot of page ${index + 1}: ${last}`] : [];
  });
}
