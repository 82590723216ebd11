import { type ChangeSelection, selects } from '../../shared/compare/change-selection.ts';
import type { ChangeClass, Signal } from '../../shared/compare/comparison.ts';
import type { ChangeEntry } from './change-index.ts';

/** Which changes are marked and listed. The rest stay in the text, unmarked, and are counted as not shown. */
export interface ChangeFilter {
  readonly hiddenClasses: ReadonlySet<ChangeClass>;
  /** Empty for any; else a change needs one of them. */
  readonly signals: ReadonlySet<Signal>;
  /** A section's path, or null for the whole document. */
  readonly section: string | null;
}

/** Marks everything. */
export const NO_FILTER: ChangeFilter = { hiddenClasses: new Set(), signals: new Set(), section: null };

/** Parts the changes into those the filter shows and those it does not, each in reading order. */
export function filterChanges(
  entries: readonly ChangeEntry[],
  filter: ChangeFilter,
): { readonly shown: readonly ChangeEntry[]; readonly notShown: readonly ChangeEntry[] } {
  const selection = selectionOf(filter);
  const shown: ChangeEntry[] = [];
  const notShown: ChangeEntry[] = [];
  for (const entry of entries) (selects(selection, entry.change) ? shown : notShown).push(entry);
  return { shown, notShown };
}

/** The filter as an export takes it. */
export function selectionOf({ hiddenClasses, signals, section }: ChangeFilter): ChangeSelection {
  return { hiddenClasses: [...hiddenClasses], signals: [...signals], section };
}

/** True when the filter hides nothing. */
export function isOpen(filter: ChangeFilter): boolean {
  return filter.hiddenClasses.size === 0 && filter.signals.size === 0 && filter.section === null;
}

/** How many changes carry each class, signal and section; the order is that of first appearance. */
export function countChanges(entries: readonly ChangeEntry[]): {
  readonly classes: ReadonlyMap<ChangeClass, number>;
  readonly signals: ReadonlyMap<Signal, number>;
  readonly sections: ReadonlyMap<string, number>;
} {
  const classes = new Map<ChangeClass, number>();
  const signals = new Map<Signal, number>();
  const sections = new Map<string, number>();
  for (const { change, sectionPath } of entries) {
    add(classes, change.class);
    add(sections, sectionPath);
    for (const signal of change.signals) add(signals, signal);
  }
  return { classes, signals, sections };
}

/** A copy of the set with the member put in, or taken out if it was there. */
export function toggled<T>(set: ReadonlySet<T>, member: T): ReadonlySet<T> {
  const next = new Set(set);
  if (!next.delete(member)) next.add(member);
  return next;
}

function add<T>(counts: Map<T, number>, key: T): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
