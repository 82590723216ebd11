import type { Diagnostic } from '../../../shared/model/diagnostic.ts';
import type { Result } from '../../../shared/model/result.ts';
import type { TrackedChanges } from './tracked-changes.ts';

export type ImportFormat = 'markdown' | 'text' | 'html' | 'docx' | 'pdf';

/** A file as Markdown text, with what was noticed on the way. */
export interface ParsedFile {
  readonly text: string;
  readonly format: ImportFormat;
  /** The title that the container gives (HTML's `title`, a document property); empty when none. */
  readonly title: string;
  /** Where the page was saved from, when it says so. */
  readonly url?: string;
  readonly diagnostics: readonly Diagnostic[];
  /** How a Word document read before its tracked changes, which `text` has accepted; absent when there are none. */
  readonly before?: { readonly text: string; readonly changes: TrackedChanges };
}

/** Reads one format. `name` is the file as the user knows it, for messages; a long file says with `gettingOn` that it is being read. */
export type FormatReader = (
  bytes: Uint8Array,
  name: string,
  gettingOn: () => void,
) => Promise<Result<ParsedFile>> | Result<ParsedFile>;
