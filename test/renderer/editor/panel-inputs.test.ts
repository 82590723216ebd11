import { expect, test } from 'vitest';
import { nextCell } from '../../../renderer/components/grid-keys.ts';
import { refuseLinks, splitLinks } from '../../../renderer/editor/panels/entered-links.ts';
import { linkRows } from '../../../renderer/editor/panels/link-rows.ts';
import { parsePeriod } from '../../../renderer/editor/panels/period-words.ts';
import { check } from '../../../shared/checks/check.ts';
import { parseDocument } from '../../../shared/markdown/parse-document.ts';
import { inspect } from '../../../shared/structure/inspect.ts';

test.each([
  ['60 days', 'day', { value: 60, unit: 'day' }],
  ['60', 'month', { value: 60, unit: 'month' }],
  ['10 working days', 'day', { value: 10, unit: 'working-day' }],
  ['2 Weeks', 'day', { value: 2, unit: 'week' }],
  ['16', 'age', { value: 16, unit: 'age' }],
  ['16 years old', 'age', { value: 16, unit: 'age' }],
  ['2 months', 'age', null],
  ['a while', 'day', null],
  ['0 days', 'day', null],
  ['3 moons', 'day', null],
] as const)('the period %s over a unit of %s', (entered, unit, expected) => {
  expect(parsePeriod(entered, unit)).toEqual(expected);
});

test('addresses are taken with or without their scheme, and others refused', () => {
  expect(splitLinks('a.example/p, https://b.example #c')).toEqual([
    'https://a.example/p',
    'https://b.example',
    '#c',
  ]);
  expect(['', 'a.example', 'mailto:x@a.example', '#top'].map(refuseLinks)).toEqual([null, null, null, null]);
  for (const wrong of ['nowhere', 'javascript:alert(1)', 'https://', 'file:///etc/passwd'])
    expect(refuseLinks(wrong), wrong).toContain('is no address of a page');
});

test('keys lead from cell to cell and stay within the grid', () => {
  const press = (key: string, row: number, column: number, ctrlKey = false): unknown =>
    nextCell({ key, ctrlKey, metaKey: false }, { row, column }, 4, 3);
  expect(press('ArrowRight', 1, 1)).toEqual({ row: 1, column: 2 });
  expect(press('ArrowRight', 1, 2)).toEqual({ row: 1, column: 2 });
  expect(press('ArrowDown', 4, 0)).toEqual({ row: 4, column: 0 });
  expect(press('ArrowDown', 0, 2, true)).toEqual({ row: 4, column: 2 });
  expect(press('Home', 2, 2, true)).toEqual({ row: 0, column: 0 });
  expect(press('End', 2, 0)).toEqual({ row: 2, column: 2 });
  expect(press('PageUp', 3, 1)).toEqual({ row: 0, column: 1 });
  expect(press('x', 3, 1)).toBeNull();
});

test('links and references stand in the order of the text, each with its state', () => {
  const text = `# Terms

## 1. Ferries

See [rights](#2-rights), [nothing](#no-such), [a@x.example](mailto:b@x.example) and Section 2. See Section 9.

## 2. Rights

Text.
`;
  const document = parseDocument(text);
  const inspection = inspect(document);
  const rows = linkRows(inspection, check(document, inspection).findings);
  expect(rows.map(({ kind, text: words, target, state }) => [kind, words, target, state])).toEqual([
    ['link', 'rights', '#2-rights', 'ok'],
    ['link', 'nothing', '#no-such', 'dead'],
    ['link', 'a@x.example', 'mailto:b@x.example', 'wrong'],
    ['reference', 'Section 2', '2. Rights', 'ok'],
    ['reference', 'Section 9', '9', 'dead'],
  ]);
  expect(rows[4]?.problem).toBe('This document has no section 9.');
});
