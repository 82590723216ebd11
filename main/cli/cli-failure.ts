import type { Failure, Result } from '../../shared/model/result.ts';

/** Exit codes of the command line, as other programs rely on them. */
export const EXIT = { done: 0, findings: 1, unusable: 2, fault: 3 } as const;

/** Ends a command with one line on standard error. */
export class CliFailure extends Error {
  readonly exitCode: number;
  /** For people who look for a fault in Codicil (CODICIL_DEBUG=1). */
  readonly details: string;

  constructor(message: string, exitCode: number = EXIT.unusable, details = '') {
    super(message);
    this.exitCode = exitCode;
    this.details = details;
  }
}

/** The value of a result, or the end of the command with the failure's line. */
export function requireValue<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new CliFailure(result.error.message, exitCodeOf(result.error), result.error.details);
}

function exitCodeOf(failure: Failure): number {
  return failure.code === 'internal' ? EXIT.fault : EXIT.unusable;
}
