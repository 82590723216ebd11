import type { FactCell, FactId, FactsTable, FactValue } from './facts-table.ts';
import { isSameVendor } from './same-vendor.ts';
import { foldWords } from './words.ts';

/** A fact that one version states otherwise than the version before. */
export interface FactChange {
  readonly fact: FactId;
  readonly kind: 'added' | 'removed' | 'changed';
  /** One line: "+ vendor X (USA)", "retention 7 days to up to 60 days". */
  readonly text: string;
  readonly before: FactValue | null;
  readonly after: FactValue | null;
}

/** What a row's values are called in a line about one of them. */
const NOUNS: Readonly<Record<FactId, string>> = {
  retention: 'retention',
  backup: 'kept in backups',
  deletion: 'deletion',
  'breach-notice': 'breach notice',
  'response-time': 'response time',
  lookback: 'period looked back on',
  'minimum-age': 'minimum age',
  'notice-of-changes': 'notice of changes',
  'legal-entities': 'legal entity',
  contact: 'contact',
  vendors: 'vendor',
  transfers: 'transfer',
  'data-sale': 'sale of data',
  dates: 'date',
  length: 'length',
  readability: 'readability',
};
/** Rows whose values replace one another, so that an old and a new one are one change. The others are lists. */
const REPLACING: ReadonlySet<FactId> = new Set<FactId>([
  'retention',
  'backup',
  'deletion',
  'breach-notice',
  'response-time',
  'lookback',
  'minimum-age',
  'notice-of-changes',
  'dates',
  'length',
  'readability',
]);

/** What two versions of one policy state differently, in order of the rows of their table, which has the earlier first. */
export function factChanges(table: FactsTable): readonly FactChange[] {
  return table.rows.flatMap(({ id, cells }) => {
    const [before, after] = cells;
    return before && after ? rowChanges(id, before, after) : [];
  });
}

function rowChanges(fact: FactId, before: FactCell, after: FactCell): FactChange[] {
  const gone = without(fact, before.values, after.values);
  const come = without(fact, after.values, before.values);
  const pairs = REPLACING.has(fact) ? pairUp(gone, come) : [];
  const paired = new Set(pairs.flat());
  return [
    ...pairs.map(([x, y]) => change(fact, x, y)),
    ...gone.filter((value) => !paired.has(value)).map((value) => change(fact, value, null)),
    ...come.filter((value) => !paired.has(value)).map((value) => change(fact, null, value)),
  ];
}

/** The values that the other side does not state; a commitment counts as stated only with the same qualifier. */
function without(fact: FactId, values: readonly FactValue[], others: readonly FactValue[]): FactValue[] {
  const left = [...others];
  return values.filter((value) => {
    const at = left.findIndex((other) => sameValue(fact, value, other));
    if (at < 0) return true;
    // The same period twice is two commitments; a vendor named twice is one vendor.
    if (REPLACING.has(fact)) left.splice(at, 1);
    return false;
  });
}

function sameValue(fact: FactId, x: FactValue, y: FactValue): boolean {
  if (fact === 'vendors') return isSameVendor(x.key, y.key) && country(x) === country(y);
  return x.key === y.key && (x.text === y.text || !REPLACING.has(fact));
}

function country(vendor: FactValue): string {
  return vendor.text.slice(vendor.key.length).trim();
}

/** Pairs old with new by how many words of their sentences agree, the likest first; what is left is paired in order. */
function pairUp(gone: readonly FactValue[], come: readonly FactValue[]): [FactValue, FactValue][] {
  const candidates = gone
    .flatMap((x, i) => come.map((y, j) => ({ x, y, order: i + j, score: likeness(x, y) })))
    .sort((p, q) => q.score - p.score || p.order - q.order);
  const used = new Set<FactValue>();
  const pairs: [FactValue, FactValue][] = [];
  for (const { x, y } of candidates) {
    if (used.has(x) || used.has(y)) continue;
    used.add(x);
    used.add(y);
    pairs.push([x, y]);
  }
  return pairs.sort(([x], [y]) => gone.indexOf(x) - gone.indexOf(y));
}

function likeness(x: FactValue, y: FactValue): number {
  const [a, b] = [new Set(foldWords(x.quote)), new Set(foldWords(y.quote))];
  let common = 0;
  for (const word of a) if (b.has(word)) common++;
  const kind = x.key.split(' ')[0] === y.key.split(' ')[0] ? 1 : 0;
  return kind + (2 * common) / Math.max(1, a.size + b.size);
}

function change(fact: FactId, before: FactValue | null, after: FactValue | null): FactChange {
  const noun = NOUNS[fact];
  if (before && after)
    return { fact, kind: 'changed', text: `${noun} ${before.text} to ${after.text}`, before, after };
  if (after) return { fact, kind: 'added', text: `+ ${noun} ${after.text}`, before, after };
  return { fact, kind: 'removed', text: `− ${noun} ${before?.text ?? ''}`, before, after };
}
