import { readFile } from 'node:fs/promises';
import { extractLinks, extractText, getDocumentProxy } from 'unpdf';

/** What a PDF says: the text of each page with single spaces, and the addresses that its links lead to. */
export interface PdfContent {
  readonly pages: readonly string[];
  readonly links: readonly string[];
}

export async function readPdf(file: string): Promise<PdfContent> {
  const pdf = await getDocumentProxy(new Uint8Array(await readFile(file)));
  const { text } = await extractText(pdf, { mergePages: false });
  const { links } = await extractLinks(pdf);
  return { pages: text.map((page) => page.replace(/\s+/g, ' ').trim()), links };
}
