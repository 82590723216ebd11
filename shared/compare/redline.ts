import type { SpanOp } from './comparison.ts';

/** How characters of a redline look in the document itself. */
export type TextStyle = 'strong' | 'emphasis' | 'strikethrough' | 'code';

/**
 * A stretch of visible text with one fate. `text` is what a reader sees (markup resolved). Offsets are half-open UTF-16 into the
 * side the run stands on (`keep`, `reflow` and `move` runs have both).
 */
export interface RedlineRun {
  readonly op: SpanOp;
  readonly text: string;
  readonly fromA?: number;
  readonly toA?: number;
  readonly fromB?: number;
  readonly toB?: number;
  readonly styles: readonly TextStyle[];
  readonly href?: string;
  /** The id of the change it belongs to, absent on kept text. */
  readonly change?: number;
  readonly move?: number;
}

/** A block of one side, ready to be drawn in any medium. */
export type RedlineBlock =
  | {
      readonly kind: 'heading';
      readonly level: number;
      /** The number of the list item that begins with this heading, as it was written; else empty. */
      readonly marker: string;
      readonly runs: readonly RedlineRun[];
    }
  | {
      readonly kind: 'paragraph' | 'code' | 'html';
      readonly quote: number;
      readonly runs: readonly RedlineRun[];
    }
  | {
      readonly kind: 'list-item';
      /** 1 for an outermost list. */
      readonly depth: number;
      readonly quote: number;
      /** The marker as a reader sees it: `•` or `3.`; empty for a later paragraph of the same item. */
      readonly marker: string;
      readonly runs: readonly RedlineRun[];
    }
  | {
      readonly kind: 'table-row';
      readonly head: boolean;
      readonly cells: readonly (readonly RedlineRun[])[];
    }
  | { readonly kind: 'rule' };

export type RowStatus = 'same' | 'changed' | 'deleted' | 'inserted' | 'moved-away' | 'moved-here';

/**
 * A row of the side-by-side view: passages that correspond, or one without a counterpart. `inline` is both in one flow. A moved
 * passage makes two rows, `moved-away` (A only) and `moved-here` (B only), with the same `move`.
 */
export interface RedlineRow {
  readonly id: number;
  readonly status: RowStatus;
  readonly a: RedlineBlock | null;
  readonly b: RedlineBlock | null;
  readonly inline: RedlineBlock;
  /** Ids of the changes that show in this row, in reading order. */
  readonly changes: readonly number[];
  readonly move?: number;
}

/** A comparison as rows in reading order; every word of both texts stands in it exactly once per side. */
export interface Redline {
  readonly rows: readonly RedlineRow[];
}
