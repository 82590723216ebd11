import { TEXT_WIDTH } from './docx-page.ts';

/** Characters of table text that fit side by side between the margins. */
const LINE_LENGTH = 95;
/** Longer words than this may break: an address must not take the room of all other columns. */
const LONGEST_WORD = 24;

/**
 * The widths of a table's columns in twentieths of a point, from what stands in them, as browsers lay tables out (CSS 2.1, 17.5.2.2): room for
 * the longest word first, the rest by the longest text. Word and LibreOffice would make them all equal.
 */
export function columnWidths(rows: readonly (readonly string[])[], columns: number): number[] {
  const least = columnsOf(rows, columns, longestWord);
  const most = columnsOf(rows, columns, (text) => text.length + 2);
  const wanted = sum(most) <= LINE_LENGTH ? most : shareOut(least, most);
  const total = sum(wanted);
  return wanted.map((width) => Math.round((TEXT_WIDTH * width) / total));
}

function columnsOf(
  rows: readonly (readonly string[])[],
  columns: number,
  measure: (text: string) => number,
): number[] {
  return Array.from({ length: columns }, (_, column) =>
    rows.reduce((widest, cells) => Math.max(widest, measure(cells[column] ?? '')), 4),
  );
}

function shareOut(least: readonly number[], most: readonly number[]): number[] {
  const room = Math.max(0, LINE_LENGTH - sum(least));
  const wishes = most.map((width, column) => Math.max(0, width - (least[column] ?? 0)));
  const wished = Math.max(1, sum(wishes));
  return least.map((width, column) => width + (room * (wishes[column] ?? 0)) / wished);
}

function longestWord(text: string): number {
  const longest = text.split(/\s+/).reduce((most, word) => Math.max(most, word.length), 0);
  return Math.min(longest, LONGEST_WORD) + 2;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
