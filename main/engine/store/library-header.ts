import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { fail, ok, type Result } from '../../../shared/model/result.ts';
import { APPLICATION_ID, migrations } from './migrations/migrations.ts';

/** The 100-byte header of an SQLite file: https://www.sqlite.org/fileformat.html#the_database_header */
const HEADER_BYTES = 100;
const MAGIC = 'SQLite format 3\0';
const ENCODING_AT = 56;
const UTF8 = 1;
const USER_VERSION_AT = 60;
const APPLICATION_ID_AT = 68;

/** Whether a file is there and could be a library, judged by its first 100 bytes without letting SQLite touch it. */
export function checkLibraryHeader(file: string): Result<'missing' | 'plausible'> {
  let header: Buffer;
  try {
    const stat = statSync(file);
    if (!stat.isFile()) return fail('not-a-library', `${file} is not a file.`);
    if (stat.size === 0)
      return fail('library-damaged', `The library ${file} is empty (0 bytes); it was left as it is.`);
    header = readHeader(file);
  } catch (error) {
    if (isMissing(error)) return ok('missing');
    const reason = error instanceof Error ? error.message : String(error);
    return fail('unreadable', `The library ${file} cannot be read.`, reason);
  }
  return judge(file, header);
}

/** Refuses a schema number that this program does not know; also used after the write-ahead log has been read. */
export function checkSchemaVersion(file: string, version: number): Result<null> {
  if (version > migrations.length)
    return fail(
      'library-newer',
      `The library ${file} was made by a newer Codicil; it was left as it is. Update Codicil to open it.`,
    );
  if (version < 1)
    return fail(
      'library-damaged',
      `The library ${file} is damaged (it has no schema number); it was left as it is.`,
    );
  return ok(null);
}

function judge(file: string, header: Buffer): Result<'plausible'> {
  if (header.length < HEADER_BYTES || header.toString('latin1', 0, MAGIC.length) !== MAGIC)
    return fail(
      'not-a-library',
      `${file} is not a Codicil library, or its beginning is damaged; it was left as it is.`,
    );
  if (header.readInt32BE(APPLICATION_ID_AT) !== APPLICATION_ID)
    return fail(
      'not-a-library',
      `${file} is a database of another program, not a Codicil library; it was left as it is.`,
    );
  if (header.readInt32BE(ENCODING_AT) !== UTF8)
    return fail(
      'library-damaged',
      `The library ${file} is damaged (its encoding is not UTF-8); it was left as it is.`,
    );
  const schema = checkSchemaVersion(file, header.readInt32BE(USER_VERSION_AT));
  return schema.ok ? ok('plausible') : schema;
}

function readHeader(file: string): Buffer {
  const descriptor = openSync(file, 'r');
  try {
    const header = Buffer.alloc(HEADER_BYTES);
    return header.subarray(0, readSync(descriptor, header, 0, HEADER_BYTES, 0));
  } finally {
    closeSync(descriptor);
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
