import type { Change, Comparison } from '../../shared/compare/comparison.ts';
import type { Redline } from '../../shared/compare/redline.ts';
import { blockRuns, findMoves, type MoveEnds } from './redline-text.ts';

/** Both ends of a moved passage with the names of the sections they stand in, empty where there is none. */
export interface NamedMove extends MoveEnds {
  readonly sectionFrom: string;
  readonly sectionTo: string;
}

/** What rows look up while they draw themselves. */
export interface RedlineContext {
  readonly changes: ReadonlyMap<number, Change>;
  readonly moves: ReadonlyMap<number, NamedMove>;
  /** Changes without visible words (an address, formatting, a line break), by position of the row they stand in. */
  readonly notes: ReadonlyMap<number, readonly Change[]>;
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
    const [sectionFrom = '', sectionTo = ''] = [change?.sectionA.at(-1), change?.sectionB.at(-1)];
    // Where a whole section moved, its own name says nothing about the place.
    const told = sectionFrom !== sectionTo;
    named.set(move, { ...ends, sectionFrom: told ? sectionFrom : '', sectionTo: told ? sectionTo : '' });
  }
  const changes = new Map(comparison.changes.map((change) => [change.id, change]));
  return { changes, moves: named, notes: findNotes(redline, changes), row: 0 };
}

function findNotes(
  redline: Redline,
  changes: ReadonlyMap<number, Change>,
): ReadonlyMap<number, readonly Change[]> {
  const told = new Set<number | undefined>();
  for (const row of redline.rows)
    for (const block of [row.a, row.b]) for (const run of blockRuns(block)) told.add(run.change);
  const notes = new Map<number, Change[]>();
  redline.rows.forEach((row, index) => {
    for (const id of row.changes) {
      const change = changes.get(id);
      if (!change || told.has(id)) continue;
      told.add(id);
      notes.set(index, [...(notes.get(index) ?? []), change]);
    }
  });
  return notes;
}
