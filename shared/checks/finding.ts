import type { Severity } from '../model/diagnostic.ts';
import type { TextEdit } from '../model/text.ts';

/** Something a check found in a policy. `from` and `to` are half-open UTF-16 offsets; lines are 1-based. */
export interface Finding {
  /** The rule's name, kebab-case, as documented in the user guide. */
  readonly rule: string;
  readonly severity: Severity;
  /** One sentence that a lawyer understands and can act on. */
  readonly message: string;
  readonly fromLine: number;
  readonly toLine: number;
  readonly from: number;
  readonly to: number;
  /** What applying `edits` would do, in words. */
  readonly fix?: string;
  readonly edits?: readonly TextEdit[];
}

/** The result of checking a text, as `codicil check --json` prints it. */
export interface CheckReport {
  readonly format: 'codicil.check/1';
  readonly findings: readonly Finding[];
}
