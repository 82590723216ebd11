import { readFile } from 'node:fs/promises';
import { extractLinks, extractText, getDocumentProxy } from 'unpdf';

/** What a PDF says: the text of each page with single spaces, the addresses that its links lead to, its outline and properties. */
export interface PdfContent {
  readonly pages: readonly string[];
  readonly links: readonly string[];
  /** All entries in order, without their levels. */
  readonly outline: readonly string[];
  readonly info: Readonly<Record<string, unknown>>;
}

export async function readPdf(file: string): Promise<PdfContent> {
  const pdf = await getDocumentProxy(new Uint8Array(await readFile(file)));
  const { text } = await extractText(pdf, { mergePages: false });
  const { links } = await extractLinks(pdf);
  const { info } = await pdf.getMetadata();
  const outline = titlesOf(await pdf.getOutline());
  const pages = text.map((page) => page.replace(/\s+/g, ' ').trim());
  return { pages, links, outline, info: { ...info } };
}

interface OutlineItem {
  readonly title: string;
  readonly items: readonly OutlineItem[];
}

function titlesOf(items: readonly OutlineItem[] | null): string[] {
  return (items ?? []).flatMap(({ title, items: inner }) => [title, ...titlesOf(inner)]);
}
