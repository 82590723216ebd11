import { describe, expect, it } from 'vitest';
import { openFactColumns } from '../../../main/engine/fact-columns.ts';
import { prepareText } from '../../../shared/align/align.ts';
import { factsOf, readFactColumn, tableOf } from '../../../shared/align/facts.ts';

describe('columns that are kept', () => {
  const column = (language: string) => ({ cells: [], language });

  it('are found by their text, and forgotten when they were unused for longest', () => {
    const columns = openFactColumns(2);
    columns.keep('a', column('a'));
    columns.keep('b', column('b'));
    expect(columns.find('a')).toEqual(column('a'));
    columns.keep('c', column('c'));
    expect(['a', 'b', 'c'].map((text) => columns.find(text)?.language ?? null)).toEqual(['a', null, 'c']);
  });

  it('make the same table at whatever place they stand', () => {
    const texts = ['# Keeping\n\nWe retain logs for 60 days.', '# Age\n\nYou must be at least 13 years old.'];
    const prepared = texts.map((text, index) => prepareText({ label: `t${index}`, text }, index));
    const columns = texts.map((text) => readFactColumn(prepareText({ label: '', text }, 0)));
    expect(tableOf(['t0', 't1'], columns)).toEqual(factsOf(prepared));
    expect(tableOf(['t1', 't0'], [...columns].reverse())).toEqual(factsOf([...prepared].reverse()));
  });
});
