import Database from 'better-sqlite3';
import { checkLibraryHeader } from './library-header.ts';

/**
 * Whether another program has the library open: in WAL mode each one holds a shared lock for as long as it does, so that an exclusive one
 * cannot be had. False for a file that is missing or is no library: nobody can have that open.
 */
export function isOpenElsewhere(file: string): boolean {
  const header = checkLibraryHeader(file);
  if (!header.ok || header.value === 'missing') return false;
  const database = new Database(file, { fileMustExist: true, timeout: 0 });
  try {
    database.pragma('locking_mode = EXCLUSIVE');
    database.exec('BEGIN EXCLUSIVE; ROLLBACK');
    return false;
  } catch (error) {
    return error instanceof Error && 'code' in error && /^SQLITE_(BUSY|LOCKED)/.test(String(error.code));
  } finally {
    database.close();
  }
}
