import { inflateRawSync } from 'node:zlib';

/** One file of a ZIP archive, as its central directory states it. */
export interface ZipEntry {
  readonly name: string;
  readonly compressedBytes: number;
  readonly bytes: number;
  readonly method: number;
  readonly encrypted: boolean;
  readonly headerAt: number;
}

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
const END_BYTES = 22;
const ENTRY_BYTES = 46;
const LOCAL_BYTES = 30;
const MAX_COMMENT = 0xffff;
const DEFLATED = 8;

/**
 * Reads the central directory (APPNOTE.TXT 4.3.12) without unpacking anything, to judge an archive before a parser touches it. Null when
 * there is none, or it does not add up.
 */
export function readZipDirectory(bytes: Buffer): readonly ZipEntry[] | null {
  const end = findEnd(bytes);
  if (end < 0) return null;
  const count = bytes.readUInt16LE(end + 10);
  const entries: ZipEntry[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let index = 0; index < count; index++) {
    if (at + ENTRY_BYTES > bytes.length || bytes.readUInt32LE(at) !== ENTRY_SIGNATURE) return null;
    const nameLength = bytes.readUInt16LE(at + 28);
    entries.push({
      name: bytes.toString('utf8', at + ENTRY_BYTES, at + ENTRY_BYTES + nameLength),
      compressedBytes: bytes.readUInt32LE(at + 20),
      bytes: bytes.readUInt32LE(at + 24),
      method: bytes.readUInt16LE(at + 10),
      encrypted: (bytes.readUInt16LE(at + 8) & 1) !== 0,
      headerAt: bytes.readUInt32LE(at + 42),
    });
    at += ENTRY_BYTES + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

/** True when the directory or the entry's own header says that it is encrypted. */
export function isEncrypted(bytes: Buffer, entry: ZipEntry): boolean {
  const at = entry.headerAt;
  return entry.encrypted || (at + LOCAL_BYTES <= bytes.length && (bytes.readUInt16LE(at + 6) & 1) !== 0);
}

/** Unpacks one entry, at most `limit` bytes; null when it is larger, damaged or packed in an unusual way. */
export function readZipEntry(bytes: Buffer, entry: ZipEntry, limit: number): Buffer | null {
  const at = entry.headerAt;
  if (at + LOCAL_BYTES > bytes.length || bytes.readUInt32LE(at) !== LOCAL_SIGNATURE) return null;
  const from = at + LOCAL_BYTES + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
  const packed = bytes.subarray(from, from + entry.compressedBytes);
  if (entry.method === 0) return packed.length <= limit ? packed : null;
  if (entry.method !== DEFLATED) return null;
  try {
    return inflateRawSync(packed, { maxOutputLength: limit });
  } catch (error) {
    if (error instanceof Error && 'code' in error) return null; // zlib names the damage, or the limit, in `code`
    throw error;
  }
}

/** The end record stands at the end, before a comment of any length. */
function findEnd(bytes: Buffer): number {
  const first = Math.max(0, bytes.length - END_BYTES - MAX_COMMENT);
  for (let at = bytes.length - END_BYTES; at >= first; at--)
    if (bytes.readUInt32LE(at) === END_SIGNATURE) return at;
  return -1;
}
