import { describe, expect, it } from 'vitest';
import { type Candidate, solveLinks } from '../../../shared/align/solve-links.ts';

/** "0-1:0.8" is a pair and its score; ">" after it says that the second passage gathers the first. */
function solve(pairs: string): string {
  const candidates = pairs.split(' ').map((pair): Candidate => {
    const [, a, b, score, gathers] = /^(\d)-(\d):([\d.]+)(>?)$/.exec(pair) ?? [];
    return { a: Number(a), b: Number(b), score: Number(score), gathersA: false, gathersB: gathers === '>' };
  });
  return solveLinks(candidates)
    .map(({ a, b }) => `${a}-${b}`)
    .join(' ');
}

describe('solving links', () => {
  it.each([
    ['keeps what is best for both', '0-0:0.8 1-1:0.7', '0-0 1-1'],
    ['says nothing where the best is weak', '0-0:0.8 1-1:0.2', '0-0'],
    ['keeps what is as good as the best', '0-0:0.8 0-1:0.79 1-1:0.4', '0-0 0-1'],
    ['drops what is the best of one end and far from the best of the other', '0-0:0.8 1-0:0.5', '0-0'],
    ['keeps what is the best of one end and near the best of the other', '0-0:0.8 1-0:0.6', '0-0 1-0'],
    ['lets a general section gather what is far from its best', '0-0:0.8 1-0:0.5>', '0-0 1-0'],
  ])('%s', (_, pairs, expected) => {
    expect(solve(pairs)).toBe(expected);
  });

  it('does not depend on the order of the candidates', () => {
    const pairs = '0-0:0.8 1-0:0.6 0-1:0.77 1-1:0.3 2-1:0.5>'.split(' ');
    expect(solve([...pairs].reverse().join(' '))).toBe(solve(pairs.join(' ')));
  });
});
