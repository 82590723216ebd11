import { sectionPathOf } from '../../shared/compare/change-selection.ts';
import type { Change, Comparison } from '../../shared/compare/comparison.ts';
import type { Redline, RedlineBlock, RedlineRun } from '../../shared/compare/redline.ts';
import { blockRuns, blockTexts } from './redline-text.ts';

/** A change with what a list or an announcement says about it. */
export interface ChangeEntry {
  readonly change: Change;
  /** Position in the redline's rows of the first one that shows it. */
  readonly row: number;
  /** Its visible old and new words; both for moved text. Where it has none, the Markdown that it changes (`isMarkup`). */
  readonly before: string;
  readonly after: string;
  readonly isMarkup: boolean;
  /** The last kept words ahead of it and the first ones after it, to tell one comma from another. */
  readonly lead: string;
  readonly tail: string;
  /** The innermost heading it stands under, and the whole path for telling equal headings apart. */
  readonly section: string;
  readonly sectionPath: string;
}

/** Context beside a change in the list; a longer one would push the change itself off the line. */
const CONTEXT_CHARACTERS = 28;
/** Between the cells of a table row that is listed as a whole. */
const CELL_BAR = ' | ';

/** Lists the changes in reading order with their place and words. */
export function indexChanges(comparison: Comparison, redline: Redline): readonly ChangeEntry[] {
  const shown = gatherShown(redline);
  const starts = rowStarts(redline);
  const entries = comparison.changes.map((change): ChangeEntry => {
    const found = shown.get(change.id);
    const path = change.sectionB.length > 0 ? change.sectionB : change.sectionA;
    const isMarkup = !found || (found.before.length === 0 && found.after.length === 0);
    return {
      change,
      row: found?.row ?? rowAt(starts, change.fromB),
      before: isMarkup ? comparison.a.text.slice(change.fromA, change.toA) : found.before.join(' … '),
      after: isMarkup ? comparison.b.text.slice(change.fromB, change.toB) : found.after.join(' … '),
      isMarkup,
      lead: found?.lead ?? '',
      tail: found?.tail ?? '',
      section: path.at(-1) ?? '',
      sectionPath: sectionPathOf(change),
    };
  });
  const place = new Map(entries.map((entry) => [entry, shown.get(entry.change.id)?.order ?? Infinity]));
  return entries.sort(
    (x, y) => x.row - y.row || (place.get(x) ?? 0) - (place.get(y) ?? 0) || x.change.id - y.change.id,
  );
}

interface Shown {
  row: number;
  order: number;
  before: string[];
  after: string[];
  lead: string;
  tail: string;
}

function gatherShown(redline: Redline): ReadonlyMap<number, Shown> {
  const all = new Map<number, Shown>();
  redline.rows.forEach((row, index) => {
    row.changes.forEach((id, order) => {
      if (all.has(id)) return;
      const { lead, tail } = contextOf(row.inline, id);
      all.set(id, { row: index, order, before: [], after: [], lead, tail });
    });
    addWords(row.a, all, 'before');
    addWords(row.b, all, 'after');
  });
  return all;
}

/** Adds each stretch of a block that belongs to one change: neighbours join, cells are set apart by bars, others stay apart. */
function addWords(block: RedlineBlock | null, all: ReadonlyMap<number, Shown>, side: 'before' | 'after') {
  let previous: number | undefined;
  let previousCell = -1;
  blockTexts(block).forEach((runs, cell) => {
    for (const run of runs) {
      const words = run.change === undefined ? undefined : all.get(run.change)?.[side];
      if (words) {
        const joins = previous === run.change && words.length > 0;
        const bar = cell === previousCell ? '' : CELL_BAR;
        if (joins) words.push((words.pop() ?? '') + bar + run.text);
        else words.push(run.text);
      }
      previous = run.change;
      previousCell = cell;
    }
  });
}

function contextOf(block: RedlineBlock, id: number): { lead: string; tail: string } {
  const runs = blockTexts(block).find((text) => text.some((run) => run.change === id)) ?? [];
  const first = runs.findIndex((run) => run.change === id);
  if (first < 0) return { lead: '', tail: '' };
  let last = first;
  while (runs[last + 1]?.change === id) last++;
  return { lead: leadOf(runs.slice(0, first)), tail: tailOf(runs.slice(last + 1)) };
}

function leadOf(runs: readonly RedlineRun[]): string {
  let text = '';
  for (let at = runs.length - 1; at >= 0 && text.length < CONTEXT_CHARACTERS; at--) {
    const run = runs[at];
    if (run && run.op !== 'delete') text = run.text + text;
  }
  if (text.length <= CONTEXT_CHARACTERS) return text;
  return `…${text.slice(-CONTEXT_CHARACTERS).replace(/^\S*\s/, '')}`;
}

function tailOf(runs: readonly RedlineRun[]): string {
  let text = '';
  for (const run of runs) {
    if (text.length >= CONTEXT_CHARACTERS) break;
    if (run.op !== 'delete') text += run.text;
  }
  if (text.length <= CONTEXT_CHARACTERS) return text;
  return `${text.slice(0, CONTEXT_CHARACTERS).replace(/\s\S*$/, '')}…`;
}

/** The offset in B at which each row begins; a row without text of B stands where the one before it does. */
function rowStarts(redline: Redline): readonly number[] {
  let last = 0;
  return redline.rows.map((row) => {
    const first = blockRuns(row.b).find((run) => run.fromB !== undefined);
    if (first?.fromB !== undefined) last = first.fromB;
    return last;
  });
}

function rowAt(starts: readonly number[], offset: number): number {
  const after = starts.findIndex((start) => start > offset);
  return Math.max(0, (after < 0 ? starts.length : after) - 1);
}
