import type { TextRange } from '../model/text.ts';
import type { TimeUnit } from '../structure/inspection.ts';
import type { AlignmentDiagnostic } from './alignment.ts';

/** The rows of the facts table. */
export type FactId =
  | 'retention'
  | 'backup'
  | 'deletion'
  | 'breach-notice'
  | 'response-time'
  | 'lookback'
  | 'minimum-age'
  | 'notice-of-changes'
  | 'legal-entities'
  | 'contact'
  | 'vendors'
  | 'transfers'
  | 'data-sale'
  | 'dates'
  | 'length'
  | 'readability';

/** One thing a policy says, and where. Length and readability are of the whole text and have no place. */
export interface FactValue {
  /** As shown: "up to 60 days", "Stripe (USA)". */
  readonly text: string;
  /** What two documents are compared by; equal keys say the same. */
  readonly key: string;
  /** What it is said of, where a value alone would mislead: a vendor's purpose, an entity's address. */
  readonly detail: string;
  /** The words it was read from; empty for counts. */
  readonly quote: string;
  /** 1-based, inclusive; 0 for counts of the whole text. */
  readonly fromLine: number;
  readonly toLine: number;
  readonly range: TextRange | null;
  /** The heading it stands under; empty before the first. */
  readonly heading: string;
  /** For periods and ages: how long, to be drawn. */
  readonly period: { readonly value: number; readonly unit: TimeUnit } | null;
}

/**
 * What one document says in one row. `unquantified`: the subject is treated, but nothing that can be set against others is said.
 * `unread`: nothing was found, in a language in which not everything would be.
 */
export interface FactCell {
  readonly document: number;
  readonly status: 'stated' | 'unquantified' | 'absent' | 'unread';
  readonly values: readonly FactValue[];
  /** Passages that treat the subject, where no value is stated. */
  readonly passages: readonly { readonly fromLine: number; readonly toLine: number }[];
}

export interface FactRow {
  readonly id: FactId;
  readonly name: string;
  /** In order of documents. */
  readonly cells: readonly FactCell[];
}

/** A vendor over all documents; one that several name under different names is one. */
export interface SharedVendor {
  readonly name: string;
  /** Places of the documents that name it, and their names for it. */
  readonly namedBy: readonly { readonly document: number; readonly value: FactValue }[];
}

export interface FactsTable {
  readonly documents: readonly string[];
  readonly rows: readonly FactRow[];
  /** In common first, then by name. */
  readonly vendors: readonly SharedVendor[];
  /** What could not be read, and why, in words. */
  readonly diagnostics: readonly AlignmentDiagnostic[];
}
