import {
  ALL_CHANGES,
  type ChangeSelection,
  sectionPathOf,
  selects,
} from '../../shared/compare/change-selection.ts';
import type { Change, Comparison } from '../../shared/compare/comparison.ts';
import { indexLines } from '../../shared/model/text.ts';
import { printable } from './printable.ts';

/** A longer passage is cut in the middle: the page or the JSON has all of it. */
const MAX_EXCERPT = 300;

/**
 * A comparison for reading in a terminal: the numbers, then each change with its place and both wordings. What the selection leaves
 * out is counted and listed below, a line each.
 */
export function describeComparison(comparison: Comparison, selection: ChangeSelection = ALL_CHANGES): string {
  const { stats, a, b, changes } = comparison;
  const linesA = indexLines(a.text);
  const linesB = indexLines(b.text);
  const head = [
    `${a.label} → ${b.label}`,
    `${stats.kept} words kept, ${stats.inserted} inserted, ${stats.deleted} deleted, ${stats.moved} moved; ${changes.length} changes`,
    ...(comparison.limits ?? []),
  ];
  const lineOf = (change: Change): number =>
    change.toB > change.fromB ? linesB.lineAt(change.fromB) : linesA.lineAt(change.fromA);
  const shown = changes.filter((change) => selects(selection, change));
  const left = changes.filter((change) => !selects(selection, change));
  const described = shown.map((change) =>
    ['', ...describeChange(comparison, change, lineOf(change))].join('\n'),
  );
  const rest =
    left.length === 0
      ? []
      : [
          '',
          `${left.length} of ${changes.length} ${changes.length === 1 ? 'change' : 'changes'} not shown:`,
          ...left.map((change) => headline(change, lineOf(change))),
        ];
  return `${[...head, ...described, ...rest].join('\n')}\n`;
}

function describeChange({ a, b }: Comparison, change: Change, line: number): string[] {
  return [
    headline(change, line),
    ...excerpt('-', a.text.slice(change.fromA, change.toA)),
    ...excerpt('+', b.text.slice(change.fromB, change.toB)),
  ];
}

function headline(change: Change, line: number): string {
  const section = sectionPathOf(change);
  const signals = change.signals.length > 0 ? `; touches ${change.signals.join(', ')}` : '';
  return printable(
    `${change.id}. ${change.kind}, ${change.class}${signals}: line ${line}${section ? `, ${section}` : ''}`,
  );
}

function excerpt(mark: string, text: string): string[] {
  const flat = text.replace(/\s+/gu, ' ').trim();
  if (!flat) return [];
  const half = MAX_EXCERPT / 2;
  const shown = flat.length > MAX_EXCERPT ? `${flat.slice(0, half)} … ${flat.slice(-half)}` : flat;
  return [`   ${mark} ${printable(shown)}`];
}
