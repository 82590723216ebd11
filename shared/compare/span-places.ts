import type { Correspondence } from './assemble-spans.ts';
import type { Span } from './comparison.ts';
import type { ReadText } from './read-text.ts';
import type { Segment } from './segments.ts';
import { firstTokenFrom } from './tokens.ts';

/** What a span stands in: words within a block that goes on, a whole block of one side, a moved passage, or white space. */
export type Unit = 'words' | 'old-block' | 'new-block' | 'move' | 'space';

/** Answers where a span stands in the blocks of both texts. */
export class SpanPlaces {
  readonly a: ReadText;
  readonly b: ReadText;
  readonly #segmentOfA: Int32Array;
  readonly #segmentOfB: Int32Array;
  readonly #wholeA: Uint8Array;
  readonly #wholeB: Uint8Array;

  constructor(a: ReadText, b: ReadText, match: Correspondence) {
    this.a = a;
    this.b = b;
    this.#segmentOfA = segmentOfTokens(a);
    this.#segmentOfB = segmentOfTokens(b);
    this.#wholeA = new Uint8Array(a.segments.length).fill(1);
    this.#wholeB = new Uint8Array(b.segments.length).fill(1);
    match.partner.forEach((j, i) => {
      if (j < 0) return;
      this.#wholeA[this.#segmentOfA[i] ?? 0] = 0;
      this.#wholeB[this.#segmentOfB[j] ?? 0] = 0;
    });
  }

  /** True where the white space that ends at `offset` parts two blocks. */
  partsBlocksA(offset: number): boolean {
    const token = firstTokenFrom(this.a.tokens, offset);
    return (
      token > 0 && token < this.#segmentOfA.length && this.#segmentOfA[token] !== this.#segmentOfA[token - 1]
    );
  }

  partsBlocksB(offset: number): boolean {
    const token = firstTokenFrom(this.b.tokens, offset);
    return (
      token > 0 && token < this.#segmentOfB.length && this.#segmentOfB[token] !== this.#segmentOfB[token - 1]
    );
  }

  segmentIndexA(offset: number): number {
    return this.#segmentOfA[Math.min(firstTokenFrom(this.a.tokens, offset), this.a.tokens.count - 1)] ?? 0;
  }

  segmentIndexB(offset: number): number {
    return this.#segmentOfB[Math.min(firstTokenFrom(this.b.tokens, offset), this.b.tokens.count - 1)] ?? 0;
  }

  segmentA(span: { fromA: number }): Segment | undefined {
    return this.a.segments[this.segmentIndexA(span.fromA)];
  }

  segmentB(span: { fromB: number }): Segment | undefined {
    return this.b.segments[this.segmentIndexB(span.fromB)];
  }

  unitOf(span: Span): Unit {
    switch (span.op) {
      case 'move':
        return 'move';
      case 'delete':
        if (!hasTokens(this.a, span.fromA, span.toA)) return 'space';
        return this.#wholeA[this.segmentIndexA(span.fromA)] === 1 ? 'old-block' : 'words';
      case 'insert':
        if (!hasTokens(this.b, span.fromB, span.toB)) return 'space';
        return this.#wholeB[this.segmentIndexB(span.fromB)] === 1 ? 'new-block' : 'words';
      default:
        return 'space';
    }
  }
}

function segmentOfTokens({ tokens, segments }: ReadText): Int32Array {
  const owner = new Int32Array(tokens.count);
  segments.forEach((segment, index) => {
    owner.fill(index, segment.tokenFrom, segment.tokenTo);
  });
  return owner;
}

/** True where a stretch of characters holds more than white space. */
export function hasTokens({ tokens }: ReadText, from: number, to: number): boolean {
  const first = firstTokenFrom(tokens, from);
  return first < tokens.count && (tokens.from[first] ?? 0) < to;
}
