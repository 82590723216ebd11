import type { Inline } from '../markdown/document.ts';
import type { TextRange } from '../model/text.ts';

/** A stretch of plain text and where it stands in the source; `verbatim` when the two are character for character equal. */
interface Piece {
  readonly at: number;
  readonly from: number;
  readonly to: number;
  readonly verbatim: boolean;
}

/** Markup over a stretch of plain text; `from` and `to` are offsets into the plain text. */
export interface Mark extends TextRange {
  readonly kind: 'strong' | 'emphasis' | 'strikethrough' | 'link' | 'code' | 'image';
  /** The target of a link or image, else empty. */
  readonly href: string;
}

/**
 * What a reader sees of some inline content, with the way back to the source. Soft line ends are spaces, hard ones (and
 * `<br>`) line feeds, so that an address set in lines keeps them.
 */
export interface PlainText {
  readonly text: string;
  readonly pieces: readonly Piece[];
  readonly marks: readonly Mark[];
  /** Offsets of the spaces that stand for soft line ends. */
  readonly softBreaks: readonly number[];
}

/** Flattens inline content. */
export function toPlainText(source: string, inlines: readonly Inline[]): PlainText {
  const builder = { text: '', pieces: [] as Piece[], marks: [] as Mark[], softBreaks: [] as number[] };
  append(source, inlines, builder);
  return builder;
}

/** Plain text of a stretch of source that carries no markup, such as a value in front matter. */
export function plainTextOf(source: string, range: TextRange): PlainText {
  const { from, to } = range;
  return {
    text: source.slice(from, to),
    pieces: [{ at: 0, from, to, verbatim: true }],
    marks: [],
    softBreaks: [],
  };
}

/** A stretch of plain text as one of its own, with the marks that lie in it. */
export function slicePlainText(plain: PlainText, from: number, to: number): PlainText {
  const within = (part: TextRange): boolean => part.from < to && part.to > from;
  return {
    text: plain.text.slice(from, to),
    pieces: plain.pieces.flatMap((piece, index) => {
      const end = plain.pieces[index + 1]?.at ?? plain.text.length;
      if (!within({ from: piece.at, to: end })) return [];
      const cut = piece.verbatim ? Math.max(0, from - piece.at) : 0;
      return [{ ...piece, at: piece.at + cut - from, from: piece.from + cut }];
    }),
    marks: plain.marks.filter(within).map((mark) => ({
      ...mark,
      from: Math.max(mark.from, from) - from,
      to: Math.min(mark.to, to) - from,
    })),
    softBreaks: plain.softBreaks.filter((at) => at >= from && at < to).map((at) => at - from),
  };
}

/** The source range of a stretch of plain text; markup around it stays outside. */
export function sourceRange(plain: PlainText, from: number, to: number): TextRange {
  const start = sourceOffset(plain, from, 'start');
  return { from: start, to: Math.max(start, sourceOffset(plain, to, 'end')) };
}

function sourceOffset(plain: PlainText, offset: number, edge: 'start' | 'end'): number {
  const { pieces } = plain;
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const at = pieces[middle]?.at ?? 0;
    if (at < offset || (at === offset && edge === 'start')) low = middle;
    else high = middle - 1;
  }
  const piece = pieces[low];
  if (!piece) return 0;
  if (piece.verbatim) return Math.min(piece.from + Math.max(0, offset - piece.at), piece.to);
  return edge === 'start' || offset <= piece.at ? piece.from : piece.to;
}

interface Builder {
  text: string;
  pieces: Piece[];
  marks: Mark[];
  softBreaks: number[];
}

function append(source: string, inlines: readonly Inline[], builder: Builder): void {
  for (const inline of inlines) {
    const at = builder.text.length;
    const { from, to } = inline;
    switch (inline.kind) {
      case 'text':
        builder.text += inline.value;
        builder.pieces.push({ at, from, to, verbatim: inline.value.length === to - from });
        break;
      case 'code':
        builder.text += inline.value;
        builder.pieces.push({ at, from, to, verbatim: false });
        builder.marks.push({ kind: 'code', from: at, to: builder.text.length, href: '' });
        break;
      case 'soft-break':
      case 'hard-break':
        if (inline.kind === 'soft-break') builder.softBreaks.push(at);
        builder.text += inline.kind === 'soft-break' ? ' ' : '\n';
        builder.pieces.push({ at, from, to, verbatim: false });
        break;
      case 'html':
        if (!/^<br\b/i.test(source.slice(from, to))) break;
        builder.text += '\n';
        builder.pieces.push({ at, from, to, verbatim: false });
        break;
      default:
        append(source, inline.children, builder);
        builder.marks.push({
          kind: inline.kind,
          from: at,
          to: builder.text.length,
          href: inline.kind === 'link' || inline.kind === 'image' ? inline.href : '',
        });
    }
  }
}
