import type { Change, Comparison } from '../../shared/compare/comparison.ts';
import type { Redline } from '../../shared/compare/redline.ts';
import { findMoves, type MoveEnds } from './redline-text.ts';

/** Both ends of a moved passage with the names of the sections they stand in, empty where there is none. */
export interface NamedMove extends MoveEnds {
  readonly sectionFrom: string;
  readonly sectionTo: string;
}

/** What rows look up while they draw themselves. */
export interface RedlineContext {
  readonly changes: ReadonlyMap<number, Change>;
  readonly moves: ReadonlyMap<number, NamedMove>;
  /** Position of the row being drawn. */
  readonly row: number;
}

/** Gathers what the rows of a comparison look up. */
export function redlineContext(comparison: Comparison, redline: Redline): RedlineContext {
  const named = new Map<number, NamedMove>();
  const byMove = new Map<number, Change>();
  for (const change of comparison.changes)
    if (change.move !== undefined && change.class === 'moved') byMove.set(change.move, change);
  for (const [move, ends] of findMoves(redline)) {
    const change = byMove.get(move);
    named.set(move, {
      ...ends,
      sectionFrom: change?.sectionA.at(-1) ?? '',
      sectionTo: change?.sectionB.at(-1) ?? '',
    });
  }
  return {
    changes: new Map(comparison.changes.map((change) => [change.id, change])),
    moves: named,
    row: 0,
  };
}
