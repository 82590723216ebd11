import { expect, test } from 'vitest';
import { inventHistory } from '../../helpers/invented-history.ts';
import { judgeOrigins } from '../../helpers/judge-origins.ts';
import { openTestLibrary } from '../../helpers/test-library.ts';

/** The long form, 200 versions, is test/bench/lifeline-origins.ts. */
test('98 of 100 words of an invented history come out with the version in which they came in', () => {
  const connection = openTestLibrary();
  for (const seed of [1, 2]) {
    const { words, right, sentences, traced } = judgeOrigins(
      connection,
      `Policy ${seed}`,
      inventHistory(30, seed),
    );
    expect(words).toBeGreaterThan(500);
    expect(right / words).toBeGreaterThanOrEqual(0.98);
    expect(traced / sentences).toBeGreaterThanOrEqual(0.98);
  }
}, 60_000);
