import type { Block, Inline, TableRow } from '../markdown/document.ts';
import type { TextRange } from '../model/text.ts';
import type { Comparison, Span } from './comparison.ts';
import type { RedlineRun, TextStyle } from './redline.ts';
import type { Segment } from './segments.ts';

/** Visible characters with one look. `text` differs from the source where an escape, an entity or a line break stands. */
interface Atom extends TextRange {
  readonly text: string;
  readonly styles: readonly TextStyle[];
  readonly href: string | null;
}

/** The spans that cover one side, in its order, each with the change it belongs to. */
export class CoveringSpans {
  readonly side: 'A' | 'B';
  readonly #spans: readonly Span[];
  readonly #changes: ReadonlyMap<Span, number>;

  constructor(comparison: Comparison, side: 'A' | 'B') {
    this.side = side;
    const foreign = side === 'A' ? 'insert' : 'delete';
    this.#spans = comparison.spans
      .filter((span) => span.op !== foreign)
      .sort((x, y) => (side === 'A' ? x.fromA - y.fromA : x.fromB - y.fromB));
    const changes = new Map<Span, number>();
    for (const change of comparison.changes)
      for (const index of change.spans) {
        const span = comparison.spans[index];
        if (span) changes.set(span, change.id);
      }
    this.#changes = changes;
  }

  fromOf(span: Span): number {
    return this.side === 'A' ? span.fromA : span.fromB;
  }

  toOf(span: Span): number {
    return this.side === 'A' ? span.toA : span.toB;
  }

  changeOf(span: Span): number | undefined {
    return this.#changes.get(span);
  }

  /** The spans that share characters with a range, in order. */
  *within(range: TextRange): Generator<Span> {
    let low = 0;
    let high = this.#spans.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const span = this.#spans[middle];
      if (span && this.toOf(span) <= range.from) low = middle + 1;
      else high = middle;
    }
    for (let index = low; index < this.#spans.length; index++) {
      const span = this.#spans[index];
      if (!span || this.fromOf(span) >= range.to) return;
      if (this.toOf(span) > this.fromOf(span)) yield span;
    }
  }
}

/** The visible runs of a block's cells; blocks that are no table rows have one. */
export function visibleRuns(text: string, segment: Segment, spans: CoveringSpans): RedlineRun[][] {
  return visibleAtoms(text, segment).map((atoms) => atoms.flatMap((atom) => cutAtom(atom, spans)));
}

function visibleAtoms(text: string, segment: Segment): Atom[][] {
  const { block } = segment;
  if (!block)
    return [segment.marker ? [] : [plainAtom(text, { from: segment.contentFrom, to: segment.contentTo })]];
  if (block.kind === 'table-row') return cellAtoms(text, block);
  return [clipAtoms(blockAtoms(text, block), segment)];
}

/** A segment may be one line of its block; line breaks at its ends go with neither. */
function clipAtoms(atoms: readonly Atom[], { contentFrom, contentTo }: Segment): Atom[] {
  return atoms.flatMap((atom): Atom[] => {
    const from = Math.max(atom.from, contentFrom);
    const to = Math.min(atom.to, contentTo);
    if (from >= to) return [];
    if (from === atom.from && to === atom.to) return [atom];
    if (atom.text.length !== atom.to - atom.from) return atom.from >= contentFrom ? [atom] : [];
    return [{ ...atom, from, to, text: atom.text.slice(from - atom.from, to - atom.from) }];
  });
}

function cellAtoms(text: string, row: TableRow): Atom[][] {
  return row.cells.map((cell) => inlineAtoms(text, cell.inlines, [], null));
}

function blockAtoms(text: string, block: Block): Atom[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return inlineAtoms(text, block.inlines, [], null);
    case 'code-block':
      return block.content.map((range) => plainAtom(text, range));
    case 'html-block':
      return block.comment ? [] : [plainAtom(text, block)];
    default:
      return [];
  }
}

function plainAtom(text: string, { from, to }: TextRange): Atom {
  return { from, to, text: text.slice(from, to), styles: [], href: null };
}

function inlineAtoms(
  text: string,
  inlines: readonly Inline[],
  styles: readonly TextStyle[],
  href: string | null,
): Atom[] {
  return inlines.flatMap((inline): Atom[] => {
    const { from, to } = inline;
    switch (inline.kind) {
      case 'text':
        return [{ from, to, text: inline.value, styles, href }];
      case 'code': {
        const inner = text.indexOf(inline.value, from);
        const place =
          inner >= 0 && inner + inline.value.length <= to
            ? { from: inner, to: inner + inline.value.length }
            : { from, to };
        return [{ ...place, text: inline.value, styles: [...styles, 'code'], href }];
      }
      case 'soft-break':
        return [{ from, to, text: ' ', styles, href }];
      case 'hard-break':
        return [{ from, to, text: '\n', styles, href }];
      case 'html':
        return [];
      case 'link':
        return inlineAtoms(text, inline.children, styles, inline.href);
      case 'image':
        return inlineAtoms(text, inline.children, styles, href);
      default:
        return inlineAtoms(text, inline.children, [...styles, inline.kind], href);
    }
  });
}

/** Cuts an atom where spans meet. One whose text is not its source is shown whole, as changed where any of it is. */
function cutAtom(atom: Atom, spans: CoveringSpans): RedlineRun[] {
  const own = [...spans.within(atom)];
  if (atom.text.length !== atom.to - atom.from) {
    const span = own.find((candidate) => candidate.op !== 'keep') ?? own[0];
    return span ? [makeRun(atom, atom, atom.text, span, spans)] : [];
  }
  return own.map((span) => {
    const from = Math.max(atom.from, spans.fromOf(span));
    const to = Math.min(atom.to, spans.toOf(span));
    return makeRun(atom, { from, to }, atom.text.slice(from - atom.from, to - atom.from), span, spans);
  });
}

function makeRun(atom: Atom, range: TextRange, text: string, span: Span, spans: CoveringSpans): RedlineRun {
  const change = spans.changeOf(span);
  return {
    op: span.op,
    text,
    ...placesOf(range, span, spans),
    styles: atom.styles,
    ...(atom.href === null ? {} : { href: atom.href }),
    ...(change === undefined ? {} : { change }),
    ...(span.move === undefined ? {} : { move: span.move }),
  };
}

function placesOf(range: TextRange, span: Span, spans: CoveringSpans): Partial<RedlineRun> {
  const own =
    spans.side === 'A' ? { fromA: range.from, toA: range.to } : { fromB: range.from, toB: range.to };
  if (span.op === 'delete' || span.op === 'insert') return own;
  const before = Math.max(0, range.from - spans.fromOf(span));
  const length = range.to - range.from;
  if (spans.side === 'A') {
    const fromB = Math.min(span.fromB + before, span.toB);
    return { ...own, fromB, toB: Math.min(fromB + length, span.toB) };
  }
  const fromA = Math.min(span.fromA + before, span.toA);
  return { ...own, fromA, toA: Math.min(fromA + length, span.toA) };
}
