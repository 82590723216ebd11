import { randomUUID } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { type Failure, fail, ok, type Result } from '../../../shared/model/result.ts';
import { syncFolder } from '../atomic-write.ts';
import { type Connection, closeAsOneFile, openConnection } from './connection.ts';
import { attempt, ExpectedFailure } from './failures.ts';
import { checkLibraryHeader, checkSchemaVersion } from './library-header.ts';
import { migrate } from './migrate.ts';

export interface OpenedLibrary {
  readonly connection: Connection;
  /** True when the file was not there and has just been made. */
  readonly created: boolean;
}

/**
 * Opens the library at `file`, or makes a new one where there is none, unless `mustExist`. A file that is damaged, from a newer app or
 * another program's is refused before anything is written, so it stays byte for byte as it was.
 */
export function openLibrary(file: string, mustExist = false): Result<OpenedLibrary> {
  const path = resolve(file);
  const header = checkLibraryHeader(path);
  if (!header.ok) return header;
  const created = header.value === 'missing';
  if (created && mustExist) return fail('not-found', `There is no library at ${path}.`);
  if (created) {
    const made = createLibrary(path);
    if (!made.ok) return made;
  } else {
    const sound = checkContents(path);
    if (!sound.ok) return sound;
  }
  return attempt(path, () => {
    const connection = openConnection(path);
    migrate(connection);
    return { connection, created };
  });
}

/** Builds the library beside its place and moves it there whole, so that a kill never leaves half a library. */
function createLibrary(path: string): Result<null> {
  if (existsSync(`${path}-wal`))
    return fail(
      'library-damaged',
      `The library ${path} is missing, but its log ${path}-wal is there; nothing was changed.`,
    );
  const beside = `${path}.new-${process.pid}-${Date.now()}`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(beside, '', { flag: 'wx' });
  } catch (error) {
    return fail('write-failed', `No library can be made at ${path}.`, reasonOf(error));
  }
  try {
    const built = attempt(path, () => buildEmpty(beside));
    if (!built.ok) return built;
    return moveIntoPlace(beside, path);
  } finally {
    for (const suffix of ['', '-wal', '-shm']) rmSync(beside + suffix, { force: true });
  }
}

function buildEmpty(file: string): void {
  const connection = openConnection(file);
  try {
    migrate(connection);
    connection.write(() => {
      connection.sql('INSERT INTO library (key, value) VALUES (?, ?)').run('id', randomUUID());
    });
  } catch (error) {
    connection.close();
    throw error;
  }
  closeAsOneFile(connection);
}

/** A link never replaces what another process has put there meanwhile; file systems without links get a rename. */
function moveIntoPlace(from: string, to: string): Result<null> {
  try {
    try {
      linkSync(from, to);
    } catch (error) {
      if (codeOf(error) === 'EEXIST') return ok(null); // the other process was first: its library is the one to open
      if (existsSync(to)) return ok(null);
      renameSync(from, to);
    }
    syncFolder(dirname(to));
    return ok(null);
  } catch (error) {
    return fail('write-failed', `No library can be made at ${to}.`, reasonOf(error));
  }
}

/** Reads the whole structure through a read-only connection before any other may write. */
function checkContents(path: string): Result<null> {
  return attempt(path, () => {
    const database = new Database(path, { readonly: true, fileMustExist: true, timeout: 5000 });
    try {
      database.pragma('trusted_schema = OFF');
      const schema = checkSchemaVersion(path, Number(database.pragma('user_version', { simple: true })));
      if (!schema.ok) throw new ExpectedFailure(schema.error);
      const verdict = String(database.pragma('quick_check(1)', { simple: true }));
      if (verdict !== 'ok') throw new ExpectedFailure(damaged(path, verdict));
      return null;
    } finally {
      database.close();
    }
  });
}

function damaged(path: string, verdict: string): Failure {
  return fail('library-damaged', `The library ${path} is damaged; it was left as it is.`, verdict).error;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
