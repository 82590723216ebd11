import { alignBlocks } from './align-blocks.ts';
import { assembleSpans } from './assemble-spans.ts';
import { collectChanges } from './collect-changes.ts';
import type { ComparedText, Comparison } from './comparison.ts';
import { countStats } from './count-stats.ts';
import { groupBlocks, matchTokens } from './match-tokens.ts';
import { readText } from './read-text.ts';
import { valueTokens } from './token-values.ts';
import { Interner } from './tokens.ts';

/** Compares two normalised texts (LF line ends). Every text can be compared with every other; see CONTRACT.md for the result. */
export function compareTexts(a: ComparedText, b: ComparedText): Comparison {
  const steps = compareInSteps(a, b);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same in steps: yields the fraction done, 0 to 1, at short intervals; dropping the generator cancels. */
export function* compareInSteps(a: ComparedText, b: ComparedText): Generator<number, Comparison> {
  const interner = new Interner();
  const readA = readText(a.text, interner);
  yield 0.2;
  const readB = readText(b.text, interner);
  yield 0.4;
  const pairs = alignBlocks(readA, readB);
  yield 0.6;
  const groups = groupBlocks(readA, readB, pairs);
  const matching = matchTokens(readA, readB, groups, valueTokens(readA, interner.words));
  let step = matching.next();
  for (; !step.done; step = matching.next()) yield 0.6 + 0.3 * step.value;
  const match = step.value;
  const spans = assembleSpans(readA, readB, match);
  yield 0.95;
  const changes = collectChanges(readA, readB, spans, match, interner.words);
  const stats = countStats(readA, readB, match, changes);
  return { format: 'codicil.compare/1', precise: true, a, b, spans, changes, stats };
}
