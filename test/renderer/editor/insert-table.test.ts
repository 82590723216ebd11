import { expect, it } from 'vitest';
import { insertTable } from '../../../renderer/editor/insert-table.ts';
import { applyEdits } from '../../../shared/model/text.ts';

const TABLE = '| Title | Title |\n| --- | --- |\n|  |  |';

/** `|` in the text is the caret. */
function insert(marked: string): string {
  const offset = marked.indexOf('|');
  const { edits, selection } = insertTable(marked.replace('|', ''), offset);
  const text = applyEdits(marked.replace('|', ''), edits);
  expect(text.slice(selection.from, selection.to)).toBe('Title');
  return text.replace(TABLE, 'T');
}

it.each([
  ['|', 'T'],
  ['One |line.', 'One line.\n\nT'],
  ['One |line.\n', 'One line.\n\nT\n'],
  ['One |line\nand more.\n\nNext.', 'One line\nand more.\n\nT\n\nNext.'],
  ['One.\n|\nNext.', 'One.\n\nT\n\nNext.'],
  ['One.\n\n|\n\nNext.', 'One.\n\nT\n\nNext.'],
])('a table stands apart: %j', (marked, expected) => {
  expect(insert(marked)).toBe(expected);
});
