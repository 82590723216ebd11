import { describe, expect, it } from 'vitest';
import { layoutTimeline, missingEntries } from '../../../renderer/history/timeline-layout.ts';
import { listRows } from '../../../renderer/history/version-rows.ts';
import type { HistoryEntry } from '../../../shared/structure/inspection.ts';
import { version } from '../helpers/policies.ts';

const stated = (iso: string): HistoryEntry => ({
  iso,
  note: 'told',
  link: '',
  line: 1,
  range: { from: 0, to: 0 },
});
const VERSIONS = [
  version(3, { effectiveDate: '2019-05-02', words: 1000 }),
  version(2, { effectiveDate: '2015-01-01', words: 200, kind: 'editorial' }),
  version(1, { effectiveDate: null, savedAt: '2010-07-02T10:00:00.000Z', words: 190 }),
];

describe('timeline', () => {
  it('places versions by date, inside the width', () => {
    const { marks } = layoutTimeline(VERSIONS, [], 1000);
    expect(marks.map((mark) => mark.date)).toEqual(['2010-07-02', '2015-01-01', '2019-05-02']);
    const xs = marks.map((mark) => mark.x);
    expect(xs).toEqual(xs.toSorted((a, b) => a - b));
    for (const { x, radius } of marks) {
      expect(x - radius).toBeGreaterThan(0);
      expect(x + radius).toBeLessThan(1000);
    }
  });

  it('draws the larger change larger, and tells kinds apart', () => {
    const { marks } = layoutTimeline(VERSIONS, [], 1000);
    expect(marks[2]?.radius).toBeGreaterThan(marks[1]?.radius ?? 0);
    expect(marks.map((mark) => mark.kind)).toEqual(['substantive', 'editorial', 'substantive']);
  });

  it('adds what the text names and the library does not hold, once each', () => {
    const told = [stated('2019-05-02'), stated('2008-03-15'), stated('2008-03-15')];
    expect(missingEntries(VERSIONS, told).map(({ iso }) => iso)).toEqual(['2008-03-15']);
    const { marks, years } = layoutTimeline(VERSIONS, told, 1000);
    expect(marks[0]).toMatchObject({ kind: 'missing', date: '2008-03-15', version: null });
    expect([years[0]?.year, years.at(-1)?.year]).toEqual([2008, 2020]);
  });

  it('stacks versions of the same days instead of covering one by another', () => {
    const close = Array.from({ length: 4 }, (_, index) =>
      version(4 - index, { effectiveDate: `2020-01-0${4 - index}`, words: 100 }),
    );
    const { marks } = layoutTimeline(close, [], 600);
    expect(new Set(marks.map((mark) => mark.y)).size).toBe(4);
  });

  it('names only as many years as there is room for', () => {
    const long = [version(2, { effectiveDate: '2025-01-01' }), version(1, { effectiveDate: '1995-01-01' })];
    const { years } = layoutTimeline(long, [], 500);
    expect(years.filter((year) => year.named).length).toBeLessThan(12);
  });

  it('has room for a policy without any version', () => {
    expect(layoutTimeline([], [], 300).marks).toEqual([]);
  });
});

it('the list has the missing versions where their dates belong', () => {
  const rows = listRows(VERSIONS, [stated('2008-03-15'), stated('2017-01-01'), stated('2020-01-01')]);
  const names = rows.map((row) => (row.kind === 'version' ? row.version.number : row.entry.iso));
  expect(names).toEqual(['2020-01-01', 3, '2017-01-01', 2, 1, '2008-03-15']);
  expect(rows.map((row) => (row.kind === 'version' ? (row.before?.number ?? null) : undefined))).toEqual([
    undefined,
    2,
    undefined,
    1,
    null,
    undefined,
  ]);
});
