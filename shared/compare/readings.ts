import type { Comparison } from './comparison.ts';
import { Interner } from './interner.ts';
import { type ReadText, readTextInSteps } from './read-text.ts';
import { runToEnd } from './steps.ts';

/** Both texts of a comparison as they were read for it. */
export interface Reading {
  readonly a: ReadText;
  readonly b: ReadText;
}

/** Reading takes most of a comparison's time, and its redline needs it again. Forgotten together with the comparison. */
const remembered = new WeakMap<Comparison, Reading>();

/** Keeps what a comparison was made from for as long as the comparison lives. */
export function rememberReading(comparison: Comparison, reading: Reading): void {
  remembered.set(comparison, reading);
}

/** What a comparison was made from; read again where the comparison comes from elsewhere, such as a file. */
export function readingOf(comparison: Comparison): Reading {
  const known = remembered.get(comparison);
  if (known) return known;
  const interner = new Interner();
  return {
    a: runToEnd(readTextInSteps(comparison.a.text, interner)),
    b: runToEnd(readTextInSteps(comparison.b.text, interner)),
  };
}
