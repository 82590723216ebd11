import { describe, expect, it } from 'vitest';
import { ageMarks, ageOnLine, ageWords } from '../../../renderer/history/age-marks.ts';
import { appearance, changeCount, readingOn } from '../../../renderer/history/lifeline-reading.ts';
import { passageAt } from '../../../renderer/history/passage-at.ts';
import { passageInSource } from '../../../renderer/history/selected-passage.ts';
import type { Lifeline } from '../../../shared/ipc/history-requests.ts';

const TEXT = '# Title\n\nOne **bold** word\nand a second line.\n\n- item\n';

describe('the passage to trace', () => {
  const words = (from: number, to: number): string | null => {
    const range = passageAt(TEXT, { from, to });
    return range && TEXT.slice(range.from, range.to);
  };
  it('is the selection without space at its ends', () => {
    expect(words(8, 18)).toBe('One **bol');
  });
  it.each([
    [0, '# Title'],
    [20, 'One **bold** word\nand a second line.'],
    [30, 'One **bold** word\nand a second line.'],
    [TEXT.length - 1, '- item'],
  ])('is the paragraph around a caret at %d', (at, expected) => expect(words(at, at)).toBe(expected));
  it('is nothing on a blank line', () => expect(words(8, 8)).toBeNull());

  it('is found in the text from what was selected on the page', () => {
    const at = (selected: string): string | null => {
      const range = passageInSource(TEXT, { fromLine: 3, nextLine: 6, words: selected });
      return range && TEXT.slice(range.from, range.to);
    };
    expect(at(' a second ')).toBe('a second');
    expect(at('One bold word')).toBe('One **bold** word\nand a second line.');
  });
});

const event = (kind: 'appeared' | 'changed', number: number, date: string): Lifeline['events'][number] => ({
  kind,
  number,
  date,
  versionId: number,
  note: '',
  text: `text ${number}`,
  from: 0,
  to: 6,
  redline: [],
});
const LIFELINE: Lifeline = {
  events: [
    event('changed', 5, '2019-05-02'),
    event('changed', 3, '2014-01-01'),
    event('appeared', 2, '2010-07-01'),
  ],
};

describe('a lifeline', () => {
  it.each([
    ['2010-06-30', null],
    ['2010-07-01', 2],
    ['2018-12-31', 3],
    ['2030-01-01', 5],
  ])('on %s reads as in version %s', (date, number) =>
    expect(readingOn(LIFELINE, date)?.number ?? null).toBe(number),
  );
  it('knows its beginning and how often it changed', () => {
    expect([appearance(LIFELINE)?.number, changeCount(LIFELINE)]).toEqual([2, 2]);
    expect(appearance({ events: [] })).toBeNull();
  });
});

describe('ages', () => {
  const age = (fromLine: number, toLine: number, since: number | null, date = '') => ({
    fromLine,
    toLine,
    since,
    date,
  });
  const AGES = [
    age(1, 1, 1, '2010-01-01'),
    age(3, 4, 1, '2010-01-01'),
    age(6, 6, 3, '2019-05-02'),
    age(8, 8, null),
  ];
  it('are named where they begin, and shaded from new to old', () => {
    expect(ageMarks(AGES).map(({ label, band }) => [label, band])).toEqual([
      ['Jan 2010', 3],
      ['', 3],
      ['May 2019', 1],
      ['draft', 0],
    ]);
  });
  it('are found by line and said in words', () => {
    const found = ageOnLine(AGES, 4);
    expect(found && ageWords(found)).toBe('This paragraph reads so since 1 Jan 2010, version 1.');
    expect(ageOnLine(AGES, 5)).toBeNull();
  });
});
