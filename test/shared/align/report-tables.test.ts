import { describe, expect, it } from 'vitest';
import { align } from '../../../shared/align/align.ts';
import { csvText } from '../../../shared/align/csv-text.ts';
import { buildFacts } from '../../../shared/align/facts.ts';
import {
  coverageTable,
  factsReportTable,
  linksTable,
  vendorsTable,
} from '../../../shared/align/report-tables.ts';

const texts = [
  { label: 'Wren', text: '# Cookies\n\nWe use cookies and web beacons.\n\n# Pigeons\n\nThey fly.' },
  { label: 'Finch', text: '# Cookies\n\nWe set session cookies and web beacons.' },
];

describe('report tables', () => {
  const alignment = align(texts);

  it('are as wide as their heads', () => {
    const facts = buildFacts(texts);
    for (const { head, rows } of [
      coverageTable(alignment),
      linksTable(alignment),
      factsReportTable(facts),
      vendorsTable(facts),
    ])
      expect(rows.filter((row) => row.length !== head.length)).toEqual([]);
  });

  it('say status and lines, and what nothing was found of', () => {
    const { rows } = coverageTable(alignment);
    expect(rows).toContainEqual([
      '  Cookies and similar technologies',
      'covered (lines 1-3)',
      'covered (lines 1-3)',
    ]);
    expect(rows).toContainEqual(['Do Not Track', 'absent', 'absent']);
  });

  it('list links and what corresponds to nothing', () => {
    const rows = linksTable(alignment).rows.map((row) => [row[0], row[1], row[4]]);
    expect(rows).toEqual([
      ['Wren', 'Cookies', 'Cookies'],
      ['Wren', 'Pigeons', 'nothing corresponds'],
    ]);
  });
});

describe('CSV', () => {
  it.each([
    ['plain', 'plain'],
    ['a,b', '"a,b"'],
    ['say "so"', '"say ""so"""'],
    ['two\nlines', '"two\nlines"'],
    ['  indented', '"  indented"'],
    ['=1+1', "'=1+1"],
    ['-x', "'-x"],
    ['@SUM(A1)', "'@SUM(A1)"],
  ])('writes %j', (cell, expected) => {
    expect(csvText({ name: '', head: ['h'], rows: [[cell]] })).toBe(`h\r\n${expected}\r\n`);
  });
});
