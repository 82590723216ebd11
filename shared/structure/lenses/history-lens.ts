import type { ListItem, MarkdownDocument, Table, TableRow } from '../../markdown/document.ts';
import { escapeMarkdown } from '../../markdown/escape-markdown.ts';
import { parseDocument, walkBlocks } from '../../markdown/parse-document.ts';
import { applyEdits, type TextEdit, type TextRange } from '../../model/text.ts';
import { findDates } from '../calendar.ts';
import { writeDateLike } from '../date-style.ts';
import { readHistory } from '../document-history.ts';
import type { HistoryEntry, Inspection } from '../inspection.ts';
import { makeReading } from '../reading.ts';
import { type LensEdits, replaceRange } from './edits.ts';
import { newSection } from './new-section.ts';
import { writeRowLike } from './table-source.ts';

/** An entry to be added to the document's history. */
export interface NewHistoryEntry {
  readonly iso: string;
  readonly note: string;
}

/**
 * Adds an entry to the document's history, in the form, order and manner of the entries that are there. A document without a
 * history gets a section for it at its end.
 */
export function addHistoryEntry(
  document: MarkdownDocument,
  inspection: Inspection,
  entry: NewHistoryEntry,
): LensEdits {
  if (findDates(entry.iso)[0]?.iso !== entry.iso || !entry.note.trim()) return null;
  const { history } = inspection;
  if (history.some(({ iso, note }) => iso === entry.iso && note === entry.note)) return [];
  const first = history[0];
  if (!first) return addSection(document, inspection, entry);
  const newestFirst = history.length < 2 || first.iso >= (history.at(-1)?.iso ?? '');
  const neighbour = newestFirst ? first : (history.at(-1) ?? first);
  const sample =
    history.find(({ range }) => opensWithDate(document.text.slice(range.from, range.to))) ?? neighbour;
  const line = writeLike(document, sample, entry);
  if (line === null) return null;
  const at = newestFirst ? neighbour.range.from : neighbour.range.to;
  const insert = newestFirst
    ? `${line}${indentOf(document.text, at)}`
    : `${lineBreak(document.text, at)}${line.trimEnd()}`;
  const edits = [{ from: at, to: at, insert }];
  // Dates that stand alone over what changed then do not all take an entry in one line.
  const after = readHistory(makeReading(parseDocument(applyEdits(document.text, edits))));
  return after.length === history.length + 1 ? edits : null;
}

/** Writes another date or note into an entry, where it stands; null where the entry is more than these two. */
export function updateHistoryEntry(
  document: MarkdownDocument,
  inspection: Inspection,
  index: number,
  changes: Partial<NewHistoryEntry>,
): LensEdits {
  const entry = inspection.history[index];
  if (!entry) return null;
  const { iso = entry.iso, note = entry.note } = changes;
  if (findDates(iso)[0]?.iso !== iso || !note.trim()) return null;
  const source = document.text.slice(entry.range.from, entry.range.to);
  const found = findDates(source).find((date) => date.iso === entry.iso);
  if (!found) return null;
  const edits: TextEdit[] = [];
  const at = (from: number, to: number): TextRange => ({
    from: entry.range.from + from,
    to: entry.range.from + to,
  });
  if (iso !== entry.iso) {
    const written = writeDateLike(source.slice(found.from, found.to), iso);
    edits.push(...replaceRange(document.text, at(found.from, found.to), written));
  }
  if (note.trim() === entry.note) return edits;
  const from = entry.note ? source.indexOf(entry.note, found.to) : -1;
  if (from < 0) return null; // set in several pieces, or with markup of its own
  edits.push(...replaceRange(document.text, at(from, from + entry.note.length), escapeMarkdown(note)));
  return edits;
}

/** Takes an entry out, with its line. */
export function removeHistoryEntry(
  document: MarkdownDocument,
  inspection: Inspection,
  index: number,
): LensEdits {
  const entry = inspection.history[index];
  if (!entry || placeOf(document, entry)?.kind === 'heading') return null;
  const { text } = document;
  const { from, to } = entry.range;
  const start = text.lastIndexOf('\n', from - 1) + 1;
  if (!/^[ \t>|]*$/.test(text.slice(start, from))) return null; // within a line
  const end = text.indexOf('\n', Math.max(from, from + text.slice(from, to).trimEnd().length));
  return end < 0
    ? [{ from: Math.max(0, start - 1), to: text.length, insert: '' }]
    : [{ from: start, to: end + 1, insert: '' }];
}

function opensWithDate(source: string): boolean {
  return (findDates(source)[0]?.from ?? Number.POSITIVE_INFINITY) < 12;
}

/** The entry as a list item, table row or paragraph, with the line end behind it. */
function writeLike(document: MarkdownDocument, sample: HistoryEntry, entry: NewHistoryEntry): string | null {
  const { text } = document;
  const source = text.slice(sample.range.from, sample.range.to);
  const place = placeOf(document, sample);
  const found = findDates(source)[0];
  if (!found || place?.kind === 'heading') return null;
  if (!place && text.slice(text.lastIndexOf('\n', sample.range.from - 1) + 1, sample.range.from).trim())
    return null; // within a line
  const date = writeDateLike(source.slice(found.from, found.to), entry.iso);
  const note = escapeMarkdown(entry.note);
  if (place?.kind === 'row') {
    const column = place.row.cells.findIndex(
      (cell) => findDates(document.text.slice(cell.from, cell.to)).length > 0,
    );
    const noteColumn = place.row.cells.findIndex((cell, index) => index !== column && cell.to > cell.from);
    const cells = place.table.head.cells.map((_, index) =>
      index === column ? date : index === noteColumn ? note : '',
    );
    return `${writeRowLike(document.text, place.row, cells)}\n`;
  }
  const opening = found.from < 12 ? source.slice(0, found.from) : '* ';
  const joint =
    /^(?:\*\*|__|\*|_)?[ \t]*[:–—-]?(?:\*\*|__|\*|_)?[ \t]*/.exec(source.slice(found.to))?.[0] ?? '';
  const separator = /[:–—-]/.test(joint) ? joint : `${joint.trimEnd()}: `;
  const gap = place?.kind === 'item' ? '\n' : '\n\n';
  return `${opening}${date}${/\s$/.test(separator) ? separator : `${separator} `}${note}${gap}`;
}

type Place =
  | { readonly kind: 'item'; readonly item: ListItem }
  | { readonly kind: 'row'; readonly row: TableRow; readonly table: Table }
  | { readonly kind: 'heading' };

function placeOf(document: MarkdownDocument, { range }: HistoryEntry): Place | null {
  for (const { block } of walkBlocks(document.blocks)) {
    if (block.kind === 'heading' && block.from === range.from) return { kind: 'heading' };
    if (block.kind === 'list') {
      const item = block.items.find(({ from }) => from === range.from);
      if (item) return { kind: 'item', item };
    }
    if (block.kind === 'table') {
      const row = block.rows.find(({ from }) => from === range.from);
      if (row) return { kind: 'row', row, table: block };
    }
  }
  return null;
}

/** What stands before an entry on its line, which the next line needs too. */
function indentOf(text: string, at: number): string {
  return text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
}

function lineBreak(text: string, at: number): string {
  const before = text.lastIndexOf('\n', at - 1);
  const indent = /^[ \t>]*/.exec(text.slice(before + 1, at))?.[0] ?? '';
  return `\n${indent}`;
}

function addSection(document: MarkdownDocument, inspection: Inspection, entry: NewHistoryEntry): LensEdits {
  const date = writeDateLike('2 May 2019', entry.iso);
  const line = `* ${date}: ${escapeMarkdown(entry.note)}`;
  return [newSection(document, { ...inspection, history: [] }, 'Document history', line)];
}
