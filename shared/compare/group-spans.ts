import type { Span } from './comparison.ts';
import type { SpanPlaces, Unit } from './span-places.ts';

/** A change in the making: its spans (indices) and what it replaces whole. */
export interface ChangeDraft {
  readonly spans: number[];
  readonly unit: Unit;
  readonly move: number;
}

/** Groups the spans that are not kept as a reader would count changes; each span is in one group. */
export function draftChanges(spans: readonly Span[], places: SpanPlaces): ChangeDraft[] {
  return mergeReplacedBlocks(groupSpans(spans, places), spans, places);
}

function groupSpans(spans: readonly Span[], places: SpanPlaces): ChangeDraft[] {
  const drafts: ChangeDraft[] = [];
  const moves = new Map<number, ChangeDraft>();
  const reflows = new Map<number, ChangeDraft>();
  let open: ChangeDraft | null = null;
  let space: number[] = [];
  const add = (draft: ChangeDraft): ChangeDraft => {
    drafts.push(draft);
    return draft;
  };
  const closeSpace = (): void => {
    for (const index of space) {
      const span = spans[index];
      if (!span) continue;
      const segment = places.segmentIndexA(span.fromA);
      const known = reflows.get(segment);
      if (known) known.spans.push(index);
      else reflows.set(segment, add({ spans: [index], unit: 'space', move: 0 }));
    }
    space = [];
  };
  spans.forEach((span, index) => {
    const unit = span.op === 'keep' ? null : places.unitOf(span);
    if (unit === null || unit === 'move') {
      closeSpace();
      open = null;
    }
    if (unit === null) return;
    const move = span.move ?? 0;
    if (unit === 'move') {
      const known = moves.get(move);
      if (known) known.spans.push(index);
      else moves.set(move, add({ spans: [index], unit, move }));
      return;
    }
    if (unit === 'space') {
      if (open && span.op !== 'reflow') open.spans.push(index);
      else space.push(index);
      return;
    }
    if (open && continues(open, unit, move, span, spans, places)) open.spans.push(index);
    else open = add({ spans: [index], unit, move });
    const loose = space.filter((other) => spans[other]?.op !== 'reflow');
    open.spans.push(...loose);
    space = space.filter((other) => spans[other]?.op === 'reflow');
    closeSpace();
  });
  closeSpace();
  for (const draft of drafts) draft.spans.sort((x, y) => x - y);
  return drafts.sort((x, y) => (x.spans[0] ?? 0) - (y.spans[0] ?? 0));
}

/** True where a span goes on with the change before it: rows stand alone, and a heading begins another change. */
function continues(
  open: ChangeDraft,
  unit: Unit,
  move: number,
  span: Span,
  spans: readonly Span[],
  places: SpanPlaces,
): boolean {
  if (open.unit !== unit || open.move !== move) return false;
  if (unit === 'words') return true;
  const last = spans[open.spans.findLast((index) => places.unitOf(spans[index] ?? span) === unit) ?? -1];
  if (!last) return false;
  const before = unit === 'old-block' ? places.segmentA(last) : places.segmentB(last);
  const here = unit === 'old-block' ? places.segmentA(span) : places.segmentB(span);
  if (before === here) return true;
  if (here?.kind === 'table-row' || before?.kind === 'table-row') return false;
  return here?.kind !== 'heading' || before?.kind === 'heading';
}

/** One block that stands where another one stood is one replacement. */
function mergeReplacedBlocks(
  drafts: readonly ChangeDraft[],
  spans: readonly Span[],
  places: SpanPlaces,
): ChangeDraft[] {
  const merged: ChangeDraft[] = [];
  for (const draft of drafts) {
    const before = merged.at(-1);
    const follows = before?.unit === 'old-block' && draft.unit === 'new-block' && before.move === draft.move;
    if (follows && isAdjacent(before, draft) && replacesOne(before, draft, spans, places))
      before.spans.push(...draft.spans);
    else merged.push(draft);
  }
  return merged;
}

function isAdjacent(before: ChangeDraft, after: ChangeDraft): boolean {
  return (before.spans.at(-1) ?? -2) + 1 === after.spans[0];
}

function replacesOne(
  before: ChangeDraft,
  after: ChangeDraft,
  spans: readonly Span[],
  places: SpanPlaces,
): boolean {
  const old = new Set(before.spans.map((index) => places.segmentA(spans[index] ?? NOWHERE)));
  const fresh = new Set(after.spans.map((index) => places.segmentB(spans[index] ?? NOWHERE)));
  const rows = [...old, ...fresh].filter((segment) => segment?.kind === 'table-row').length;
  return old.size === 1 && fresh.size === 1 && rows !== 1;
}

const NOWHERE = { fromA: 0, fromB: 0 };
