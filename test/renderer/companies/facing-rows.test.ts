import { expect, test } from 'vitest';
import { facingRows } from '../../../renderer/companies/facing-rows.ts';
import type { AlignmentLink, PassageSummary } from '../../../shared/align/alignment.ts';

/** Passages `a1`, `a2` … of a document, one after the other. */
function passages(letter: string, count: number): PassageSummary[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `${letter}${index + 1}`,
    heading: `${letter}${index + 1}`,
    path: [],
    fromLine: index + 1,
    toLine: index + 1,
    range: { from: index * 10, to: index * 10 + 10 },
    topics: [],
    categories: [],
    anchor: { path: [], hash: '' },
  }));
}

/** `a1-b2 0.5` */
function links(...notation: readonly string[]): AlignmentLink[] {
  return notation.map((line) => {
    const [, from = '', to = '', score] = /^(\w+)-(\w+) ([\d.]+)$/.exec(line) ?? [];
    const reasons = {
      topics: [],
      topicSimilarity: 0,
      headingSimilarity: 0,
      wordingSimilarity: 0,
      sharedTerms: [],
      sharedSpellings: [],
    };
    return { from, to, score: Number(score), origin: 'computed', reasons };
  });
}

function draw(lead: PassageSummary[], other: PassageSummary[], ...notation: readonly string[]): string[] {
  return facingRows(lead, other, links(...notation)).map(
    (row) =>
      `${row.lead?.id ?? '-'} | ${row.facing.map(({ id }) => id).join(' ') || '-'} | ${row.links.map((item) => `${item.passage.id}@${item.row}`).join(' ')}`,
  );
}

test('corresponding passages face each other; the others keep their place', () => {
  expect(draw(passages('a', 3), passages('b', 4), 'a1-b1 0.9', 'a3-b3 0.8')).toEqual([
    'a1 | b1 | b1@0',
    'a2 | - | ',
    '- | b2 | ',
    'a3 | b3 | b3@3',
    '- | b4 | ',
  ]);
});

test('many to many: each passage stands in full once, later rows refer back, the strongest link first', () => {
  expect(draw(passages('a', 2), passages('b', 2), 'a1-b2 0.4', 'a1-b1 0.7', 'a2-b2 0.9')).toEqual([
    'a1 | b1 b2 | b1@0 b2@0',
    'a2 | - | b2@0',
  ]);
});

test('either document can lead with the same links', () => {
  expect(draw(passages('b', 2), passages('a', 1), 'a1-b2 0.4')).toEqual(['b1 | - | ', 'b2 | a1 | a1@1']);
});

test('every passage of both documents is shown exactly once', () => {
  const [a, b] = [passages('a', 9), passages('b', 7)];
  const made = Array.from({ length: 20 }, (_, n) => `a${((n * 7) % 9) + 1}-b${((n * 5) % 7) + 1} 0.${n + 1}`);
  const rows = facingRows(a, b, links(...made));
  expect(rows.flatMap(({ lead }) => lead?.id ?? [])).toEqual(a.map(({ id }) => id));
  expect(rows.flatMap(({ facing }) => facing.map(({ id }) => id)).sort()).toEqual(b.map(({ id }) => id));
  for (const row of rows)
    for (const item of row.links) expect(rows[item.row]?.facing).toContain(item.passage);
});
