import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';

/** Shorter notes gain nothing. Commit messages of archives are mostly longer, and half of their library without this. */
const PACK_FROM_CHARACTERS = 200;
const LEVEL = 12;
/** A note that cannot be read shows as this; its entry then fails verification. */
const UNREADABLE = '\uFFFD';

/** A note as stored: text, or a long text as a zstd frame. */
export type PackedNote = string | Buffer;

/** Packs a note for storing. */
export function packNote(note: string): PackedNote {
  if (note.length < PACK_FROM_CHARACTERS) return note;
  const text = Buffer.from(note, 'utf8');
  const packed = zstdCompressSync(text, { params: { [constants.ZSTD_c_compressionLevel]: LEVEL } });
  return packed.length < text.length ? packed : note;
}

/** The note as written. */
export function unpackNote(stored: PackedNote): string {
  if (typeof stored === 'string') return stored;
  try {
    return zstdDecompressSync(stored, { maxOutputLength: 16 * 1024 * 1024 }).toString('utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error) return UNREADABLE;
    throw error;
  }
}
