import { describe, expect, it } from 'vitest';
import { rowAround, rowOnLine } from '../../../renderer/editor/panels/caret-row.ts';
import { commitmentLength } from '../../../renderer/editor/panels/commitment-words.ts';
import { languageName } from '../../../renderer/editor/panels/language-name.ts';
import { panelKind } from '../../../renderer/editor/panels/panel-kinds.ts';
import { versionFormError } from '../../../renderer/editor/version-form.ts';

const ROWS = [{ line: 3 }, { line: 7 }, { line: 7 }, { line: 20 }];

describe('the row of the caret', () => {
  it.each([
    [1, -1],
    [3, 0],
    [6, 0],
    [7, 2],
    [19, 2],
    [500, 3],
  ])('line %d is in row %d', (line, row) => {
    expect(rowAround(ROWS, line)).toBe(row);
  });
  it('is exact where rows are single places', () => {
    expect([2, 7, 20].map((line) => rowOnLine(ROWS, line))).toEqual([-1, 1, 3]);
  });
});

it('says lengths of time as people do', () => {
  const say = (value: number, unit: 'day' | 'working-day' | 'age'): string =>
    commitmentLength({ kind: 'other', value, unit, quote: '', line: 1, range: { from: 0, to: 0 } });
  expect([say(1, 'day'), say(60, 'day'), say(5, 'working-day'), say(16, 'age')]).toEqual([
    '1 day',
    '60 days',
    '5 working days',
    '16 years old',
  ]);
});

it('survives unknown remembered values', () => {
  expect([panelKind('links'), panelKind('nonsense'), panelKind('')]).toEqual(['links', 'outline', 'outline']);
  expect([languageName('de'), languageName(''), languageName('not a tag')]).toEqual([
    'German',
    'Not known',
    'not a tag',
  ]);
});

it('accepts only days of the calendar as effective dates', () => {
  const error = (effectiveDate: string): boolean =>
    versionFormError({ effectiveDate, note: '', kind: 'editorial', author: '' }) !== null;
  expect(['', '2024-02-29', '2023-02-29', '2024-13-01', '24-01-01'].map(error)).toEqual([
    false,
    false,
    true,
    true,
    true,
  ]);
});
