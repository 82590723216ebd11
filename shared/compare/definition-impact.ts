import { patternOfUses, termKey } from '../structure/defined-terms.ts';
import type { Change, DefinitionImpact, DefinitionUse, Span } from './comparison.ts';
import type { Definition, Definitions } from './definitions.ts';
import type { ReadText } from './read-text.ts';
import type { Segment } from './segments.ts';

/** For each definition that changed in substance, lists the clauses that use the term: their meaning changed with it. */
export function findDefinitionImpacts(
  a: ReadText,
  b: ReadText,
  definitions: Definitions,
  changes: readonly Change[],
  spans: readonly Span[],
): DefinitionImpact[] {
  const substantive = changes.filter((change) => change.class === 'substantive');
  if (substantive.length === 0) return [];
  const old = placesOf(a, definitions.a);
  const impacts: DefinitionImpact[] = [];
  for (const [key, { term, places }] of placesOf(b, definitions.b)) {
    const placesA = old.get(key)?.places ?? [];
    const own = substantive.filter((change) => touches(change, spans, placesA, places));
    if (own.length > 0)
      impacts.push({ term, changes: own.map(({ id }) => id), uses: usesOf(b, term, places) });
  }
  return impacts;
}

/** Terms by key with the blocks that define them. */
function placesOf(
  side: ReadText,
  found: readonly Definition[],
): Map<string, { term: string; places: Segment[] }> {
  const definitions = new Map<string, { term: string; places: Segment[] }>();
  for (const { term, range } of found) {
    const place = segmentAt(side, range.from);
    if (!place) continue;
    const known = definitions.get(termKey(term));
    if (known) known.places.push(place);
    else definitions.set(termKey(term), { term, places: [place] });
  }
  return definitions;
}

function segmentAt({ segments }: ReadText, offset: number): Segment | undefined {
  let low = 0;
  let high = segments.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((segments[middle]?.from ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return segments[low];
}

/** True where what a change deletes or inserts stands in one of the blocks. */
function touches(
  change: Change,
  spans: readonly Span[],
  placesA: readonly Segment[],
  placesB: readonly Segment[],
): boolean {
  return change.spans.some((index) => {
    const span = spans[index];
    if (span?.op === 'delete') return placesA.some(({ from, to }) => span.fromA < to && span.toA > from);
    return span?.op === 'insert' && placesB.some(({ from, to }) => span.fromB < to && span.toB > from);
  });
}

function usesOf(side: ReadText, term: string, definedIn: readonly Segment[]): DefinitionUse[] {
  const uses = new Map<Segment, DefinitionUse>();
  for (const { index } of side.text.matchAll(patternOfUses(term))) {
    const segment = segmentAt(side, index);
    if (!segment || definedIn.includes(segment) || uses.has(segment)) continue;
    uses.set(segment, { from: segment.contentFrom, to: segment.contentTo, section: segment.section });
  }
  return [...uses.values()];
}
