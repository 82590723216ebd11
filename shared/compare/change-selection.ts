import type { Change, ChangeClass, Signal } from './comparison.ts';

/** Which changes are marked. The others stay in the text, unmarked, and are counted and listed as not shown. */
export interface ChangeSelection {
  readonly hiddenClasses: readonly ChangeClass[];
  /** Empty for any; else a change must touch one of them. */
  readonly signals: readonly Signal[];
  /** A section's path as `sectionPathOf` gives it, or null for the whole document. */
  readonly section: string | null;
}

/** Marks everything. */
export const ALL_CHANGES: ChangeSelection = { hiddenClasses: [], signals: [], section: null };

/** In the order that filters list them. */
export const CHANGE_CLASSES: readonly ChangeClass[] = [
  'substantive',
  'moved',
  'numbering',
  'link-target',
  'link-tracking',
  'typography',
  'markup',
  'reflow',
];

export const SIGNALS: readonly Signal[] = [
  'number',
  'duration',
  'date',
  'amount',
  'modal',
  'negation',
  'party',
  'vendor',
  'term',
  'link',
];

/** True when the selection leaves nothing out. */
export function selectsAll({ hiddenClasses, signals, section }: ChangeSelection): boolean {
  return hiddenClasses.length === 0 && signals.length === 0 && section === null;
}

/** True for a change that the selection marks. */
export function selects({ hiddenClasses, signals, section }: ChangeSelection, change: Change): boolean {
  if (hiddenClasses.includes(change.class)) return false;
  if (section !== null && sectionPathOf(change) !== section) return false;
  return signals.length === 0 || change.signals.some((signal) => signals.includes(signal));
}

/** The headings that a change stands under in the new text, or in the old where it has no place in the new. */
export function sectionPathOf({ sectionA, sectionB }: Change): string {
  return (sectionB.length > 0 ? sectionB : sectionA).join(' › ');
}
