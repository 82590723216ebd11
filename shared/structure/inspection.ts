import type { Diagnostic } from '../model/diagnostic.ts';
import type { TextRange } from '../model/text.ts';

export type DateKind = 'effective' | 'last-updated' | 'published' | 'archived';

/** What every reading carries: where it stands. `range` is half-open UTF-16; `line` is 1-based and that of `range.from`. */
interface Placed {
  readonly line: number;
  readonly range: TextRange;
}

export interface StatedDate extends Placed {
  readonly kind: DateKind;
  /** `YYYY-MM-DD`; the first of the month where the text gives no day. */
  readonly iso: string;
  /** Set where the text names only the month: the day in `iso` is then ours. */
  readonly precision?: 'month';
  readonly raw: string;
}

export interface LegalEntity extends Placed {
  readonly name: string;
  readonly role: string;
  readonly address: string;
  readonly id: string;
}

export interface EmailAddress extends Placed {
  readonly email: string;
  readonly occurrences: number;
}

/** A heading with its own text and everything under it; `toLine` is its last line. */
export interface Section extends Placed {
  readonly level: number;
  readonly heading: string;
  /** Headings from the outermost to this one. */
  readonly path: readonly string[];
  readonly fromLine: number;
  readonly toLine: number;
  readonly words: number;
  readonly topics: readonly string[];
}

export interface DefinedTerm extends Placed {
  readonly term: string;
  readonly sentence: string;
  readonly uses: number;
}

export interface Vendor extends Placed {
  readonly name: string;
  readonly purpose: string;
  readonly country: string;
  readonly links: readonly string[];
}

export type TimeCommitmentKind =
  | 'retention'
  | 'deletion'
  | 'backup'
  | 'restore-window'
  | 'response'
  | 'breach-notification'
  | 'notice'
  | 'lookback'
  | 'request-limit'
  | 'minimum-age'
  | 'other';

export type TimeUnit = 'hour' | 'day' | 'working-day' | 'week' | 'month' | 'year' | 'age';

export interface TimeCommitment extends Placed {
  readonly kind: TimeCommitmentKind;
  readonly value: number;
  readonly unit: TimeUnit;
  readonly quote: string;
}

export interface HistoryEntry extends Placed {
  readonly iso: string;
  readonly note: string;
  readonly link: string;
}

export interface StatedLink extends Placed {
  readonly url: string;
  readonly text: string;
}

/** Data that the text says is processed; what it leaves open is empty. */
export interface DataPractice extends Placed {
  readonly category: string;
  readonly purpose: string;
  /** The legal basis. */
  readonly basis: string;
  readonly recipients: string;
  readonly retention: string;
}

/** A reference to a numbered section of this document; `target` is its heading, empty where there is none of that number. */
export interface CrossReference extends Placed {
  readonly text: string;
  readonly label: string;
  readonly target: string;
}

/** The note that web archives and extraction tools put at the head of a saved policy. */
export interface ArchiveNote extends Placed {
  readonly host: string;
  /** The company's name as far as the host gives it. */
  readonly company: string;
  readonly archivedOn: string;
  readonly snapshot: string;
}

/** What a policy's text says, as `codicil inspect --json` prints it. Read from the text, never stored beside it. */
export interface Inspection {
  readonly format: 'codicil.inspect/1';
  readonly title: string;
  readonly language: string;
  readonly words: number;
  readonly archive: ArchiveNote | null;
  readonly dates: readonly StatedDate[];
  readonly entities: readonly LegalEntity[];
  readonly emails: readonly EmailAddress[];
  readonly phones: readonly string[];
  readonly sections: readonly Section[];
  readonly definedTerms: readonly DefinedTerm[];
  readonly vendors: readonly Vendor[];
  readonly dataPractices: readonly DataPractice[];
  readonly timeCommitments: readonly TimeCommitment[];
  readonly history: readonly HistoryEntry[];
  readonly links: readonly StatedLink[];
  readonly crossReferences: readonly CrossReference[];
  readonly diagnostics: readonly Diagnostic[];
}
