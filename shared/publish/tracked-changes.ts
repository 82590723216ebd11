import type { Redline, RedlineBlock, RedlineRow, RedlineRun, TextStyle } from '../compare/redline.ts';

/** What accepting or rejecting does to a stretch of a document with tracked changes. */
export type Fate = 'kept' | 'inserted' | 'deleted' | 'moved-away' | 'moved-here';

export interface TrackedRun {
  readonly fate: Fate;
  readonly text: string;
  readonly styles: readonly TextStyle[];
  readonly href?: string;
  /** The number of the move that a moved run belongs to. */
  readonly move?: number;
}

/**
 * A document with tracked changes, as Word has them. A paragraph's `mark` is its end: accepting a deleted mark or rejecting an
 * inserted one joins the paragraph with the next. `look` is the block that the paragraph is drawn as.
 */
export type TrackedBlock =
  | {
      readonly kind: 'paragraph';
      readonly look: RedlineBlock;
      readonly mark: 'kept' | 'inserted' | 'deleted';
      readonly runs: readonly TrackedRun[];
    }
  | { readonly kind: 'table'; readonly rows: readonly TrackedRow[] };

export interface TrackedRow {
  readonly fate: 'kept' | 'inserted' | 'deleted';
  readonly head: boolean;
  readonly cells: readonly (readonly TrackedRun[])[];
}

/** Rows further away than this do not become one split or joined paragraph; they are shown as deleted and inserted. */
const LONGEST_GROUP = 8;

/** Turns a redline into tracked changes: accepting all gives the new text, rejecting all the old, word for word. */
export function trackChanges(redline: Redline): TrackedBlock[] {
  const blocks: TrackedBlock[] = [];
  const { rows } = redline;
  for (let index = 0; index < rows.length; ) {
    const row = rows[index];
    if (!row) break;
    if (isTableRow(row.a) || isTableRow(row.b)) {
      addTableRow(row, blocks);
      index++;
      continue;
    }
    const { paragraphs, used } = trackParagraphs(rows, index);
    blocks.push(...paragraphs);
    index += used;
  }
  return blocks;
}

const MARK = /^[^\p{L}\p{N}\p{M}\p{Cs}]/u;

/** One side of some rows as a sequence: list numbers, runs and paragraph ends. */
type Item =
  | { readonly kind: 'marker'; readonly text: string }
  | { readonly kind: 'run'; readonly run: RedlineRun }
  | { readonly kind: 'end'; readonly look: RedlineBlock };

type Merged =
  | { readonly kind: 'run'; readonly run: TrackedRun }
  | { readonly kind: 'end'; readonly look: RedlineBlock; readonly mark: 'kept' | 'inserted' | 'deleted' };

function trackParagraphs(
  rows: readonly RedlineRow[],
  from: number,
): { paragraphs: TrackedBlock[]; used: number } {
  const itemsA: Item[] = [];
  const itemsB: Item[] = [];
  for (let used = 1; used <= LONGEST_GROUP; used++) {
    const row = rows[from + used - 1];
    if (!row || isTableRow(row.a) || isTableRow(row.b)) break;
    if (row.a) itemsA.push(...itemsOf(row.a));
    if (row.b) itemsB.push(...itemsOf(row.b));
    const merged = mergeItems(itemsA, itemsB);
    if (merged) return { paragraphs: paragraphsOf(merged), used };
  }
  const row = rows[from];
  return {
    paragraphs: [
      ...(row?.a ? [wholeParagraph(row.a, 'deleted')] : []),
      ...(row?.b ? [wholeParagraph(row.b, 'inserted')] : []),
    ],
    used: 1,
  };
}

function addTableRow(row: RedlineRow, blocks: TrackedBlock[]): void {
  const { a, b } = row;
  const tracked: TrackedRow[] = [];
  if (isTableRow(a) && isTableRow(b)) tracked.push(...trackRow(a, b));
  else {
    if (isTableRow(a)) tracked.push(wholeRow(a, 'deleted'));
    if (isTableRow(b)) tracked.push(wholeRow(b, 'inserted'));
  }
  if (a && !isTableRow(a)) blocks.push(wholeParagraph(a, 'deleted'));
  appendRows(blocks, tracked);
  if (b && !isTableRow(b)) blocks.push(wholeParagraph(b, 'inserted'));
}

function appendRows(blocks: TrackedBlock[], rows: readonly TrackedRow[]): void {
  const last = blocks.at(-1);
  const begins = rows[0]?.head === true && last?.kind === 'table' && last.rows.some(({ head }) => !head);
  if (last?.kind === 'table' && !begins)
    blocks[blocks.length - 1] = { kind: 'table', rows: [...last.rows, ...rows] };
  else blocks.push({ kind: 'table', rows });
}

type TableRowBlock = Extract<RedlineBlock, { kind: 'table-row' }>;

/**
 * Cell by cell where every cell keeps its words to itself; else the old row deleted and the new one inserted. A column that only
 * one side has becomes a cell whose whole text is deleted or inserted.
 */
function trackRow(a: TableRowBlock, b: TableRowBlock): TrackedRow[] {
  const cells = pairCells(a, b).map(([cellA, cellB]) => mergeItems(cellA.map(runItem), cellB.map(runItem)));
  if (cells.includes(null)) return [wholeRow(a, 'deleted'), wholeRow(b, 'inserted')];
  return [{ fate: 'kept', head: b.head, cells: cells.map((cell) => runsOf(cell ?? [])) }];
}

type Cell = readonly RedlineRun[];

/** Cells that share kept text stand in one column, as do those between them one by one. */
function pairCells(a: TableRowBlock, b: TableRowBlock): (readonly [Cell, Cell])[] {
  const pairs: (readonly [Cell, Cell])[] = [];
  let nextA = 0;
  let nextB = 0;
  const addUpTo = (endA: number, endB: number): void => {
    while (nextA < endA || nextB < endB) {
      const cellA = nextA < endA ? (a.cells[nextA++] ?? []) : [];
      const cellB = nextB < endB ? (b.cells[nextB++] ?? []) : [];
      pairs.push([cellA, cellB]);
    }
  };
  for (const [indexB, cellB] of b.cells.entries()) {
    const indexA = a.cells.findIndex((cellA, index) => index >= nextA && sharesText(cellA, cellB));
    if (indexA < 0) continue;
    addUpTo(indexA, indexB);
    addUpTo(indexA + 1, indexB + 1);
  }
  addUpTo(a.cells.length, b.cells.length);
  return pairs;
}

function sharesText(a: Cell, b: Cell): boolean {
  return b.some(
    (run) =>
      run.op === 'keep' &&
      a.some((other) => other.op === 'keep' && overlaps(run.fromA, run.toA, other.fromA, other.toA)),
  );
}

function overlaps(from = 0, to = 0, otherFrom = 0, otherTo = 0): boolean {
  return from < otherTo && otherFrom < to;
}

function isTableRow(block: RedlineBlock | null): block is TableRowBlock {
  return block?.kind === 'table-row';
}

function itemsOf(block: RedlineBlock): Item[] {
  const runs = 'runs' in block ? block.runs.map(runItem) : [];
  const marker: Item[] = numberOf(block) ? [{ kind: 'marker', text: `${numberOf(block)}\t` }] : [];
  return [...marker, ...runs, { kind: 'end', look: block }];
}

function runItem(run: RedlineRun): Item {
  return { kind: 'run', run };
}

/** The number of a list item, or of a heading that begins one, as written; bullets are drawn by the list itself. */
function numberOf(block: RedlineBlock): string {
  return 'marker' in block && /[\p{L}\p{N}]/u.test(block.marker) ? block.marker : '';
}

/**
 * Merges both sides along the text they keep. Null where they keep different text, which means that a word of one side was kept
 * in a row outside.
 */
function mergeItems(itemsA: readonly Item[], itemsB: readonly Item[]): Merged[] | null {
  const a = new Side(itemsA);
  const b = new Side(itemsB);
  const merged: Merged[] = [];
  while (a.item || b.item) {
    const step = mergeMarkers(a, b) ?? takeOwn(a, b) ?? takeMarks(a, b) ?? mergeEnds(a, b) ?? mergeKept(a, b);
    if (!step) return null;
    merged.push(...step);
  }
  return merged;
}

/** A reading position on one side; `keptFrom` is how much of the present run has been merged. */
class Side {
  readonly #items: readonly Item[];
  #index = 0;
  keptFrom = 0;

  constructor(items: readonly Item[]) {
    this.#items = items;
  }

  get item(): Item | undefined {
    return this.#items[this.#index];
  }

  get isLast(): boolean {
    return this.#index === this.#items.length - 1;
  }

  next(): void {
    this.#index++;
    this.keptFrom = 0;
  }

  /** Goes on by `length` characters of the present run, and past it at its end. */
  advance(length: number): void {
    this.keptFrom += length;
    const { item } = this;
    if (item?.kind === 'run' && this.keptFrom >= item.run.text.length) this.next();
  }
}

function mergeMarkers(a: Side, b: Side): Merged[] | null {
  const markerA = a.item?.kind === 'marker' ? a.item.text : null;
  const markerB = b.item?.kind === 'marker' ? b.item.text : null;
  if (markerA === null && markerB === null) return null;
  if (markerA !== null) a.next();
  if (markerB !== null) b.next();
  if (markerA !== null && markerA === markerB) return [plainRun('kept', markerA)];
  return [
    ...(markerA === null ? [] : [plainRun('deleted', markerA)]),
    ...(markerB === null ? [] : [plainRun('inserted', markerB)]),
  ];
}

/** Takes what stands on one side only. White space that both sides have at the same place, in whatever form, is kept. */
function takeOwn(a: Side, b: Side): Merged[] | null {
  const runA = a.item?.kind === 'run' ? a.item.run : null;
  const runB = b.item?.kind === 'run' ? b.item.run : null;
  if (runA?.op === 'reflow' && runB?.op === 'reflow') {
    a.next();
    b.next();
    return [tracked('kept', runB)];
  }
  if (runA && runA.op !== 'keep') {
    a.next();
    return [tracked(runA.op === 'move' ? 'moved-away' : 'deleted', runA)];
  }
  if (runB && runB.op !== 'keep') {
    b.next();
    return [tracked(runB.op === 'move' ? 'moved-here' : 'inserted', runB)];
  }
  return null;
}

function mergeEnds(a: Side, b: Side): Merged[] | null {
  const endA = a.item?.kind === 'end' ? a.item : null;
  const endB = b.item?.kind === 'end' ? b.item : null;
  if (endA && endB && a.isLast === b.isLast) {
    a.next();
    b.next();
    return [{ kind: 'end', look: endB.look, mark: 'kept' }];
  }
  if (endB && (!endA || a.isLast)) {
    b.next();
    return [{ kind: 'end', look: endB.look, mark: 'inserted' }];
  }
  if (!endA) return null;
  a.next();
  return [{ kind: 'end', look: endA.look, mark: 'deleted' }];
}

/**
 * Kept text has equal characters in the source; what a reader sees of it may still differ by marks that are markup on one side
 * only. Such marks are tracked one by one; words that differ mean that this is not the same text.
 */
function mergeKept(a: Side, b: Side): Merged[] | null {
  if (a.item?.kind !== 'run' || b.item?.kind !== 'run') return null;
  const restA = a.item.run.text.slice(a.keptFrom);
  const restB = b.item.run.text.slice(b.keptFrom);
  const common = commonPrefixLength(restA, restB);
  const merged: Merged[] = [];
  if (common > 0 || restA === '' || restB === '')
    merged.push(tracked('kept', { ...b.item.run, text: restB.slice(0, common) }));
  else if (MARK.test(restA)) merged.push(plainRun('deleted', restA.slice(0, 1)));
  else if (MARK.test(restB)) merged.push(plainRun('inserted', restB.slice(0, 1)));
  else return null;
  const fate = merged[0]?.kind === 'run' ? merged[0].run.fate : 'kept';
  if (fate !== 'inserted') a.advance(fate === 'deleted' ? 1 : common);
  if (fate !== 'deleted') b.advance(fate === 'inserted' ? 1 : common);
  return merged;
}

/** Marks at the end of kept text that the other side has no more text for. */
function takeMarks(a: Side, b: Side): Merged[] | null {
  for (const [side, other, fate] of [
    [a, b, 'deleted'],
    [b, a, 'inserted'],
  ] as const) {
    if (side.item?.kind !== 'run' || other.item?.kind === 'run') continue;
    const rest = side.item.run.text.slice(side.keptFrom);
    if (/[\p{L}\p{N}]/u.test(rest)) continue;
    side.next();
    return [plainRun(fate, rest)];
  }
  return null;
}

function commonPrefixLength(a: string, b: string): number {
  const limit = Math.min(a.length, b.length);
  let length = 0;
  while (length < limit && a.charCodeAt(length) === b.charCodeAt(length)) length++;
  return length;
}

/** A paragraph whose end stands on one side only and which nothing follows is that side's alone. */
function paragraphsOf(merged: readonly Merged[]): TrackedBlock[] {
  const paragraphs: TrackedBlock[] = [];
  let runs: TrackedRun[] = [];
  for (const step of merged) {
    if (step.kind === 'run') runs.push(step.run);
    else {
      paragraphs.push({ kind: 'paragraph', look: step.look, mark: step.mark, runs: joinRuns(runs) });
      runs = [];
    }
  }
  return paragraphs;
}

function runsOf(merged: readonly Merged[]): TrackedRun[] {
  return joinRuns(merged.flatMap((step) => (step.kind === 'run' ? [step.run] : [])));
}

function joinRuns(runs: readonly TrackedRun[]): TrackedRun[] {
  const joined: TrackedRun[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if (run.text === '') continue;
    if (last && isAlike(last, run)) joined[joined.length - 1] = { ...last, text: last.text + run.text };
    else joined.push(run);
  }
  return joined;
}

function isAlike(one: TrackedRun, other: TrackedRun): boolean {
  return (
    one.fate === other.fate &&
    one.href === other.href &&
    one.move === other.move &&
    one.styles.join() === other.styles.join()
  );
}

function wholeParagraph(block: RedlineBlock, fate: 'deleted' | 'inserted'): TrackedBlock {
  const runs = itemsOf(block).flatMap((item) => {
    if (item.kind === 'end') return [];
    return item.kind === 'marker' ? [plainRun(fate, item.text).run] : [tracked(fate, item.run).run];
  });
  return { kind: 'paragraph', look: block, mark: fate, runs: joinRuns(runs) };
}

function wholeRow(row: TableRowBlock, fate: 'deleted' | 'inserted'): TrackedRow {
  const cells = row.cells.map((runs) => joinRuns(runs.map((run) => tracked(fate, run).run)));
  return { fate, head: row.head, cells };
}

function plainRun(fate: Fate, text: string): { kind: 'run'; run: TrackedRun } {
  return { kind: 'run', run: { fate, text, styles: [] } };
}

function tracked(fate: Fate, run: RedlineRun): { kind: 'run'; run: TrackedRun } {
  return {
    kind: 'run',
    run: {
      fate,
      text: run.text,
      styles: run.styles,
      ...(run.href === undefined ? {} : { href: run.href }),
      ...(run.move !== undefined && fate.startsWith('moved') ? { move: run.move } : {}),
    },
  };
}
