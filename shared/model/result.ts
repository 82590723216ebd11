/** An expected failure as a value: `code` for programs, `message` one clear line for people. */
export interface Failure {
  readonly code: FailureCode;
  readonly message: string;
  readonly details?: string;
}

/** What can go wrong in expected ways. `internal` is a fault of ours; everything else is said to the user as is. */
export type FailureCode =
  | 'bad-request'
  | 'cancelled'
  | 'busy'
  | 'conflict'
  | 'disk-full'
  | 'exists'
  | 'internal'
  | 'library-damaged'
  | 'library-newer'
  | 'not-a-library'
  | 'not-found'
  | 'too-large'
  | 'unreadable'
  | 'unsupported'
  | 'write-failed';

/** The outcome of an operation that may fail in expected ways. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: Failure };

/** Wraps a value as a success. */
export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

/** Makes a failure; `details` is for a log or a disclosure, never needed to understand `message`. */
export function fail(code: FailureCode, message: string, details?: string): { ok: false; error: Failure } {
  return {
    ok: false,
    error: details === undefined ? { code, message } : { code, message, details },
  };
}

/** Closes a switch over a union: a new member becomes a compile error here. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`);
}
