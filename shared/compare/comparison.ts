import type { TextRange } from '../model/text.ts';

/** How a stretch of text relates to the other side. CONTRACT.md defines the accounting that spans obey. */
export type SpanOp = 'keep' | 'reflow' | 'delete' | 'insert' | 'move';

/**
 * A stretch of both texts in half-open UTF-16 offsets. A `delete` has `fromB === toB`, the place in B where it would stand; an
 * `insert` has `fromA === toA`. `move` numbers a moved passage from 1; edits inside one carry its number.
 */
export interface Span {
  readonly op: SpanOp;
  readonly fromA: number;
  readonly toA: number;
  readonly fromB: number;
  readonly toB: number;
  readonly move?: number;
}

export type ChangeKind =
  | 'insert'
  | 'delete'
  | 'replace'
  | 'move'
  | 'split'
  | 'join'
  | 'row'
  | 'cell'
  | 'format'
  | 'link';

/** What a change means to a reader; when in doubt, `substantive`. */
export type ChangeClass =
  | 'substantive'
  | 'moved'
  | 'numbering'
  | 'reflow'
  | 'markup'
  | 'typography'
  | 'link-target'
  | 'link-tracking';

/** What kind of fact a change touches. */
export type Signal =
  | 'number'
  | 'duration'
  | 'date'
  | 'amount'
  | 'modal'
  | 'negation'
  | 'party'
  | 'vendor'
  | 'term'
  | 'link';

/** One change as a reader would count it. `sectionA` and `sectionB` are heading paths. */
export interface Change {
  readonly id: number;
  readonly kind: ChangeKind;
  readonly class: ChangeClass;
  readonly fromA: number;
  readonly toA: number;
  readonly fromB: number;
  readonly toB: number;
  readonly sectionA: readonly string[];
  readonly sectionB: readonly string[];
  readonly signals: readonly Signal[];
  /** Indices of its spans. Every span that is not `keep` belongs to exactly one change. */
  readonly spans: readonly number[];
  readonly move?: number;
}

/** The same words replaced by the same other words at several places. */
export interface TermRename {
  readonly from: string;
  readonly to: string;
  /** Ids of the changes, in order: the places. */
  readonly changes: readonly number[];
  /** True where the new text has the old words nowhere else. */
  readonly complete: boolean;
}

/** A defined term whose definition changed, and the clauses of the new text that use it. */
export interface DefinitionImpact {
  readonly term: string;
  /** Ids of the changes in the definition. */
  readonly changes: readonly number[];
  readonly uses: readonly DefinitionUse[];
}

/** A clause (paragraph, item, row or heading) that uses the term; offsets into the new text. */
export interface DefinitionUse extends TextRange {
  readonly section: readonly string[];
}

export interface ComparisonStats {
  readonly wordsA: number;
  readonly wordsB: number;
  readonly kept: number;
  readonly inserted: number;
  readonly deleted: number;
  readonly moved: number;
  /** Number of changes by class. */
  readonly byClass: Readonly<Partial<Record<ChangeClass, number>>>;
}

export interface ComparedText {
  readonly label: string;
  readonly text: string;
}

/** The result of comparing two texts, as `codicil compare --json` prints it. */
export interface Comparison {
  readonly format: 'codicil.compare/1';
  /** False only if a stated limit was hit, which `limits` then explains. */
  readonly precise: boolean;
  readonly limits?: readonly string[];
  readonly a: ComparedText;
  readonly b: ComparedText;
  readonly spans: readonly Span[];
  readonly changes: readonly Change[];
  /** Words replaced by the same other words at three places or more. */
  readonly renames?: readonly TermRename[];
  /** Definitions that changed, with the clauses that use their terms. */
  readonly definitions?: readonly DefinitionImpact[];
  readonly stats: ComparisonStats;
}
