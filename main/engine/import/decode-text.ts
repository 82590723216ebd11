import { isUtf8 } from 'node:buffer';
import { analyse } from 'chardet';
import type { Diagnostic } from '../../../shared/model/diagnostic.ts';
import { fail, ok, type Result } from '../../../shared/model/result.ts';
import { normaliseText } from '../../../shared/model/text.ts';

/** Text as stored, with what was noticed while decoding it. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** Files that are surely no text, by how they begin. */
const SIGNATURES: readonly { readonly bytes: readonly number[]; readonly name: string }[] = [
  { bytes: [0x7f, 0x45, 0x4c, 0x46], name: 'a program' },
  { bytes: [0x4d, 0x5a, 0x90, 0x00], name: 'a program' },
  { bytes: [0x89, 0x50, 0x4e, 0x47], name: 'a PNG picture' },
  { bytes: [0xff, 0xd8, 0xff], name: 'a JPEG picture' },
  { bytes: [0x47, 0x49, 0x46, 0x38], name: 'a GIF picture' },
  { bytes: [0x50, 0x4b, 0x03, 0x04], name: 'a ZIP archive' },
  { bytes: [0x50, 0x4b, 0x05, 0x06], name: 'an empty ZIP archive' },
  { bytes: [0x1f, 0x8b], name: 'a compressed archive' },
  { bytes: [0x25, 0x50, 0x44, 0x46], name: 'a PDF' },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], name: 'an old Word file or an encrypted document' },
  { bytes: [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65], name: 'a database' },
];

/** Guesses below this confidence (of 100) are not better than Windows-1252, which most undeclared policies use. */
const MIN_CONFIDENCE = 40;
/** A detector needs no more than this to know an encoding; it is slow on megabytes. */
const DETECT_BYTES = 64 * 1024;
/** More unprintable characters than this share of the text means that it is not text. */
const MAX_CONTROL_SHARE = 0.1;
/** A few of them in a short text are an accident, not a program. */
const MIN_CONTROLS = 32;

/**
 * Decodes a file's bytes: byte order mark, UTF-8, `declared` (an HTML meta charset), UTF-16 by its zero bytes, then detection. Refuses
 * what is no text; `name` is the file as the user knows it. Bytes that cannot be decoded are kept visible as U+FFFD and reported.
 */
export function decodeText(bytes: Uint8Array, name: string, declared?: string): Result<DecodedText> {
  if (bytes.length === 0) return fail('unreadable', `${name} is empty.`);
  const signature = SIGNATURES.find((candidate) => candidate.bytes.every((byte, at) => bytes[at] === byte));
  if (signature) return fail('unreadable', `${name} is not text: it is ${signature.name}.`);
  const encoding = findEncoding(bytes, declared);
  if (encoding === 'utf-32')
    return fail('unreadable', `${name} is in UTF-32, which is not supported; save it as UTF-8.`);
  if (encoding === null) return fail('unreadable', `${name} is not text: it holds zero bytes.`);
  const text = normaliseText(new TextDecoder(encoding, { ignoreBOM: false }).decode(bytes));
  if (text.trim() === '') return fail('unreadable', `${name} is empty: it holds no text.`);
  if (isUnprintable(bytes, encoding))
    return fail('unreadable', `${name} is not text: most of it is unprintable.`);
  return ok({ text, encoding, diagnostics: describeDecoding(text, encoding, name) });
}

/** A label that TextDecoder knows; null for binary data. */
function findEncoding(bytes: Uint8Array, declared: string | undefined): string | null {
  const marked = byteOrderMark(bytes);
  if (marked) return marked;
  const wide = wideEncoding(bytes);
  if (wide !== undefined) return wide;
  if (isUtf8(bytes)) return hasEscapes(bytes) ? (declaredEncoding(declared) ?? 'utf-8') : 'utf-8';
  const stated = declaredEncoding(declared);
  return stated && stated !== 'utf-8' ? stated : detect(bytes); // bytes that are not UTF-8 are not, whatever the page says
}

function byteOrderMark(bytes: Uint8Array): string | null {
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return 'utf-32';
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return 'utf-32';
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return null;
}

/** UTF-16 without a mark shows by zero bytes on one side of the pairs only; `undefined` when there is no zero byte at all. */
function wideEncoding(bytes: Uint8Array): string | null | undefined {
  if (!bytes.includes(0)) return undefined;
  const sample = bytes.subarray(0, DETECT_BYTES);
  const zeros = [0, 0];
  for (let at = 0; at < sample.length; at++) if (sample[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const pairs = sample.length / 2;
  if (odd > pairs / 3 && even === 0) return 'utf-16le';
  if (even > pairs / 3 && odd === 0) return 'utf-16be';
  return null;
}

/** ISO-2022 encodings consist of ASCII bytes, so that they pass for UTF-8; a page that declares one is believed. */
function hasEscapes(bytes: Uint8Array): boolean {
  return bytes.includes(0x1b);
}

/** What a page says of itself, as far as a browser would believe it: never UTF-7 or UTF-16 (HTML standard, 13.2.3.2). */
function declaredEncoding(label: string | undefined): string | null {
  if (!label) return null;
  try {
    const known = new TextDecoder(label.trim()).encoding;
    return known.startsWith('utf-16') ? 'utf-8' : known;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return null;
  }
}

function detect(bytes: Uint8Array): string {
  const damagedUtf8 = mostlyUtf8(bytes);
  if (damagedUtf8) return 'utf-8';
  const [best] = analyse(bytes.subarray(0, DETECT_BYTES));
  if (!best || best.confidence < MIN_CONFIDENCE || best.name === 'ISO-8859-1') return 'windows-1252';
  return declaredEncoding(best.name) ?? 'windows-1252';
}

/** A UTF-8 text with a broken place is still UTF-8: more good multi-byte characters than replaced ones, or cut at the end. */
function mostlyUtf8(bytes: Uint8Array): boolean {
  const decoded = new TextDecoder('utf-8').decode(bytes);
  const replaced = decoded.match(/\uFFFD/g)?.length ?? 0;
  const good = decoded.match(/[\u0080-\uFFFC]/g)?.length ?? 0;
  return good > replaced || (replaced === 1 && decoded.endsWith('\uFFFD') && isCutShort(bytes));
}

/** True when the last bytes begin a UTF-8 character of several bytes that the file does not finish. */
function isCutShort(bytes: Uint8Array): boolean {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte >= 0xc2 && byte <= 0xf4) return back > 1 || byte >= 0xe0;
    if (byte < 0x80 || byte > 0xbf) return false;
  }
  return false;
}

/** Counted in bytes, which is fast; UTF-16 has passed a test of its own. */
function isUnprintable(bytes: Uint8Array, encoding: string): boolean {
  if (encoding.startsWith('utf-16')) return false;
  let controls = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if ((byte < 0x20 && (byte < 0x09 || byte > 0x0d)) || byte === 0x7f) controls += 1;
  }
  return controls >= MIN_CONTROLS && controls / bytes.length > MAX_CONTROL_SHARE;
}

function describeDecoding(text: string, encoding: string, source: string): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  if (encoding !== 'utf-8') diagnostics.push({ severity: 'info', message: `Read as ${encoding}.`, source });
  const replaced = text.indexOf('\uFFFD');
  if (replaced >= 0)
    diagnostics.push({
      severity: 'warning',
      message: 'Some bytes are not valid text; they show as \uFFFD.',
      line: text.slice(0, replaced).split('\n').length,
      source,
    });
  return diagnostics;
}
