import type { Comparison, Span, SpanOp } from './comparison.ts';
import type { Redline, RedlineBlock, RedlineRow, RedlineRun } from './redline.ts';

/** A comparison with its redline. */
interface View {
  readonly comparison: Comparison;
  readonly redline: Redline;
}

/** The order is part of the packing. */
const OPS: readonly SpanOp[] = ['keep', 'reflow', 'delete', 'insert', 'move'];
/** Stands for a number that is not there. */
const NONE = -1;
const SPAN_SIZE = 6;

/** `[op, fromA, toA, fromB, toB, change, move, text, styles, href]`; the text is 0 where it is that of the source. */
type PackedRun = readonly [
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  string | 0,
  number,
  string | 0,
];

/** A block with positions in the list of runs instead of the runs. */
type PackedBlock = Readonly<Record<string, unknown>> & {
  readonly runs?: readonly number[];
  readonly cells?: readonly (readonly number[])[];
};

interface PackedRow extends Omit<RedlineRow, 'a' | 'b' | 'inline'> {
  readonly a: PackedBlock | null;
  readonly b: PackedBlock | null;
  readonly inline: PackedBlock;
}

interface Packed {
  readonly comparison: Omit<Comparison, 'spans'>;
  readonly spans: readonly number[];
  readonly runs: readonly PackedRun[];
  /** Distinct lists of styles. */
  readonly styles: readonly RedlineRun['styles'][];
  readonly rows: readonly PackedRow[];
}

/**
 * Writes a view as one string for its way from process to process: a string is handed over as it is, while the same values as
 * objects are walked through and copied at each border, which took longer than comparing. Runs that stand in two columns are
 * written once, and no text that the texts already have.
 */
export function packView({ comparison, redline }: View): string {
  const { spans, ...rest } = comparison;
  const runs = new RunPacker(comparison);
  const rows = redline.rows.map(
    (row): PackedRow => ({
      ...row,
      a: row.a && packBlock(row.a, runs),
      b: row.b && packBlock(row.b, runs),
      inline: packBlock(row.inline, runs),
    }),
  );
  const packed: Packed = {
    comparison: rest,
    spans: spans.flatMap(packSpan),
    runs: runs.packed,
    styles: runs.styles,
    rows,
  };
  return JSON.stringify(packed);
}

/** Reads what `packView` wrote. */
export function unpackView(text: string): View {
  const { comparison, spans, runs, styles, rows } = JSON.parse(text) as Packed;
  const whole: Comparison = { ...comparison, spans: unpackSpans(spans) };
  const unpacked = runs.map((run) => unpackRun(run, whole, styles));
  const redline: Redline = {
    rows: rows.map((row) => ({
      ...row,
      a: row.a && unpackBlock(row.a, unpacked),
      b: row.b && unpackBlock(row.b, unpacked),
      inline: unpackBlock(row.inline, unpacked),
    })),
  };
  return { comparison: whole, redline };
}

function packSpan({ op, fromA, toA, fromB, toB, move }: Span): number[] {
  return [OPS.indexOf(op), fromA, toA, fromB, toB, move ?? NONE];
}

function unpackSpans(numbers: readonly number[]): Span[] {
  const spans: Span[] = [];
  for (let at = 0; at < numbers.length; at += SPAN_SIZE) {
    const [op = 0, fromA = 0, toA = 0, fromB = 0, toB = 0, move = NONE] = numbers.slice(at, at + SPAN_SIZE);
    const span = { op: OPS[op] ?? 'keep', fromA, toA, fromB, toB };
    spans.push(move === NONE ? span : { ...span, move });
  }
  return spans;
}

/** Numbers the runs of a redline, those that stand in two columns once. */
class RunPacker {
  readonly packed: PackedRun[] = [];
  readonly styles: RedlineRun['styles'][] = [];
  readonly #indices = new Map<RedlineRun, number>();
  readonly #styleIndices = new Map<string, number>();
  readonly #comparison: Comparison;

  constructor(comparison: Comparison) {
    this.#comparison = comparison;
  }

  indexOf(run: RedlineRun): number {
    const known = this.#indices.get(run);
    if (known !== undefined) return known;
    const index = this.packed.length;
    this.#indices.set(run, index);
    const { op, fromA = NONE, toA = NONE, fromB = NONE, toB = NONE, change = NONE, move = NONE } = run;
    const text = run.text === sourceOf(this.#comparison, fromA, toA, fromB, toB) ? 0 : run.text;
    const styles = this.#styleIndex(run.styles);
    this.packed.push([OPS.indexOf(op), fromA, toA, fromB, toB, change, move, text, styles, run.href ?? 0]);
    return index;
  }

  #styleIndex(styles: RedlineRun['styles']): number {
    const key = styles.join();
    const known = this.#styleIndices.get(key);
    if (known !== undefined) return known;
    this.#styleIndices.set(key, this.styles.length);
    return this.styles.push(styles) - 1;
  }
}

/** What the source has where a run stands; that of the new text where it stands in both. */
function sourceOf({ a, b }: Comparison, fromA: number, toA: number, fromB: number, toB: number): string {
  return fromB === NONE ? a.text.slice(fromA, toA) : b.text.slice(fromB, toB);
}

function unpackRun(
  [op, fromA, toA, fromB, toB, change, move, text, styles, href]: PackedRun,
  comparison: Comparison,
  styleLists: readonly RedlineRun['styles'][],
): RedlineRun {
  return {
    op: OPS[op] ?? 'keep',
    text: text === 0 ? sourceOf(comparison, fromA, toA, fromB, toB) : text,
    ...(fromA === NONE ? {} : { fromA, toA }),
    ...(fromB === NONE ? {} : { fromB, toB }),
    styles: styleLists[styles] ?? [],
    ...(href === 0 ? {} : { href }),
    ...(change === NONE ? {} : { change }),
    ...(move === NONE ? {} : { move }),
  };
}

function packBlock(block: RedlineBlock, runs: RunPacker): PackedBlock {
  const indices = (list: readonly RedlineRun[]): number[] => list.map((run) => runs.indexOf(run));
  switch (block.kind) {
    case 'table-row':
      return { ...block, cells: block.cells.map(indices) };
    case 'rule':
      return block;
    default:
      return { ...block, runs: indices(block.runs) };
  }
}

function unpackBlock(block: PackedBlock, runs: readonly RedlineRun[]): RedlineBlock {
  const pick = (indices: readonly number[]): RedlineRun[] => indices.flatMap((index) => runs[index] ?? []);
  return {
    ...block,
    ...(block.runs ? { runs: pick(block.runs) } : {}),
    ...(block.cells ? { cells: block.cells.map(pick) } : {}),
  } as RedlineBlock;
}
