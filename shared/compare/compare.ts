import { alignBlocksInSteps } from './align-blocks.ts';
import { assembleSpansInSteps } from './assemble-spans.ts';
import { collectChangesInSteps } from './collect-changes.ts';
import type { ComparedText, Comparison } from './comparison.ts';
import { countStats } from './count-stats.ts';
import { findDefinitionImpacts } from './definition-impact.ts';
import { readBothDefinitions } from './definitions.ts';
import { Interner } from './interner.ts';
import { groupBlocks, matchTokens } from './match-tokens.ts';
import { readTextInSteps } from './read-text.ts';
import { rememberReading } from './readings.ts';
import { recoverSentences } from './recover-sentences.ts';
import { runToEnd, type Steps, within } from './steps.ts';
import { findTermRenames } from './term-renames.ts';
import { markCommonWords, valueTokens } from './token-values.ts';

/** Compares two normalised texts (LF line ends). Every text can be compared with every other; see CONTRACT.md for the result. */
export function compareTexts(a: ComparedText, b: ComparedText): Comparison {
  return runToEnd(compareInSteps(a, b));
}

/** The same in steps: yields the fraction done, 0 to 1, at short intervals; dropping the generator cancels. */
export function* compareInSteps(a: ComparedText, b: ComparedText): Steps<Comparison> {
  const interner = new Interner();
  const readA = yield* within(readTextInSteps(a.text, interner), 0, 0.3);
  const readB = yield* within(readTextInSteps(b.text, interner), 0.3, 0.6);
  const common = markCommonWords(interner.words);
  const pairs = yield* within(alignBlocksInSteps(readA, readB, common), 0.6, 0.75);
  const groups = groupBlocks(readA, readB, pairs);
  const values = valueTokens(readA, common);
  const match = yield* within(matchTokens(readA, readB, groups, values), 0.75, 0.84);
  yield* within(recoverSentences({ a: readA, b: readB, common, values }, match), 0.84, 0.85);
  const spans = yield* within(assembleSpansInSteps(readA, readB, match), 0.85, 0.92);
  const defined = readBothDefinitions(readA, readB);
  yield 0.93;
  const changes = yield* within(
    collectChangesInSteps(readA, readB, spans, match, defined, interner.words),
    0.93,
    1,
  );
  const stats = countStats(readA, readB, match, changes);
  const renames = findTermRenames(a, b, changes);
  const definitions = findDefinitionImpacts(readA, readB, defined, changes, spans);
  const comparison: Comparison = {
    format: 'codicil.compare/1',
    precise: true,
    a,
    b,
    spans,
    changes,
    ...(renames.length > 0 ? { renames } : {}),
    ...(definitions.length > 0 ? { definitions } : {}),
    stats,
  };
  rememberReading(comparison, { a: readA, b: readB });
  return comparison;
}
