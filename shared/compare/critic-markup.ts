import type { Comparison, Span } from './comparison.ts';

/*
 * CriticMarkup (criticmarkup.com) marks what is inserted {++so++} and what is deleted {--so--}. It has no escape for its own
 * marks; here a backslash behind the opening or before the closing brace keeps a literal mark apart, as Markdown would.
 */

type Side = 'both' | 'old' | 'new';

interface Piece {
  readonly side: Side;
  readonly text: string;
}

const OPENING = /\{(\\*)(\+\+|--|~~|==|>>)/g;
const CLOSING = /(\+\+|--|~~|==|<<)(\\*)\}/g;
const ESCAPED_OPENING = /\{\\(\\*)(\+\+|--|~~|==|>>)/g;
const ESCAPED_CLOSING = /(\+\+|--|~~|==|<<)\\(\\*)\}/g;

/**
 * Writes a comparison as one CriticMarkup text. Accepting all of it gives the new text and rejecting all of it the old one,
 * byte for byte. A moved passage is deleted where it was and inserted where it is.
 */
export function writeCriticMarkup(comparison: Comparison): string {
  return joinPieces(cutPieces(comparison)).map(writePiece).join('');
}

/** Reads both texts back from what `writeCriticMarkup` wrote. */
export function readCriticMarkup(markup: string): { a: string; b: string } {
  let a = '';
  let b = '';
  let at = 0;
  while (at < markup.length) {
    const next = nextEdit(markup, at);
    const kept = unescapeMarks(markup.slice(at, next?.from ?? markup.length));
    a += kept;
    b += kept;
    if (!next) break;
    const text = unescapeMarks(markup.slice(next.from + 3, next.to));
    if (next.side === 'old') a += text;
    else b += text;
    at = next.to + 3;
  }
  return { a, b };
}

/** What stays in order is the frame; before each of its pieces stands what is only in A, then what is only in B. */
function cutPieces({ a, b, spans }: Comparison): Piece[] {
  const frame = spans.filter(({ op }) => op === 'keep' || op === 'reflow');
  const onlyA = spans.filter(({ op }) => op === 'delete' || op === 'move').sort((x, y) => x.fromA - y.fromA);
  const onlyB = spans.filter(({ op }) => op === 'insert' || op === 'move').sort((x, y) => x.fromB - y.fromB);
  const pieces: Piece[] = [];
  const old = (span: Span): Piece => ({ side: 'old', text: a.text.slice(span.fromA, span.toA) });
  const fresh = (span: Span): Piece => ({ side: 'new', text: b.text.slice(span.fromB, span.toB) });
  let nextA = 0;
  let nextB = 0;
  for (const span of frame) {
    for (let own = onlyA[nextA]; own && own.fromA < span.toA && own.toA <= span.fromA; own = onlyA[++nextA])
      pieces.push(old(own));
    for (let own = onlyB[nextB]; own && own.fromB < span.toB && own.toB <= span.fromB; own = onlyB[++nextB])
      pieces.push(fresh(own));
    if (span.op === 'keep') pieces.push({ side: 'both', text: a.text.slice(span.fromA, span.toA) });
    else pieces.push(old(span), fresh(span));
  }
  return [...pieces, ...onlyA.slice(nextA).map(old), ...onlyB.slice(nextB).map(fresh)];
}

/** Pieces of one side that follow one another are one, so that no mark comes about where two of them meet. */
function joinPieces(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (piece.text === '') continue;
    if (last?.side === piece.side) joined[joined.length - 1] = { ...last, text: last.text + piece.text };
    else joined.push(piece);
  }
  return joined;
}

function writePiece({ side, text }: Piece): string {
  const escaped = text.replace(OPENING, '{\\$1$2').replace(CLOSING, '$1\\$2}');
  if (side === 'both') return escaped;
  return side === 'old' ? `{--${escaped}--}` : `{++${escaped}++}`;
}

function unescapeMarks(text: string): string {
  return text.replace(ESCAPED_CLOSING, '$1$2}').replace(ESCAPED_OPENING, '{$1$2');
}

function nextEdit(markup: string, at: number): { from: number; to: number; side: 'old' | 'new' } | null {
  const opening = /\{(\+\+|--)/g;
  opening.lastIndex = at;
  const found = opening.exec(markup);
  if (!found) return null;
  const mark = found[1] ?? '';
  const to = markup.indexOf(`${mark}}`, found.index + 3);
  return to < 0 ? null : { from: found.index, to, side: mark === '--' ? 'old' : 'new' };
}
