import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import type { Connection } from './connection.ts';

/**
 * Texts are stored as zstd frames with the text of the version before as dictionary, so that a version costs what changed. Every
 * KEY_FRAME_EVERY-th stands alone: of the distances measured on real histories (16, 64), 64 gave the smaller library with reads of 1 ms.
 */
export const KEY_FRAME_EVERY = 64;
/**
 * Key frames are rare and weigh most, so they may cost some milliseconds. Differences are what saving takes longest for: of an archive of
 * 4,852 versions, level 9 makes a library 2 % smaller than 5, and 3 one 2 % larger, at 1.6 and 0.6 times the work.
 */
const KEY_LEVEL = 12;
const DELTA_LEVEL = 5;
/** A chain longer than this is damage: no writer makes one. */
const MAX_CHAIN = 2 * KEY_FRAME_EVERY;
/** No text is larger: what claims to inflate beyond it is damage. */
const MAX_TEXT_BYTES = 256 * 1024 * 1024;

interface TextRow {
  readonly version_id: number;
  readonly base: number | null;
  readonly body: Buffer;
}

/** Stores the text of a new version; `previousId` and its number say what it may lean on. Call inside a write. */
export function insertVersionText(
  connection: Connection,
  versionId: number,
  number: number,
  text: Buffer,
  previous: { readonly id: number; readonly text: Buffer } | null,
): void {
  const base = previous && previous.text.length > 0 && (number - 1) % KEY_FRAME_EVERY !== 0 ? previous : null;
  const params = { [constants.ZSTD_c_compressionLevel]: base ? DELTA_LEVEL : KEY_LEVEL };
  const body = zstdCompressSync(text, base ? { dictionary: base.text, params } : { params });
  connection
    .sql('INSERT INTO version_text (version_id, base, body) VALUES (?, ?, ?)')
    .run(versionId, base?.id ?? null, body);
}

/** Reads a text's bytes; `recent` may hold texts already read, by version id. Null when the frames cannot be read: damage. */
export function readVersionText(
  connection: Connection,
  versionId: number,
  recent: ReadonlyMap<number, Buffer> = new Map(),
): Buffer | null {
  const chain: TextRow[] = [];
  let text: Buffer | undefined = recent.get(versionId);
  for (let id = versionId; text === undefined; ) {
    const row = connection
      .sql<TextRow>('SELECT version_id, base, body FROM version_text WHERE version_id = ?')
      .get(id);
    if (!row || chain.length > MAX_CHAIN) return null;
    chain.push(row);
    if (row.base === null) break;
    id = row.base;
    text = recent.get(id);
  }
  for (const row of chain.reverse()) {
    const inflated = inflate(row, text);
    if (!inflated) return null;
    text = inflated;
  }
  return text ?? null;
}

function inflate(row: TextRow, dictionary: Buffer | undefined): Buffer | null {
  const options = { maxOutputLength: MAX_TEXT_BYTES };
  try {
    if (row.base === null) return zstdDecompressSync(row.body, options);
    return dictionary ? zstdDecompressSync(row.body, { ...options, dictionary }) : null;
  } catch (error) {
    if (error instanceof Error && 'code' in error) return null; // zlib names what is wrong with a frame in `code`
    throw error;
  }
}
