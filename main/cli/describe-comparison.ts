import type { Change, Comparison } from '../../shared/compare/comparison.ts';
import { indexLines } from '../../shared/model/text.ts';
import { printable } from './printable.ts';

/** A longer passage is cut in the middle: the page or the JSON has all of it. */
const MAX_EXCERPT = 300;

/** A comparison for reading in a terminal: the numbers, then each change with its place and both wordings. */
export function describeComparison(comparison: Comparison): string {
  const { stats, a, b, changes } = comparison;
  const linesA = indexLines(a.text);
  const linesB = indexLines(b.text);
  const head = [
    `${a.label} → ${b.label}`,
    `${stats.kept} words kept, ${stats.inserted} inserted, ${stats.deleted} deleted, ${stats.moved} moved; ${changes.length} changes`,
    ...(comparison.limits ?? []),
  ];
  const described = changes.map((change) => {
    const place = change.toB > change.fromB ? linesB.lineAt(change.fromB) : linesA.lineAt(change.fromA);
    return ['', ...describeChange(comparison, change, place)].join('\n');
  });
  return `${[...head, ...described].join('\n')}\n`;
}

function describeChange({ a, b }: Comparison, change: Change, line: number): string[] {
  const section = (change.sectionB.length > 0 ? change.sectionB : change.sectionA).join(' › ');
  const signals = change.signals.length > 0 ? `; touches ${change.signals.join(', ')}` : '';
  return [
    `${change.id}. ${change.kind}, ${change.class}${signals}: line ${line}${section ? `, ${section}` : ''}`,
    ...excerpt('-', a.text.slice(change.fromA, change.toA)),
    ...excerpt('+', b.text.slice(change.fromB, change.toB)),
  ];
}

function excerpt(mark: string, text: string): string[] {
  const flat = text.replace(/\s+/gu, ' ').trim();
  if (!flat) return [];
  const half = MAX_EXCERPT / 2;
  const shown = flat.length > MAX_EXCERPT ? `${flat.slice(0, half)} … ${flat.slice(-half)}` : flat;
  return [`   ${mark} ${printable(shown)}`];
}
