import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { fail, ok, type Result } from '../../../shared/model/result.ts';
import { decodeText } from './decode-text.ts';
import type { FormatReader, ImportFormat, ParsedFile } from './parsed-file.ts';

/** Larger files are refused: no policy comes near, and the parsers are not made for them. */
export const MAX_FILE_BYTES = 50 * 1024 * 1024;

const FORMAT_BY_EXTENSION: Readonly<Record<string, ImportFormat>> = {
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.mdown': 'markdown',
  '.txt': 'text',
  '.text': 'text',
  '.html': 'html',
  '.htm': 'html',
  '.xhtml': 'html',
  '.docx': 'docx',
  '.pdf': 'pdf',
};

const FORMAT_NAMES: Readonly<Record<ImportFormat, string>> = {
  markdown: 'Markdown',
  text: 'text',
  html: 'a web page',
  docx: 'a Word document',
  pdf: 'a PDF',
};
const OLD_WORD = /\.(?:doc|dot|rtf|odt)$/i;
/** Enough to see how a file begins. */
const SIGNATURE_BYTES = 512;
const WEB_PAGE = /^[^\w<]*(?:<!--[^>]*-->\s*)?<(?:!doctype html|html[\s>])/i;

/** The format that a file's name promises; null for a name that promises none that can be imported. */
export function formatOfName(file: string): ImportFormat | null {
  return FORMAT_BY_EXTENSION[extname(file).toLowerCase()] ?? null;
}

/** Reads one file as a policy's Markdown text. Never throws on input: what cannot be read is a failure that names the file. */
export async function readPolicyFile(
  file: string,
  gettingOn: () => void = () => undefined,
): Promise<Result<ParsedFile>> {
  const name = basename(file);
  const bytes = readBytes(file);
  if (!bytes.ok) return bytes;
  const promised = formatOfName(file) ?? (extname(file) === '' ? 'text' : null);
  if (!promised && OLD_WORD.test(file))
    return fail(
      'unsupported',
      `${name} is a word processor's file of another kind; open it there and save it as .docx.`,
    );
  if (!promised)
    return fail(
      'unsupported',
      `${name} is of a kind that cannot be imported; Markdown, text, HTML, Word (.docx) and PDF can.`,
    );
  const format = formatOfContent(bytes.value, promised) ?? promised;
  const reader = await readerOf(format);
  const read = await reader(bytes.value, name, gettingOn);
  if (!read.ok || format === promised) return read;
  const message = `Its name promises ${FORMAT_NAMES[promised]}, but it is ${FORMAT_NAMES[format]}; it was read as that.`;
  return ok({
    ...read.value,
    diagnostics: [{ severity: 'warning', message, source: name }, ...read.value.diagnostics],
  });
}

/** What a file is that bears another kind's name; null where nothing says so. Only text is taken for a web page, never the other way round. */
function formatOfContent(bytes: Uint8Array, promised: ImportFormat): ImportFormat | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, SIGNATURE_BYTES));
  if (head.toString('latin1', 0, 5) === '%PDF-') return 'pdf';
  if (head.toString('hex', 0, 4) === '504b0304' && promised !== 'docx')
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('word/document.xml')
      ? 'docx'
      : null;
  const isPage = WEB_PAGE.test(head.toString('latin1'));
  return isPage && (promised === 'text' || promised === 'markdown') ? 'html' : null;
}

/** The bytes of a regular file within the size limit; never waits on a pipe or a device. */
function readBytes(file: string): Result<Uint8Array> {
  const name = basename(file);
  let descriptor: number | null = null;
  try {
    descriptor = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const stat = fstatSync(descriptor);
    if (!stat.isFile()) return fail('unreadable', `${name} is not a file.`);
    if (stat.size > MAX_FILE_BYTES)
      return fail(
        'too-large',
        `${name} is too large: ${Math.ceil(stat.size / 1024 / 1024)} MB, and 50 MB is the limit.`,
      );
    return ok(readFileSync(descriptor));
  } catch (error) {
    return describeReadError(name, error);
  } finally {
    if (descriptor !== null) closeSync(descriptor);
  }
}

/** One line for why a file could not be read. */
export function describeReadError(name: string, error: unknown): Result<never> {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const details = error instanceof Error ? error.message : String(error);
  if (code === 'ENOENT' || code === 'ENOTDIR') return fail('not-found', `${name} does not exist.`, details);
  if (code === 'EACCES' || code === 'EPERM') return fail('unreadable', `${name} may not be read.`, details);
  if (code === 'ELOOP') return fail('unreadable', `${name} is a link that leads nowhere.`, details);
  if (code === 'ENAMETOOLONG')
    return fail('unreadable', `The name ${name.slice(0, 80)}… is too long.`, details);
  return fail('unreadable', `${name} could not be read.`, details);
}

async function readerOf(format: ImportFormat): Promise<FormatReader> {
  switch (format) {
    case 'html':
      return (await import('./read-html.ts')).readHtml;
    case 'docx':
      return (await import('./read-docx.ts')).readDocx;
    case 'pdf':
      return (await import('./read-pdf.ts')).readPdf;
    default:
      return (bytes, name) => readPlain(bytes, name, format);
  }
}

function readPlain(bytes: Uint8Array, name: string, format: ImportFormat): Result<ParsedFile> {
  const decoded = decodeText(bytes, name);
  if (!decoded.ok) return decoded;
  return ok({ text: decoded.value.text, format, title: '', diagnostics: decoded.value.diagnostics });
}
