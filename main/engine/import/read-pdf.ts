import type { Element } from 'hast';
import { getResolvedPDFJS } from 'unpdf';
import type { Diagnostic } from '../../../shared/model/diagnostic.ts';
import { fail, ok, type Result } from '../../../shared/model/result.ts';
import { treeToMarkdown } from './html-to-markdown.ts';
import type { ParsedFile } from './parsed-file.ts';
import { readPdfBlocks } from './pdf-blocks.ts';
import { readPdfLines } from './pdf-lines.ts';
import { type Operators, type PdfDocument, type PdfPage, readPdfPage } from './pdf-page.ts';
import { readTaggedPages } from './pdf-tagged.ts';
import { blocksToTree } from './pdf-tree.ts';
import { sayCount } from './say-count.ts';

/** A longer document is no policy; one that claims more pages than this was made to exhaust a reader. */
const MAX_PAGES = 2000;
/** Pages that take so long to read also take a while to write as Markdown. */
const LONG_DOCUMENT = 50;
/** A page of a real document has at least so many pieces of text. */
const MIN_ITEMS = 20;
/** More unreadable characters than this share: the fonts do not say what their signs mean. */
const MAX_UNREADABLE = 0.2;

/** Reads the text layer of a PDF as Markdown. Scans, encrypted and damaged files are refused; nothing in the file is run or followed. */
export async function readPdf(
  bytes: Uint8Array,
  name: string,
  gettingOn: () => void = () => undefined,
): Promise<Result<ParsedFile>> {
  if (bytes.length === 0) return fail('unreadable', `${name} is empty.`);
  if (!Buffer.from(bytes.subarray(0, 1024 * 2)).includes('%PDF-'))
    return fail('unreadable', `${name} is not a PDF.`);
  try {
    return await readDocument(bytes, name, gettingOn);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    if (error.name === 'PasswordException')
      return fail('unreadable', `${name} is encrypted; save it without a password.`);
    return fail('unreadable', `${name} is damaged: it is not a PDF that can be read.`, error.message);
  }
}

async function readDocument(
  bytes: Uint8Array,
  name: string,
  gettingOn: () => void,
): Promise<Result<ParsedFile>> {
  const { getDocument, OPS } = await getResolvedPDFJS();
  const document = await getDocument({
    data: new Uint8Array(bytes), // pdf.js takes the buffer over
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    enableXfa: false,
    maxImageSize: 1, // pictures hold no text, and decoding them costs time and memory
    verbosity: 0,
  }).promise;
  if (document.numPages > MAX_PAGES)
    return fail('too-large', `${name} claims ${document.numPages} pages; ${MAX_PAGES} is the limit.`);
  const { tree, notes, damaged } = await readPages(document, OPS, gettingOn);
  const { info } = await document.getMetadata();
  const title = 'Title' in info && typeof info.Title === 'string' ? info.Title.trim() : '';
  const diagnostics = damaged.map((number): Diagnostic => {
    const message = `Page ${number} is damaged and was left out.`;
    return { severity: 'warning', message, source: name };
  });
  if (document.numPages >= LONG_DOCUMENT) gettingOn();
  return describe(tree, notes, title, name, diagnostics);
}

interface ReadPages {
  readonly tree: readonly Element[];
  readonly notes: readonly string[];
  /** Numbers of pages that could not be read. */
  readonly damaged: readonly number[];
}

/** What a tagged file says of itself, else what its print looks like; only for the latter is it worth the time to read how pages are drawn. */
async function readPages(
  document: PdfDocument,
  operators: Operators,
  gettingOn: () => void,
): Promise<ReadPages> {
  const tagged = (await document.getMarkInfo())?.Marked === true;
  const { pages, damaged } = await pagesOf(document, tagged ? null : operators, gettingOn);
  const said = tagged ? readTaggedPages(pages) : null;
  if (said) return { tree: said.tree, notes: sayLeft(said.left), damaged };
  const printed = tagged ? await pagesOf(document, operators, gettingOn) : { pages, damaged };
  const { blocks, furniture } = readPdfBlocks(printed.pages.flatMap(readPdfLines));
  const note =
    'Headings and lists are read from the look of the print, and tables are read as lines; please check them.';
  return { tree: blocksToTree(blocks), notes: [...sayLeft(furniture), note], damaged: printed.damaged };
}

async function pagesOf(
  document: PdfDocument,
  operators: Operators | null,
  gettingOn: () => void,
): Promise<{ readonly pages: PdfPage[]; readonly damaged: number[] }> {
  const pages: PdfPage[] = [];
  const damaged: number[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await readPdfPage(document, number, operators);
    if (page) pages.push(page);
    else damaged.push(number);
    // Pages with hardly any text are no sign of a long document, but perhaps of one that was made to keep its reader busy.
    if (page && page.items.length >= MIN_ITEMS) gettingOn();
  }
  return { pages, damaged };
}

function sayLeft(lines: number): string[] {
  if (lines === 0) return [];
  const one = 'line at the edges of the pages (header, footer, page number) was left out.';
  const many = 'lines at the edges of the pages (headers, footers, page numbers) were left out.';
  return [sayCount(lines, one, many)];
}

function describe(
  tree: readonly Element[],
  notes: readonly string[],
  title: string,
  name: string,
  diagnostics: Diagnostic[],
): Result<ParsedFile> {
  const page = treeToMarkdown({ type: 'root', children: [...tree] }, name);
  const { text } = page;
  if (text.trim() === '') return fail('unreadable', `${name} has no text: it is a scan or only pictures.`);
  diagnostics.push(...page.diagnostics);
  const unreadable = text.match(/[\uFFFD\uE000-\uF8FF]|(?![\n\t])\p{Cc}/gu)?.length ?? 0;
  if (unreadable > text.length * MAX_UNREADABLE)
    diagnostics.push({
      severity: 'warning',
      message: 'Most of the text cannot be read: the fonts of the file do not say what their signs mean.',
      source: name,
    });
  for (const message of notes) diagnostics.push({ severity: 'info', message, source: name });
  return ok({ text, format: 'pdf', title, diagnostics });
}
