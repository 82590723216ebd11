import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  applyEdits,
  countWords,
  indexLines,
  normaliseText,
  TOKEN_PATTERN,
} from '../../../shared/model/text.ts';

describe('normaliseText', () => {
  it.each([
    ['\ufeffa\r\nb\rc\n', 'a\nb\nc\n'],
    ['no change\n', 'no change\n'],
    ['\r\r\n\n', '\n\n\n'],
    ['a\ufeffb', 'a\ufeffb'],
  ])('%j becomes %j', (input, expected) => {
    expect(normaliseText(input)).toBe(expected);
  });
});

describe('indexLines', () => {
  it('maps every offset to the line that holds it', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '\n', 'é') }), (text) => {
        const lines = indexLines(text);
        for (let offset = 0; offset <= text.length; offset++) {
          const line = lines.lineAt(offset);
          expect(line).toBe(text.slice(0, offset).split('\n').length);
          expect(lines.startOf(line) <= offset && offset <= lines.endOf(line)).toBe(true);
        }
        expect(lines.count).toBe(text.split('\n').length);
      }),
    );
  });
});

describe('applyEdits', () => {
  it('applies edits in any order, insertions at one place in the order given', () => {
    expect(
      applyEdits('keep it for 7 days', [
        { from: 18, to: 18, insert: '.' },
        { from: 12, to: 13, insert: 'up to 60' },
        { from: 0, to: 1, insert: 'K' },
      ]),
    ).toBe('Keep it for up to 60 days.');
  });
  it('refuses edits that overlap or leave the text', () => {
    expect(() =>
      applyEdits('abc', [
        { from: 0, to: 2, insert: '' },
        { from: 1, to: 3, insert: '' },
      ]),
    ).toThrow(/overlaps/);
    expect(() => applyEdits('abc', [{ from: 2, to: 4, insert: '' }])).toThrow(/leaves the text/);
  });
});

describe('words', () => {
  it.each([
    ['the user’s opt-out', ['the', 'user’s', 'opt-out']],
    ["'quoted' - dash", ["'", 'quoted', "'", '-', 'dash']],
    ['30-day $5.00', ['30-day', '$', '5', '.', '00']],
    ['naïve e\u0301t', ['naïve', 'e\u0301t']],
  ])('%j has the tokens %j', (text, tokens) => {
    expect(text.match(TOKEN_PATTERN)).toEqual(tokens);
  });
  it('counts words, not marks', () => {
    expect(countWords('We keep it (for 7 days).')).toBe(6);
  });
  it('counts what the pattern of tokens calls a word', () => {
    const piece = fc.constantFrom(
      'a',
      "'",
      '-',
      '’',
      '‑',
      ' ',
      '\n',
      'é',
      '\u0301',
      '7',
      '.',
      '😀',
      '𐐀',
      '\ud800',
      '\udc00',
    );
    fc.assert(
      fc.property(fc.string({ unit: piece, maxLength: 30 }), (text) => {
        const words = [...text.matchAll(TOKEN_PATTERN)].filter(([token]) =>
          /^[\p{L}\p{N}\p{M}]/u.test(token),
        );
        expect(countWords(text)).toBe(words.length);
      }),
      { numRuns: 2000 },
    );
  });
});
