import type { PhrasingContent, Root, RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { getResolvedPDFJS } from 'unpdf';
import type { Diagnostic } from '../../../shared/model/diagnostic.ts';
import { fail, ok, type Result } from '../../../shared/model/result.ts';
import { normaliseText } from '../../../shared/model/text.ts';
import type { ParsedFile } from './parsed-file.ts';
import { type PdfBlock, readPdfBlocks } from './pdf-blocks.ts';
import { type PdfLine, type PdfLinkArea, readPdfLines } from './pdf-lines.ts';

/** A longer document is no policy; one that claims more pages than this was made to exhaust a reader. */
const MAX_PAGES = 2000;
/** More unreadable characters than this share: the fonts do not say what their signs mean. */
const MAX_UNREADABLE = 0.2;

const writer = unified()
  .use(remarkGfm)
  .use(remarkStringify, { bullet: '-', emphasis: '_', rule: '-', resourceLink: true });

/** Reads the text layer of a PDF as Markdown. Scans, encrypted and damaged files are refused; nothing in the file is run or followed. */
export async function readPdf(bytes: Uint8Array, name: string): Promise<Result<ParsedFile>> {
  if (bytes.length === 0) return fail('unreadable', `${name} is empty.`);
  if (!Buffer.from(bytes.subarray(0, 1024 * 2)).includes('%PDF-'))
    return fail('unreadable', `${name} is not a PDF.`);
  try {
    return await readDocument(bytes, name);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    if (error.name === 'PasswordException')
      return fail('unreadable', `${name} is encrypted; save it without a password.`);
    return fail('unreadable', `${name} is damaged: it is not a PDF that can be read.`, error.message);
  }
}

async function readDocument(bytes: Uint8Array, name: string): Promise<Result<ParsedFile>> {
  const { getDocument } = await getResolvedPDFJS();
  const document = await getDocument({
    data: new Uint8Array(bytes), // pdf.js takes the buffer over
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    enableXfa: false,
    verbosity: 0,
  }).promise;
  if (document.numPages > MAX_PAGES)
    return fail('too-large', `${name} claims ${document.numPages} pages; ${MAX_PAGES} is the limit.`);
  const lines: PdfLine[] = [];
  const diagnostics: Diagnostic[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await readPage(document, number);
    if (page) lines.push(...page);
    else
      diagnostics.push({
        severity: 'warning',
        message: `Page ${number} is damaged and was left out.`,
        source: name,
      });
  }
  const { info } = await document.getMetadata();
  const title = 'Title' in info && typeof info.Title === 'string' ? info.Title.trim() : '';
  return describe(lines, title, name, diagnostics);
}

type PdfDocument = Awaited<
  ReturnType<Awaited<ReturnType<typeof getResolvedPDFJS>>['getDocument']>['promise']
>;

/** Null for a page that cannot be read; the others still can. */
async function readPage(document: PdfDocument, number: number): Promise<PdfLine[] | null> {
  try {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    const links = linkAreas(await page.getAnnotations());
    const [, bottom = 0, , top = 0] = page.view;
    const lines = readPdfLines(
      items.flatMap((item) => ('str' in item ? [item] : [])),
      links,
      number,
      Math.abs(top - bottom),
    );
    page.cleanup();
    return lines;
  } catch (error) {
    if (error instanceof Error) return null;
    throw error;
  }
}

/** Only addresses of the web and mail: a file, a program or a script is never kept. */
function linkAreas(annotations: readonly unknown[]): PdfLinkArea[] {
  return annotations.flatMap((annotation) => {
    if (typeof annotation !== 'object' || annotation === null) return [];
    const { url, rect } = annotation as { url?: unknown; rect?: unknown };
    if (typeof url !== 'string' || !/^(?:https?|mailto):/i.test(url) || !Array.isArray(rect)) return [];
    return [{ url, rect: rect.map(Number) }];
  });
}

function describe(
  lines: readonly PdfLine[],
  title: string,
  name: string,
  diagnostics: Diagnostic[],
): Result<ParsedFile> {
  const { blocks, furniture } = readPdfBlocks(lines);
  const text = normaliseText(writer.stringify({ type: 'root', children: toMarkdown(blocks) } satisfies Root));
  if (text.trim() === '') return fail('unreadable', `${name} has no text: it is a scan or only pictures.`);
  const unreadable = text.match(/[\uFFFD\uE000-\uF8FF]|(?![\n\t])\p{Cc}/gu)?.length ?? 0;
  const say = (severity: Diagnostic['severity'], message: string): void => {
    diagnostics.push({ severity, message, source: name });
  };
  if (unreadable > text.length * MAX_UNREADABLE)
    say(
      'warning',
      'Most of the text cannot be read: the fonts of the file do not say what their signs mean.',
    );
  if (furniture > 0)
    say(
      'info',
      `${furniture} lines at the edges of the pages (headers, footers, page numbers) were left out.`,
    );
  say('info', 'Headings are read from the size of the print; please check them.');
  return ok({ text, format: 'pdf', title, diagnostics });
}

function toMarkdown(blocks: readonly PdfBlock[]): RootContent[] {
  const children: RootContent[] = [];
  for (const { kind, level, runs } of blocks) {
    const content = runs.flatMap(toInline);
    const last = children.at(-1);
    if (kind === 'heading') children.push({ type: 'heading', depth: asDepth(level), children: content });
    else if (kind === 'paragraph') children.push({ type: 'paragraph', children: content });
    else {
      const item = {
        type: 'listItem' as const,
        spread: false,
        children: [{ type: 'paragraph' as const, children: content }],
      };
      if (last?.type === 'list') last.children.push(item);
      else children.push({ type: 'list', ordered: false, spread: false, children: [item] });
    }
  }
  return children;
}

function toInline({ text, href }: PdfBlock['runs'][number]): PhrasingContent[] {
  const value = text.replace(/\s+/gu, ' ');
  if (value.trim() === '') return value ? [{ type: 'text', value: ' ' }] : [];
  return href
    ? [{ type: 'link', url: href, children: [{ type: 'text', value }] }]
    : [{ type: 'text', value }];
}

function asDepth(level: number): 1 | 2 | 3 | 4 {
  return level <= 1 ? 1 : level === 2 ? 2 : level === 3 ? 3 : 4;
}
