import type { TextRange } from './text.ts';

export type Severity = 'error' | 'warning' | 'info';

/** Something a reader or importer noticed; it never stops the work by itself. */
export interface Diagnostic {
  readonly severity: Severity;
  readonly message: string;
  /** 1-based line in the resulting text, where there is one. */
  readonly line?: number;
  readonly range?: TextRange;
  /** The file or part the message is about, as the user named it. */
  readonly source?: string;
}
