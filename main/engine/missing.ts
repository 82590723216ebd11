import { fail, type Result } from '../../shared/model/result.ts';

/** The answer to a request about something that the library does not hold. */
export function missing(kind: 'clause' | 'company' | 'policy' | 'version', id: number): Result<never> {
  return fail('not-found', `There is no ${kind} ${id} in this library.`);
}
