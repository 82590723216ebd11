import { describe, expect, it } from 'vitest';
import {
  addColumn,
  addRow,
  alignColumn,
  deleteColumn,
  deleteRow,
  enterInTable,
  moveToCell,
  tableAt,
  tidyTable,
} from '../../../renderer/editor/table-commands.ts';
import type { TextCommand } from '../../../renderer/editor/text-commands.ts';
import { applyEdits } from '../../../shared/model/text.ts';

/** Runs a command at `^` and shows the selection as `[…]`, a caret as `^`. */
function run(marked: string, command: (text: string, offset: number) => TextCommand | null): string | null {
  const offset = marked.indexOf('^');
  const text = marked.replace('^', '');
  const result = command(text, offset);
  if (!result) return null;
  const after = applyEdits(text, result.edits);
  const { from, to } = result.selection;
  const chosen = from === to ? '^' : `[${after.slice(from, to)}]`;
  return after.slice(0, from) + chosen + after.slice(to);
}

const next = (text: string, offset: number) => moveToCell(text, offset, 1);
const previous = (text: string, offset: number) => moveToCell(text, offset, -1);
const T = '| Name | Place |\n| --- | --- |\n| Oar | Oslo |';

describe('the table at an offset', () => {
  it.each([
    ['no table | here', 3],
    ['| a |\n| b |', 2],
    ['text\n\n', 2],
  ])('is none in %j', (text, offset) => expect(tableAt(text, offset)).toBeNull());
  it('is found without bars at its ends, and with escaped bars', () => {
    expect(tableAt('a | b\n--- | ---\nx \\| y | z', 20)).toMatchObject({ row: 2, column: 0 });
  });
});

describe('keys in a table', () => {
  it.each([
    ['the next cell', T.replace('Name', 'Na^me'), next, T.replace('Place', '[Place]')],
    ['over the delimiter row', T.replace('Place', 'Pl^ace'), next, T.replace('Oar', '[Oar]')],
    ['a row behind the last cell', T.replace('Oslo', 'Oslo^'), next, `${T}\n| ^ |  |`],
    ['the cell before', T.replace('Oar', '^Oar'), previous, T.replace('Place', '[Place]')],
    ['nothing before the first', T.replace('Name', '^Name'), previous, null],
    ['a row for Enter', T.replace('Oar', 'Oar^'), enterInTable, `${T}\n| ^ |  |`],
    [
      'a first row for Enter in the head',
      T.replace('Name', 'Name^'),
      enterInTable,
      T.replace('--- |\n', '--- |\n| ^ |  |\n'),
    ],
    ['the end of the table for Enter in an empty row', `${T}\n| ^ |  |`, enterInTable, `${T}\n^`],
    ['nothing before the table', `^${T}`, enterInTable, null],
  ] as const)('%s', (_name, before, command, after) => expect(run(before, command)).toBe(after));
});

describe('rows and columns', () => {
  it.each([
    [
      'a row above',
      T.replace('Oar', 'O^ar'),
      (t, o) => addRow(t, o, 'above'),
      T.replace('--- |\n', '--- |\n| ^ |  |\n'),
    ],
    ['a row less', `${T}\n| B^ | C |`, deleteRow, T.replace('Oar', '^Oar')],
    ['no head less', T.replace('Name', 'N^ame'), deleteRow, null],
    [
      'a column behind',
      T.replace('Oar', 'O^ar'),
      (t, o) => addColumn(t, o, 'behind'),
      '| Name |  | Place |\n| --- | --- | --- |\n| Oar | ^ | Oslo |',
    ],
    [
      'a column before',
      T.replace('Oar', 'O^ar'),
      (t, o) => addColumn(t, o, 'before'),
      '|  | Name | Place |\n| --- | --- | --- |\n| ^ | Oar | Oslo |',
    ],
    ['a column less', T.replace('Oar', 'O^ar'), deleteColumn, '| Place |\n| --- |\n|^ Oslo |'],
    ['the last column less', T.replace('Oslo', 'O^slo'), deleteColumn, '| Name |\n| --- |\n| Oar ^|'],
    [
      'right alignment',
      T.replace('Oslo', 'O^slo'),
      (t, o) => alignColumn(t, o, 'right'),
      '| Name | Place |\n| --- | --: |\n| Oar | O^slo |',
    ],
    [
      'bars below each other',
      T.replace('Oslo', 'O^slo'),
      tidyTable,
      '| Name | Place |\n| ---- | ----- |\n| Oar  | ^Oslo  |',
    ],
  ] satisfies readonly (readonly [
    string,
    string,
    (t: string, o: number) => TextCommand | null,
    string | null,
  ])[])('%s', (_name, before, command, after) => expect(run(before, command)).toBe(after));
  it('tidies once and for all', () => {
    const tidy = (text: string): string => applyEdits(text, tidyTable(text, 2)?.edits ?? []);
    const once = tidy('a|b\n:-:|-\nlong words|é');
    expect(once).toBe('| a          | b   |\n| :--------: | --- |\n| long words | é   |');
    expect(tidy(once)).toBe(once);
  });
});
