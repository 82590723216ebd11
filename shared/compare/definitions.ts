import type { TextRange } from '../model/text.ts';
import { readDefinitions } from '../structure/defined-terms.ts';
import { makeReading } from '../structure/reading.ts';
import type { ReadText } from './read-text.ts';

/** A term with the place that defines it; a term may have several. */
export interface Definition {
  readonly term: string;
  readonly range: TextRange;
}

/** What each of two texts defines. */
export interface Definitions {
  readonly a: readonly Definition[];
  readonly b: readonly Definition[];
}

/** Reads the definitions of both texts, once for all that asks for them: it takes a tenth of a comparison. */
export function readBothDefinitions(a: ReadText, b: ReadText): Definitions {
  return { a: readDefinitions(makeReading(a.document)), b: readDefinitions(makeReading(b.document)) };
}
