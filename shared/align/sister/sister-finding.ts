import type { TextRange } from '../../model/text.ts';

export type SisterFindingKind = 'vendor' | 'period' | 'contact' | 'entity' | 'date' | 'definition';

/** Where one of the disagreeing documents says its part. */
export interface SisterPlace {
  /** Place of the document in the input. */
  readonly document: number;
  /** 1-based line of `range.from`. */
  readonly line: number;
  readonly range: TextRange;
  readonly quote: string;
  /** The sentence or table row around it, as it stands in the source: what the quoted words are said of. */
  readonly sentence: TextRange;
}

/** Two documents of one company that do not agree. `info`: they may differ by intent; the reader decides. */
export interface SisterFinding {
  readonly kind: SisterFindingKind;
  readonly severity: 'warning' | 'info';
  readonly message: string;
  /** The places that disagree; where something is missing, only the place that has it. */
  readonly places: readonly SisterPlace[];
}
