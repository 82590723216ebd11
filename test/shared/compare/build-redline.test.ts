import { expect, it } from 'vitest';
import { buildRedline } from '../../../shared/compare/build-redline.ts';
import { compareTexts } from '../../../shared/compare/compare.ts';
import type { RedlineBlock, RedlineRow } from '../../../shared/compare/redline.ts';

const ALDER = 'Alder keeps the records of its customers for as long as the law of the land demands it.';
const BIRCH = 'Birch never sells anything that it learns from the people who visit its pages on the web.';
const CEDAR = 'Cedar answers each request within thirty days of the day on which the letter reached it.';

it('puts corresponding passages side by side and says what became of them', () => {
  const rows = rowsOf(
    `# Policy\n\n${ALDER}\n\n${BIRCH}\n`,
    `# Policy\n\n${ALDER.replace('law', 'rule')}\n\n${CEDAR}\n`,
  );
  expect(rows.map(({ status, a, b }) => [status, wordsOf(a), wordsOf(b)])).toEqual([
    ['same', 'Policy', 'Policy'],
    ['changed', 'Alder', 'Alder'],
    ['deleted', 'Birch', ''],
    ['inserted', '', 'Cedar'],
  ]);
});

it('shows both versions of a changed passage in one flow', () => {
  const [row] = rowsOf('We keep it for 7 days.', 'We keep it for up to 60 days.');
  const runs = row?.inline.kind === 'paragraph' ? row.inline.runs : [];
  expect(runs.map(({ op, text }) => [op, text])).toEqual([
    ['keep', 'We keep it for '],
    ['delete', '7'],
    ['insert', 'up to 60'],
    ['keep', ' days.'],
  ]);
  expect(row?.changes).toEqual([1]);
});

it('gives a moved passage a row at either end, with one number', () => {
  const text = (parts: readonly string[]): string => `${parts.join('\n\n')}\n`;
  const rows = rowsOf(text([ALDER, BIRCH, CEDAR]), text([BIRCH, CEDAR, ALDER]));
  expect(rows.map(({ status, move }) => [status, move])).toEqual([
    ['moved-away', 1],
    ['same', undefined],
    ['same', undefined],
    ['moved-here', 1],
  ]);
});

it('compares tables cell by cell', () => {
  const table = (country: string): string =>
    `| Vendor | Country |\n| --- | --- |\n| Mapleway | ${country} |\n`;
  const rows = rowsOf(table('Ireland'), table('France'));
  const row = rows[1];
  const cells = row?.inline.kind === 'table-row' ? row.inline.cells : [];
  expect(rows.map(({ status }) => status)).toEqual(['same', 'changed']);
  expect(cells.map((runs) => runs.map(({ op, text }) => `${op} ${text}`))).toEqual([
    ['keep Mapleway'],
    ['delete Ireland', 'insert France'],
  ]);
});

it('keeps the marks of lists, quotes and links', () => {
  const [item, quote] = rowsOf('', '3. See [**terms**](https://a.example).\n\n> Quoted.\n');
  expect(item?.b).toMatchObject({ kind: 'list-item', depth: 1, marker: '3.' });
  expect(item?.b?.kind === 'list-item' ? item.b.runs[1] : null).toMatchObject({
    text: 'terms',
    styles: ['strong'],
    href: 'https://a.example',
  });
  expect(quote?.b).toMatchObject({ kind: 'paragraph', quote: 1 });
});

function rowsOf(a: string, b: string): readonly RedlineRow[] {
  return buildRedline(compareTexts({ label: 'old', text: a }, { label: 'new', text: b })).rows;
}

/** The first word of a block; empty for none. */
function wordsOf(block: RedlineBlock | null): string {
  if (!block || block.kind === 'rule' || block.kind === 'table-row') return '';
  return (
    block.runs
      .map(({ text }) => text)
      .join('')
      .split(' ')[0] ?? ''
  );
}

it('shows the settings at the head of a file as they stand, not as a heading', () => {
  const file = (days: number): string => `---\ntitle: Berths\nsummary: Kept ${days} days\n---\n\n# Berths\n`;
  const rows = rowsOf(file(7), file(8));
  expect(rows.map(({ status, b }) => [status, b?.kind])).toEqual([
    ['changed', 'code'],
    ['same', 'heading'],
  ]);
});
