import { expect, test } from 'vitest';
import { markedPieces } from '../../../renderer/companies/marked-pieces.ts';

const draw = (text: string, from: number, evidence: readonly [number, number][], terms: readonly string[]) =>
  markedPieces(
    text,
    { from, to: from + text.length },
    { evidence: evidence.map(([start, end]) => ({ from: start, to: end })), terms },
  )
    .map((piece) => (piece.mark === null ? piece.text : `${piece.mark === 'term' ? '_' : '['}${piece.text}]`))
    .join('');

test('marks evidence by its place in the document, cut to the text', () => {
  expect(draw('kept for 60 days', 100, [[109, 116]], [])).toBe('kept for [60 days]');
  expect(draw('days', 112, [[109, 114]], [])).toBe('[da]ys');
  expect(draw('elsewhere', 0, [[109, 116]], [])).toBe('elsewhere');
});

test('marks terms as whole words without regard to case, and evidence over them', () => {
  expect(draw('Backup of backups, a backup.', 0, [], ['backup'])).toBe('_Backup] of backups, a _backup].');
  expect(draw('a backup', 0, [[0, 8]], ['backup'])).toBe('[a backup]');
  expect(draw('C++ (C)', 0, [], ['C++'])).toBe('_C++] (C)');
});

test('marks what only this side says by its place, under evidence', () => {
  const marks = { evidence: [{ from: 9, to: 11 }], terms: ['for'], particular: [{ from: 5, to: 16 }] };
  expect(markedPieces('kept for 60 days', { from: 0, to: 16 }, marks)).toEqual([
    { text: 'kept ', mark: null },
    { text: 'for ', mark: 'particular' },
    { text: '60', mark: 'evidence' },
    { text: ' days', mark: 'particular' },
  ]);
});

test('leaves places alone where the visible text is not the source', () => {
  const pieces = markedPieces('&', { from: 0, to: 5 }, { evidence: [{ from: 0, to: 5 }], terms: [] });
  expect(pieces).toEqual([{ text: '&', mark: null }]);
});
