import type { MarkdownDocument } from '../../markdown/document.ts';
import { escapeMarkdown } from '../../markdown/escape-markdown.ts';
import { parseDocument } from '../../markdown/parse-document.ts';
import { applyEdits, type TextEdit } from '../../model/text.ts';
import { type PlacedPractice, type PracticeField, readDataPractices } from '../data-practices.ts';
import type { DataPractice, Inspection } from '../inspection.ts';
import { makeReading } from '../reading.ts';
import { type LensEdits, replaceRange } from './edits.ts';
import { newSection } from './new-section.ts';
import { writeCell, writeRowLike } from './table-source.ts';

/** What a person enters for a data practice. */
export type PracticeFields = Readonly<Record<PracticeField, string>>;

/** Which fields of each data practice can be written, in the order of `inspection.dataPractices`. */
export function practiceFields(document: MarkdownDocument): readonly (readonly PracticeField[])[] {
  return readDataPractices(makeReading(document)).map(({ places }) => Object.keys(places).filter(isField));
}

/** Changes what a table row or list item says of a data practice; what is not named stays. */
export function updatePractice(
  document: MarkdownDocument,
  inspection: Inspection,
  index: number,
  changes: Partial<PracticeFields>,
): LensEdits {
  const old = inspection.dataPractices[index];
  const placed = findPractice(document, old?.range.from);
  if (!old || !placed || (changes.category !== undefined && !changes.category.trim())) return null;
  const edits: TextEdit[] = [];
  for (const [field, entered] of Object.entries(changes)) {
    if (!isField(field)) continue;
    const words = fold(entered);
    if (words === old[field]) continue;
    const place = placed.places[field];
    if (!place || (!place.cell && !words)) return null;
    edits.push(
      ...(place.cell
        ? writeCell(document.text, place.cell, words)
        : replaceRange(document.text, place.range, escapeMarkdown(words))),
    );
  }
  return placed.form === 'table' || readsBack(document, edits, old, changes) ? edits : null;
}

/** True if the words, which in a list are told apart by punctuation alone, are then read as what was entered. */
function readsBack(
  document: MarkdownDocument,
  edits: readonly TextEdit[],
  old: DataPractice,
  changes: Partial<PracticeFields>,
): boolean {
  const after = makeReading(parseDocument(applyEdits(document.text, edits)));
  const read = readDataPractices(after).find(({ practice }) => practice.range.from === old.range.from);
  const wanted = (field: PracticeField): string => fold(changes[field] ?? old[field]);
  // Behind the other fields the point may be the sentence's.
  const said = (field: PracticeField, words: string): string =>
    field === 'category' ? words : words.replace(/\.$/, '');
  return (
    read !== undefined &&
    [...FIELDS].every(
      (field) => isField(field) && said(field, read.practice[field]) === said(field, wanted(field)),
    )
  );
}

/** Adds a practice after the last one of its table or list; a text that has neither gets a section with a table. */
export function addPractice(
  document: MarkdownDocument,
  inspection: Inspection,
  fields: PracticeFields,
): LensEdits {
  if (!fields.category.trim()) return null;
  const { text } = document;
  const placed = readDataPractices(makeReading(document)).findLast(({ form }) => form !== 'prose');
  if (!placed) return [newSection(document, inspection, 'What data we process', tableOf(fields))];
  const { range } = placed.practice;
  const table = makeReading(document).passages.find(
    (passage) => passage.table && passage.range.from >= range.from && passage.range.to <= range.to,
  )?.table;
  const row = table?.rows.find(({ from }) => from === range.from);
  const indent = text.slice(text.lastIndexOf('\n', range.from - 1) + 1, range.from);
  if (table && row) {
    const cells = table.head.cells.map((_, column) => {
      const field = Object.entries(placed.places).find(
        ([, place]) => place.range.from === row.cells[column]?.from,
      )?.[0];
      return field && isField(field) ? escapeMarkdown(fields[field]) : '';
    });
    return [{ from: row.to, to: row.to, insert: `\n${indent}${writeRowLike(text, row, cells)}` }];
  }
  const edits = addItem(text, placed, fields, indent);
  const after = edits ? makeReading(parseDocument(applyEdits(text, edits))) : null;
  const isRead =
    after && readDataPractices(after).some(({ practice }) => practice.category === fold(fields.category));
  return isRead ? edits : null;
}

/** The item with other words: its marker and what stands between the category and the rest. */
function addItem(
  text: string,
  { practice, places }: PlacedPractice,
  fields: PracticeFields,
  indent: string,
): LensEdits {
  const { range } = practice;
  const category = places.category?.range;
  if (!category || [fields.basis, fields.recipients, fields.retention].some((words) => words.trim()))
    return null;
  const opening = text.slice(range.from, category.from);
  const purpose = places.purpose?.range;
  if (fields.purpose.trim() && !purpose) return null;
  const joint = purpose ? text.slice(category.to, purpose.from) : '';
  const end = range.from + text.slice(range.from, range.to).trimEnd().length;
  const tail = text[end - 1] === '.' && fields.purpose.trim() ? '.' : '';
  const written = `${opening}${escapeMarkdown(fields.category)}${joint.trimEnd() === '' ? joint : joint.trimEnd()}`;
  const rest = fields.purpose.trim()
    ? `${/\s$/.test(joint) ? ' ' : ''}${escapeMarkdown(fields.purpose)}`
    : '';
  return [{ from: end, to: end, insert: `\n${indent}${written}${rest}${tail}` }];
}

/** Takes a practice's row or item out with its line, and a sentence out of its paragraph. */
export function removePractice(document: MarkdownDocument, inspection: Inspection, index: number): LensEdits {
  const placed = findPractice(document, inspection.dataPractices[index]?.range.from);
  if (!placed) return null;
  const { text } = document;
  const { from, to } = placed.practice.range;
  if (placed.form === 'prose') {
    const next = /^[ \t]*/.exec(text.slice(to))?.[0].length ?? 0;
    return [{ from, to: to + next, insert: '' }];
  }
  const start = text.lastIndexOf('\n', from - 1) + 1;
  const lineEnd = text.indexOf('\n', to);
  return lineEnd < 0
    ? [{ from: Math.max(0, start - 1), to: text.length, insert: '' }]
    : [{ from: start, to: lineEnd + 1, insert: '' }];
}

function tableOf({ category, purpose, basis, recipients, retention }: PracticeFields): string {
  const cells = [category, purpose, basis, recipients, retention].map((words) => escapeMarkdown(words));
  return `| Data | Purpose | Legal basis | Recipients | Kept for |\n| --- | --- | --- | --- | --- |\n| ${cells.join(' | ')} |`;
}

function findPractice(document: MarkdownDocument, from: number | undefined): PlacedPractice | null {
  const found = readDataPractices(makeReading(document)).find(({ practice }) => practice.range.from === from);
  return found ?? null;
}

const FIELDS: ReadonlySet<string> = new Set<PracticeField>([
  'category',
  'purpose',
  'basis',
  'recipients',
  'retention',
]);

function isField(name: string): name is PracticeField {
  return FIELDS.has(name);
}

function fold(words: string): string {
  return words.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}
