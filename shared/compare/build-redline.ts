import type { Comparison, Span } from './comparison.ts';
import type { ReadText } from './read-text.ts';
import { readingOf } from './readings.ts';
import type { Redline, RedlineBlock, RedlineRow, RedlineRun, RowStatus } from './redline.ts';
import type { Segment } from './segments.ts';
import { CoveringSpans, visibleRuns } from './visible-runs.ts';

/** Lays a comparison out as rows for any medium: the left blocks read as the old text, the right ones as the new. */
export function buildRedline(comparison: Comparison): Redline {
  const layout = new Layout(comparison);
  const rows = layout.orderRows().map(([i, j], index) => layout.buildRow(index + 1, i, j));
  return { rows };
}

/** Code of the last control character and space; what Unicode has of other white space does not matter here. */
const SPACE = 32;

/** What a row puts side by side: indices of blocks, -1 for none. */
type RowPlan = readonly [a: number, b: number];

class Layout {
  readonly #a: ReadText;
  readonly #b: ReadText;
  readonly #spansA: CoveringSpans;
  readonly #spansB: CoveringSpans;
  readonly #partner: Int32Array;
  readonly #minor: ReadonlySet<number>;

  constructor(comparison: Comparison) {
    const { a, b } = readingOf(comparison);
    this.#a = a;
    this.#b = b;
    this.#spansA = new CoveringSpans(comparison, 'A');
    this.#spansB = new CoveringSpans(comparison, 'B');
    this.#partner = pairSegments(this.#a, this.#b.segments, comparison.spans);
    this.#minor = new Set(
      comparison.changes.filter((change) => change.class === 'reflow').map((change) => change.id),
    );
  }

  /** Blocks that correspond stand in one row; others before the next pair, the old ones first. */
  orderRows(): RowPlan[] {
    const plans: RowPlan[] = [];
    let j = 0;
    const addNewUpTo = (end: number): void => {
      for (; j < end; j++) if (isShown(this.#b.segments[j])) plans.push([-1, j]);
    };
    this.#a.segments.forEach((segment, i) => {
      const partner = this.#partner[i] ?? -1;
      if (partner >= 0) {
        addNewUpTo(partner);
        j = partner + 1;
        plans.push([i, partner]);
      } else if (isShown(segment)) plans.push([i, -1]);
    });
    addNewUpTo(this.#b.segments.length);
    return plans;
  }

  buildRow(id: number, i: number, j: number): RedlineRow {
    const segmentA = this.#a.segments[i];
    const segmentB = this.#b.segments[j];
    const runsA = segmentA ? visibleRuns(this.#a.text, segmentA, this.#spansA) : null;
    const runsB = segmentB ? visibleRuns(this.#b.text, segmentB, this.#spansB) : null;
    const a = segmentA && runsA ? makeBlock(segmentA, runsA) : null;
    const b = segmentB && runsB ? makeBlock(segmentB, runsB) : null;
    const changes = this.#changesIn(segmentA, segmentB);
    const move = moveOf(a ? this.#spansIn(this.#spansA, segmentA) : this.#spansIn(this.#spansB, segmentB));
    const status = this.#statusOf(a, b, move, changes);
    return {
      id,
      status,
      a,
      b,
      inline: this.#inlineBlock(segmentA, segmentB, runsA, runsB, status),
      changes,
      ...(move > 0 && status.startsWith('moved') ? { move } : {}),
    };
  }

  #spansIn(spans: CoveringSpans, segment: Segment | undefined): Span[] {
    return segment ? [...spans.within(segment)] : [];
  }

  #changesIn(a: Segment | undefined, b: Segment | undefined): number[] {
    const ids = new Set<number>();
    for (const [spans, segment] of [
      [this.#spansA, a],
      [this.#spansB, b],
    ] as const)
      for (const span of this.#spansIn(spans, segment)) {
        const id = spans.changeOf(span);
        if (id !== undefined) ids.add(id);
      }
    return [...ids].sort((x, y) => x - y);
  }

  #statusOf(
    a: RedlineBlock | null,
    b: RedlineBlock | null,
    move: number,
    changes: readonly number[],
  ): RowStatus {
    if (a && b) return changes.every((id) => this.#minor.has(id)) ? 'same' : 'changed';
    if (move > 0) return a ? 'moved-away' : 'moved-here';
    const runs = runsOf(a ?? b);
    if (runs.some((run) => run.op === 'keep' || run.op === 'reflow')) return 'changed';
    return a ? 'deleted' : 'inserted';
  }

  /** The row in one flow: the new block with what was deleted where it stood. Words kept in another row are not repeated. */
  #inlineBlock(
    segmentA: Segment | undefined,
    segmentB: Segment | undefined,
    runsA: RedlineRun[][] | null,
    runsB: RedlineRun[][] | null,
    status: RowStatus,
  ): RedlineBlock {
    if (segmentB && runsB) return makeBlock(segmentB, this.#mergeRuns(runsA ?? [], runsB));
    if (!segmentA || !runsA) throw new Error('A row of a redline has a block on neither side');
    const shown =
      status === 'changed' ? runsA.map((runs) => runs.filter((run) => run.op === 'delete')) : runsA;
    return makeBlock(segmentA, shown);
  }

  #mergeRuns(cellsA: readonly RedlineRun[][], cellsB: readonly RedlineRun[][]): RedlineRun[][] {
    const merged: RedlineRun[][] = [];
    for (let cell = 0; cell < Math.max(cellsA.length, cellsB.length); cell++)
      merged.push(
        this.#mergeCell(
          (cellsA[cell] ?? []).filter((run) => run.op === 'delete'),
          cellsB[cell] ?? [],
        ),
      );
    return merged;
  }

  /** Deleted runs go before the first run of B that stands behind their place; no kept run reaches over it, for spans end there. */
  #mergeCell(deleted: readonly RedlineRun[], runsB: readonly RedlineRun[]): RedlineRun[] {
    const merged: RedlineRun[] = [];
    let next = 0;
    for (const run of runsB) {
      for (; next < deleted.length; next++) {
        const candidate = deleted[next];
        if (!candidate || this.#anchorOf(candidate) > (run.fromB ?? 0)) break;
        merged.push(candidate);
      }
      merged.push(run);
    }
    merged.push(...deleted.slice(next));
    return merged;
  }

  /** The place in B where a deleted run would stand. */
  #anchorOf(run: RedlineRun): number {
    const [span] = this.#spansA.within({ from: run.fromA ?? 0, to: run.toA ?? 0 });
    return span ? span.fromB : 0;
  }
}

/** Pairs blocks that keep most of their characters with each other; pairs are in order on both sides. */
function pairSegments(a: ReadText, b: readonly Segment[], spans: readonly Span[]): Int32Array {
  const shares = sharesBySegments(a, b, spans);
  const bestOfA = new Map<number, { other: number; share: number }>();
  const bestOfB = new Map<number, { other: number; share: number }>();
  for (const [i, j, share] of shares) {
    if (share > (bestOfA.get(i)?.share ?? 0)) bestOfA.set(i, { other: j, share });
    if (share > (bestOfB.get(j)?.share ?? 0)) bestOfB.set(j, { other: i, share });
  }
  const partner = new Int32Array(a.segments.length).fill(-1);
  for (const [i, { other }] of bestOfA) if (bestOfB.get(other)?.other === i) partner[i] = other;
  return partner;
}

/** Kept characters, white space aside, that each pair of blocks shares. Moved passages stand in rows of their own. */
function sharesBySegments(
  { text, segments: a }: ReadText,
  b: readonly Segment[],
  spans: readonly Span[],
): [number, number, number][] {
  const shares: [number, number, number][] = [];
  let i = 0;
  let j = 0;
  for (const span of spans) {
    if (span.op !== 'keep') continue;
    for (let at = span.fromA; at < span.toA; ) {
      while (i + 1 < a.length && (a[i]?.to ?? 0) <= at) i++;
      const atB = span.fromB + (at - span.fromA);
      while (j + 1 < b.length && (b[j]?.to ?? 0) <= atB) j++;
      const endA = Math.min(span.toA, a[i]?.to ?? span.toA);
      const endB = Math.min(span.toB, b[j]?.to ?? span.toB);
      const length = Math.max(1, Math.min(endA - at, endB - atB));
      const share = countSolid(text, at, at + length);
      const last = shares.at(-1);
      if (last && last[0] === i && last[1] === j) last[2] += share;
      else if (share > 0) shares.push([i, j, share]);
      at += length;
    }
  }
  return shares;
}

function countSolid(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at++) if (text.charCodeAt(at) > SPACE) count++;
  return count;
}

function isShown(segment: Segment | undefined): boolean {
  if (!segment || segment.kind === 'link-definition') return false;
  return segment.block?.kind !== 'html-block' || !segment.block.comment;
}

/** The move that most of a block belongs to; 0 for none. */
function moveOf(spans: readonly Span[]): number {
  const lengths = new Map<number, number>();
  for (const span of spans) {
    const move = span.op === 'keep' || span.op === 'reflow' ? 0 : (span.move ?? 0);
    const length = Math.max(span.toA - span.fromA, span.toB - span.fromB);
    lengths.set(move, (lengths.get(move) ?? 0) + length);
  }
  let best = 0;
  for (const [move, length] of lengths) if (length > (lengths.get(best) ?? 0)) best = move;
  return best;
}

function runsOf(block: RedlineBlock | null): readonly RedlineRun[] {
  if (!block || block.kind === 'rule') return [];
  return block.kind === 'table-row' ? block.cells.flat() : block.runs;
}

function makeBlock(segment: Segment, cells: readonly RedlineRun[][]): RedlineBlock {
  const { block, depth, quote } = segment;
  const runs = cells.flat();
  if (segment.kind === 'table-row') return { kind: 'table-row', head: segment.head, cells };
  if (segment.kind === 'rule') return { kind: 'rule' };
  if (block?.kind === 'heading')
    return { kind: 'heading', level: block.level, marker: segment.ordered ? segment.marker : '', runs };
  if (segment.kind === 'code' || segment.kind === 'html') return { kind: segment.kind, quote, runs };
  if (segment.item) return { kind: 'list-item', depth, quote, marker: markerOf(segment), runs };
  return { kind: 'paragraph', quote, runs };
}

function markerOf({ marker, ordered }: Segment): string {
  return marker === '' || ordered ? marker : '•';
}
