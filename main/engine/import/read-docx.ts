import { decodeXML } from 'entities';
import { zipSync } from 'fflate';
import mammoth from 'mammoth';
import type { Diagnostic } from '../../../shared/model/diagnostic.ts';
import { fail, ok, type Result } from '../../../shared/model/result.ts';
import { takeLabels } from './docx-labels.ts';
import { writeNumbers } from './docx-numbering.ts';
import { fragmentToMarkdown, type MarkdownPage } from './html-to-markdown.ts';
import type { ParsedFile } from './parsed-file.ts';
import { sayCount } from './say-count.ts';
import {
  acceptChanges,
  findTrackedChanges,
  namespacePrefix,
  rejectChanges,
  type TrackedChanges,
} from './tracked-changes.ts';
import { isEncrypted, readZipDirectory, readZipEntry, type ZipEntry } from './zip-directory.ts';

/** No Word document of text has more parts, or parts that unpack to more; what has is a bomb. */
const MAX_ENTRIES = 5000;
const MAX_XML_BYTES = 48 * 1024 * 1024;
/** Smaller parts may be as repetitive as they like. */
const SWOLLEN_FROM_BYTES = 16 * 1024 * 1024;
const MAX_RATIO = 300;
const XML_PART = /\.(?:xml|rels)$/i;
/** The body, notes, headers: whatever may have changes tracked in it. */
const TEXT_PART = /^\/?word\/[^/]*\.xml$/i;
const MAIN_PART = /^\/?word\/document\d*\.xml$/i;
const OLE_SIGNATURE = 'd0cf11e0';

/** Pictures are never read: one may be linked to a file or an address outside. Their descriptions stay. */
const conversion: Parameters<typeof mammoth.convertToHtml>[1] = {
  includeEmbeddedStyleMap: false,
  styleMap: ["p[style-name='Title'] => h1:fresh", "p[style-name='title'] => h1:fresh"],
  convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
};

/**
 * Reads a Word document (.docx) as Markdown: headings, lists, tables, links and footnotes; pictures and fields stay out. Where changes were
 * tracked, the text is the one with all of them accepted, and the one with all rejected comes with it.
 */
export async function readDocx(content: Uint8Array, name: string): Promise<Result<ParsedFile>> {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  const entries = checkPackage(bytes, name);
  if (!entries.ok) return entries;
  try {
    const parts = readParts(bytes, entries.value);
    const changes = findTrackedChanges([...parts.values()]);
    const page = await convert(parts, changes ? acceptChanges : (xml) => xml, name);
    const before = changes ? await convert(parts, rejectChanges, name) : null;
    if (page.text.trim() === '' && !before?.text.trim()) return fail('unreadable', `${name} holds no text.`);
    return ok({
      ...page,
      format: 'docx',
      title: titleOf(parts.get('docProps/core.xml') ?? ''),
      diagnostics: [
        ...page.diagnostics,
        ...(changes ? [describeChanges(changes, name)] : []),
        ...describeLeftOut(parts, name),
      ],
      ...(changes && before && before.text.trim() !== '' && before.text !== page.text
        ? { before: { text: before.text, changes } }
        : {}),
    });
  } catch (error) {
    if (error instanceof RangeError) return fail('unreadable', `${name} is nested too deeply to be read.`);
    const details = error instanceof Error ? error.message : String(error);
    return fail('unreadable', `${name} is damaged: it is not a Word document that can be read.`, details);
  }
}

async function convert(
  parts: ReadonlyMap<string, string>,
  change: (xml: string) => string,
  name: string,
): Promise<MarkdownPage> {
  const buffer = pack(parts, change);
  const converted = await mammoth.convertToHtml({ buffer }, conversion);
  const page = fragmentToMarkdown(converted.value, name, takeLabels);
  const noticed = converted.messages.filter(({ type }) => type === 'error').map(({ message }) => message);
  return { ...page, diagnostics: [...noticedDiagnostics(noticed, name), ...page.diagnostics] };
}

/** The parts in which text can stand, and what ties them together; pictures stay behind. */
function readParts(bytes: Buffer, entries: readonly ZipEntry[]): ReadonlyMap<string, string> {
  return new Map(
    entries
      .filter(({ name }) => XML_PART.test(name))
      .map((entry) => [entry.name, readZipEntry(bytes, entry, MAX_XML_BYTES)?.toString('utf8') ?? '']),
  );
}

function pack(parts: ReadonlyMap<string, string>, change: (xml: string) => string): Buffer {
  const encoder = new TextEncoder();
  const part = (name: string): string => parts.get(`word/${name}.xml`) ?? '';
  const files = [...parts].map(([name, xml]) => {
    const changed = TEXT_PART.test(name) ? withoutFields(change(xml)) : xml;
    const numbered = MAIN_PART.test(name)
      ? writeNumbers(changed, part('numbering'), part('styles'))
      : changed;
    return [name, encoder.encode(numbered)];
  });
  return Buffer.from(zipSync(Object.fromEntries(files), { level: 0 }));
}

/** What a simple field shows ("Section 2.1") is text; the converter would leave it out with the field. */
function withoutFields(xml: string): string {
  return xml.replace(new RegExp(`</?${namespacePrefix(xml)}fldSimple(?:\\s[^<>]*)?>`, 'g'), '');
}

function titleOf(core: string): string {
  const title = /<dc:title>([^<]*)<\/dc:title>/.exec(core)?.[1];
  return title === undefined ? '' : decodeXML(title).trim();
}

/** What a reader of the document sees, or an author wrote into it, that is no part of its text. */
function describeLeftOut(parts: ReadonlyMap<string, string>, source: string): Diagnostic[] {
  const say = (message: string): Diagnostic => ({ severity: 'info', message, source });
  const textIn = (pattern: RegExp): boolean =>
    [...parts].some(([name, xml]) => pattern.test(name) && /<(?:\w+:)?t[\s>]/.test(xml));
  const comments = parts.get('word/comments.xml')?.match(/<(?:\w+:)?comment\s/g)?.length ?? 0;
  const hidden = parts.get('word/document.xml')?.match(/<(?:\w+:)?vanish\s*\/>/g)?.length ?? 0;
  return [
    ...(textIn(/^word\/(?:header|footer)\d*\.xml$/)
      ? [say('Headers and footers of the pages were left out.')]
      : []),
    ...(comments > 0
      ? [
          say(
            sayCount(
              comments,
              'comment in the margin was left out.',
              'comments in the margin were left out.',
            ),
          ),
        ]
      : []),
    ...(hidden > 0
      ? [
          say(
            sayCount(
              hidden,
              'passage is hidden in Word; its text is kept.',
              'passages are hidden in Word; their text is kept.',
            ),
          ),
        ]
      : []),
  ];
}

function describeChanges(
  { insertions, deletions, moves, authors }: TrackedChanges,
  source: string,
): Diagnostic {
  const by = authors.length > 0 ? ` by ${authors.join(', ')}` : '';
  return {
    severity: 'info',
    message: `Changes were tracked${by}: ${insertions} inserted, ${deletions} deleted, ${moves} moved passages.`,
    source,
  };
}

/** Judges the archive before any parser does: what it is, what is locked, what would explode, what declares entities. */
function checkPackage(bytes: Buffer, name: string): Result<readonly ZipEntry[]> {
  if (bytes.length === 0) return fail('unreadable', `${name} is empty.`);
  if (bytes.toString('hex', 0, 4) === OLE_SIGNATURE)
    return fail(
      'unreadable',
      `${name} is an old Word file (.doc) or is encrypted; save it as .docx without a password.`,
    );
  if (bytes.toString('latin1', 0, 2) !== 'PK') return fail('unreadable', `${name} is not a Word document.`);
  const entries = readZipDirectory(bytes);
  if (!entries) return fail('unreadable', `${name} is damaged: its list of parts is missing.`);
  if (entries.length > MAX_ENTRIES)
    return fail('too-large', `${name} was refused: it has ${entries.length} parts.`);
  if (entries.some((entry) => isEncrypted(bytes, entry)))
    return fail('unreadable', `${name} is encrypted; save it without a password.`);
  if (new Set(entries.map(({ headerAt }) => headerAt)).size < entries.length)
    return fail('unreadable', `${name} was refused: several of its parts lie in the same place.`);
  for (const entry of entries) {
    if (!XML_PART.test(entry.name)) continue;
    const problem = xmlProblem(bytes, entry);
    if (problem) return fail('unreadable', `${name} was refused: its part ${entry.name} ${problem}.`);
  }
  return ok(entries);
}

function xmlProblem(bytes: Buffer, entry: ZipEntry): string | null {
  const swollen =
    entry.bytes > SWOLLEN_FROM_BYTES && entry.bytes / Math.max(1, entry.compressedBytes) > MAX_RATIO;
  if (swollen || entry.bytes > MAX_XML_BYTES) return 'would unpack to far more than a document holds';
  const xml = readZipEntry(bytes, entry, MAX_XML_BYTES);
  if (!xml) return 'is damaged or unpacks to more than it says';
  if (xml.includes('<!DOCTYPE') || xml.includes('<!ENTITY'))
    return 'declares entities, which Word never does';
  return hasForbiddenCharacters(xml) ? 'holds characters that XML forbids' : null;
}

/** XML 1.0, 2.2: of the controls only tab, line feed and carriage return, written as they are or as references. */
function hasForbiddenCharacters(xml: Buffer): boolean {
  for (const byte of xml)
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d) return !isUtf16(xml);
  return /&#(?:0*(?:[0-8]|1[12]|1[4-9]|2\d|3[01])|x0*(?:[0-8bcef]|1[0-9a-f]));/i.test(xml.toString('latin1'));
}

function isUtf16(xml: Buffer): boolean {
  return (xml[0] === 0xff && xml[1] === 0xfe) || (xml[0] === 0xfe && xml[1] === 0xff);
}

function noticedDiagnostics(errors: readonly string[], source: string): Diagnostic[] {
  return [...new Set(errors)].map((message) => ({ severity: 'warning', message, source }));
}
