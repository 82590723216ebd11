import { type Failure, fail, ok, type Result } from '../../../shared/model/result.ts';

/** Thrown inside a transaction to roll it back and to be returned as a value by `attempt`. */
export class ExpectedFailure extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.message);
    this.failure = failure;
  }
}

/**
 * Runs work on the library file and turns what can be expected of a disk (full, busy, read-only, damaged) into a failure value
 * whose message names the file. Anything else is a bug and goes on as an exception.
 */
export function attempt<T>(file: string, work: () => T): Result<T> {
  try {
    return ok(work());
  } catch (error) {
    const failure = describeStoreError(file, error);
    if (!failure) throw error;
    return { ok: false, error: failure };
  }
}

/** The failure that an exception of the store stands for; null when it is not one that a user can do something about. */
export function describeStoreError(file: string, error: unknown): Failure | null {
  if (error instanceof ExpectedFailure) return error.failure;
  const code = sqliteCode(error);
  if (!code) return null;
  const details = error instanceof Error ? `${code}: ${error.message}` : code;
  return failureOf(file, code, details).error;
}

function sqliteCode(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null;
  return error.code.startsWith('SQLITE_') ? error.code : null;
}

function failureOf(file: string, code: string, details: string): { ok: false; error: Failure } {
  if (code === 'SQLITE_FULL')
    return fail('disk-full', `The disk is full: nothing was written to ${file}.`, details);
  if (/^SQLITE_(BUSY|LOCKED)/.test(code))
    return fail('busy', `The library ${file} is busy: another program is writing to it. Try again.`, details);
  if (code === 'SQLITE_READONLY_ROLLBACK')
    return fail(
      'library-damaged',
      `The library ${file} has a change beside it that another program did not finish (${file}-journal); both were left as they are.`,
      details,
    );
  if (/^SQLITE_(READONLY|PERM|AUTH)/.test(code))
    return fail('write-failed', `The library ${file} cannot be written: it is read-only.`, details);
  if (/^SQLITE_(CORRUPT|FORMAT)/.test(code))
    return fail('library-damaged', `The library ${file} is damaged; it was left as it is.`, details);
  if (code === 'SQLITE_NOTADB') return fail('not-a-library', `${file} is not a Codicil library.`, details);
  if (code.startsWith('SQLITE_CANTOPEN'))
    return fail('unreadable', `The library ${file} cannot be opened.`, details);
  if (/^SQLITE_(IOERR|NOMEM|TOOBIG|PROTOCOL)/.test(code))
    return fail(
      'write-failed',
      `The library ${file} could not be read or written: the disk reports an error.`,
      details,
    );
  if (/^SQLITE_CONSTRAINT_TRIGGER/.test(code))
    return fail('library-damaged', `The library ${file} refused the change: ${details}.`, details);
  if (code === 'SQLITE_ERROR')
    return fail(
      'library-damaged',
      `The library ${file} does not have the tables it should have; it was left as it is.`,
      details,
    );
  return fail('internal', `The library ${file} gave an unexpected error.`, details);
}
