import { expect, it } from 'vitest';
import { redlinePieces } from '../../../shared/compare/redline-pieces.ts';

const written = (before: string, after: string): string =>
  redlinePieces(before, after)
    .map(({ op, text }) => (op === 'keep' ? text : op === 'delete' ? `[-${text}-]` : `[+${text}+]`))
    .join('');

it.each([
  ['', 'New words.', '[+New words.+]'],
  ['Old words.', '', '[-Old words.-]'],
  ['Same.', 'Same.', 'Same.'],
  ['Keep it for 7 days.', 'Keep it for 60 days.', 'Keep it for [-7-][+60+] days.'],
  ['One.\n\nTwo.', 'One.\n\nTwo.\n\nThree.', 'One.\n\nTwo.[+\n\nThree.+]'],
])('%j to %j', (before, after, expected) => expect(written(before, after)).toBe(expected));

it.each([
  [
    'A moved line about ferries.\n\nB stays here for good.',
    'B stays here for good.\n\nA moved line about ferries.',
  ],
  ['- one\n- two three\n- four', '- four\n- two 3\n- one'],
  ['wrapped words\nover two lines', 'wrapped words over two lines'],
])('both texts can be read out of the pieces: %j', (before, after) => {
  const pieces = redlinePieces(before, after);
  const without = (op: string): string =>
    pieces
      .filter((piece) => piece.op !== op)
      .map(({ text }) => text)
      .join('');
  expect(without('delete')).toBe(after);
  expect(without('insert')).toBe(before);
});
