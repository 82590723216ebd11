import type { Table, TableRow } from '../markdown/document.ts';
import type { TextRange } from '../model/text.ts';
import { findDates } from './calendar.ts';
import type { HistoryEntry } from './inspection.ts';
import { slicePlainText, sourceRange } from './plain-text.ts';
import type { Passage, Reading } from './reading.ts';
import { headingOf } from './reading.ts';

/** Headings under which earlier versions are listed. */
const HISTORY_HEADING =
  /\b(?:(?:document|version|change|revision|policy|update|amendment)s?[- ](?:history|log)|change ?log|history of (?:changes|versions|updates|revisions)|(?:previous|prior|past|earlier|older|archived?|former) (?:versions?|revisions?)|(?:recent|summary of|what(?:['’]s| has)) (?:recent )?chang(?:es|ed)|release notes|archive)\b/i;
/** An entry is a line that opens with its date; this many characters of markup or a word may come before ("On ", "v2, "). */
const OPENING = 12;
/** "Version 2.1 (" before the date. */
const VERSION = /^\W*(?:version|v|rev(?:ision)?|release|update)\b[^.]{0,6}[\d.]*[\s(:,–—-]*$/i;
/** "… - published March 15, 2008": a date that closes the line and is introduced. */
const INTRODUCED =
  /\b(?:published|effective|updated|revised|dated?|from|since|issued|posted|last|of|on)\b[\s:]*$/i;
/** The policy's own date, often set below the list of its earlier versions. */
const OWN_DATE = /\b(?:date of )?last (?:update[ds]?|revised|modified|revision|change[ds]?)\b/i;
/** A title that stands as a line of text. */
const LONGEST_LABEL = 60;
/** Without a heading that says so, this many entries in a row make a history. */
const UNTITLED_ENTRIES = 3;

/** Reads the document's own list of versions, from a list, a table, dated headings or plain lines. */
export function readHistory(reading: Reading): HistoryEntry[] {
  const entries: { entry: HistoryEntry; titled: boolean; group: unknown }[] = [];
  let label = '';
  const seenTables = new Set<Table>();
  for (const passage of reading.passages) {
    if (passage.kind === 'heading') label = '';
    else if (isLabel(passage)) label = passage.plain.text;
    const titled = HISTORY_HEADING.test(headingOf(reading, passage)) || HISTORY_HEADING.test(label);
    if (passage.table) {
      if (seenTables.has(passage.table)) continue;
      seenTables.add(passage.table);
      for (const entry of readTable(reading, passage.table))
        entries.push({ entry, titled, group: passage.table });
      continue;
    }
    const linked = titled || HISTORY_HEADING.test(passage.plain.text) ? readDatedLinks(reading, passage) : [];
    entries.push(...linked.map((entry) => ({ entry, titled: true, group: passage })));
    const lines =
      titled || HISTORY_HEADING.test(passage.plain.text.slice(0, LONGEST_LABEL))
        ? linesOf(passage)
        : [passage];
    if (linked.length > 0) continue;
    if (!titled && isDateAlone(passage)) {
      const entry = readEntry(reading, passage, true);
      if (entry) entries.push({ entry, titled: false, group: 'dated lines' });
      continue;
    }
    if (!titled && !passage.item && lines.length < 2) continue;
    for (const part of lines) {
      const entry = readEntry(reading, part, titled || lines.length > 1);
      if (entry) entries.push({ entry, titled: titled || lines.length > 1, group: passage.heading });
    }
  }
  const size = new Map<unknown, number>();
  for (const { group } of entries) size.set(group, (size.get(group) ?? 0) + 1);
  return entries
    .filter(({ titled, group }) => titled || (size.get(group) ?? 0) >= UNTITLED_ENTRIES)
    .map(({ entry }) => entry);
}

/** "**25 March 2019**" over the list of what changed then. */
function isDateAlone({ item, plain: { text } }: Passage): boolean {
  if (item || text.length > LONGEST_LABEL) return false;
  const [date, second] = findDates(text);
  return date !== undefined && !second && !/[\p{L}\d]/u.test(text.slice(0, date.from) + text.slice(date.to));
}

/** A short line without a full stop: what texts that lost their headings have in place of them. */
function isLabel(passage: Passage): boolean {
  const { text } = passage.plain;
  return (
    passage.kind === 'paragraph' &&
    !passage.item &&
    text.length < LONGEST_LABEL &&
    !/[.:;,!?]$|\d{4}/.test(text.trim())
  );
}

/** "Earlier versions: [1 May 2018](…), [2 June 2019](…)": two or more links whose words are dates. */
function readDatedLinks(reading: Reading, { plain }: Passage): HistoryEntry[] {
  const entries = plain.marks.flatMap((mark): HistoryEntry[] => {
    const words = plain.text.slice(mark.from, mark.to).trim();
    const date = mark.kind === 'link' ? findDates(words)[0] : undefined;
    if (!date || date.to - date.from !== words.length) return [];
    const range = sourceRange(plain, mark.from, mark.to);
    return [{ iso: date.iso, note: '', link: mark.href, line: reading.lines.lineAt(range.from), range }];
  });
  return entries.length > 1 ? entries : [];
}

/** Lines of one paragraph, where each opens with a date or version, are entries of their own. */
function linesOf(passage: Passage): Passage[] {
  const { plain } = passage;
  const ends = [...plain.softBreaks, ...lineFeeds(plain.text), plain.text.length].sort((x, y) => x - y);
  const lines = ends.map((end, index) => ({ from: index === 0 ? 0 : (ends[index - 1] ?? 0) + 1, to: end }));
  const opens = ({ from, to }: TextRange): boolean => {
    const text = plain.text.slice(from, to);
    const date = findDates(text)[0];
    return date !== undefined && (date.from <= OPENING || VERSION.test(text.slice(0, date.from)));
  };
  const label = lines[0] && !opens(lines[0]) && HISTORY_HEADING.test(plain.text.slice(0, lines[0].to));
  const dated = label ? lines.slice(1) : lines;
  if (passage.item || dated.length < 2 || !dated.every(opens)) return [passage];
  return dated.map(({ from, to }) => ({
    ...passage,
    plain: slicePlainText(plain, from, to),
    range: sourceRange(plain, from, to),
  }));
}

function lineFeeds(text: string): number[] {
  return [...text.matchAll(/\n/g)].map((match) => match.index);
}

function readEntry(reading: Reading, passage: Passage, titled: boolean): HistoryEntry | null {
  const { text } = passage.plain;
  const dates = findDates(text);
  const first = dates[0];
  const isLine = passage.kind === 'paragraph' ? !passage.item : HISTORY_HEADING.test(text);
  if (!first || OWN_DATE.test(text) || (isLine && /^\W*effective\b/i.test(text))) return null;
  const before = text.slice(0, first.from);
  const opening = (before.length <= OPENING || VERSION.test(before)) && (titled || first.from === 0);
  const introduced = dates.find((date) => INTRODUCED.test(text.slice(0, date.from)));
  const date = opening ? first : titled ? introduced : undefined;
  if (!date) return null;
  const next = passage.item ? undefined : reading.passages[passage.index + 1];
  const after = passage.kind === 'heading' || isDateAlone(passage) ? next : undefined;
  const note = cleanNote(text.slice(0, date.from), text.slice(date.to));
  const range = passage.item ? { from: passage.item.from, to: passage.item.to } : passage.range;
  return {
    iso: date.iso,
    note: note || (after?.kind === 'paragraph' ? after.plain.text : ''),
    link: passage.plain.marks.find((mark) => mark.kind === 'link')?.href ?? '',
    line: reading.lines.lineAt(range.from),
    range,
  };
}

/** What an entry says besides its date, without the punctuation that joined the two. */
function cleanNote(before: string, after: string): string {
  const lead = before
    .replace(INTRODUCED, '')
    .replace(/[\s:,([–—-]+$/, '')
    .trim();
  const rest = after.replace(/^[\s:.,)\]–—|-]+/, '').trim();
  return [lead.replace(/^(?:on|from|as of)$/i, ''), rest].filter(Boolean).join(' ').replace(/\s+/g, ' ');
}

/** A table is a history when every filled row has a date in one and the same column. */
function readTable(reading: Reading, table: Table): HistoryEntry[] {
  const column = table.head.cells.findIndex((_, index) =>
    table.rows.every((row) => !row.cells[index] || dateOfCell(reading, row, index) !== null),
  );
  if (column < 0 || table.rows.length === 0) return [];
  return table.rows.flatMap((row) => {
    const iso = dateOfCell(reading, row, column);
    if (!iso) return [];
    const cells = passagesOf(reading, row);
    const notes = cells.filter((_, index) => index !== column).map((cell) => cell.plain.text.trim());
    const link = cells.flatMap((cell) => cell.plain.marks).find((mark) => mark.kind === 'link')?.href ?? '';
    const note = notes.filter(Boolean).join(' ');
    return [{ iso, note, link, line: reading.lines.lineAt(row.from), range: { from: row.from, to: row.to } }];
  });
}

function dateOfCell(reading: Reading, row: TableRow, column: number): string | null {
  const cell = row.cells[column];
  if (!cell) return null;
  const date = findDates(reading.text.slice(cell.from, cell.to))[0];
  return date && date.to - date.from > (cell.to - cell.from) / 2 ? date.iso : null;
}

function passagesOf(reading: Reading, row: TableRow): Passage[] {
  return reading.passages.filter(
    (passage) => passage.kind === 'cell' && passage.range.from >= row.from && passage.range.to <= row.to,
  );
}
