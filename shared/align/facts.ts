import { indexLines } from '../model/text.ts';
import { inspect } from '../structure/inspect.ts';
import type { TimeCommitmentKind } from '../structure/inspection.ts';
import { type PreparedText, prepareText } from './align.ts';
import type { AlignedText } from './alignment.ts';
import { coverTopic } from './coverage.ts';
import {
  type FactSource,
  readContacts,
  readDates,
  readEntities,
  readLength,
  readReadability,
  readSales,
  readTimes,
  readTransfers,
  readVendors,
} from './fact-readers.ts';
import type { FactCell, FactId, FactRow, FactsTable, FactValue } from './facts-table.ts';
import { isReadable, languageDiagnostics } from './known-language.ts';
import { shareVendors } from './shared-vendors.ts';

interface RowDefinition {
  readonly id: FactId;
  readonly name: string;
  /** Commitments that belong here. */
  readonly times?: readonly TimeCommitmentKind[];
  /** Fine topic that is looked up where no value is stated. */
  readonly topic?: string;
  readonly read?: (source: FactSource) => readonly FactValue[];
}

const rows: readonly RowDefinition[] = [
  { id: 'retention', name: 'Retention', times: ['retention'], topic: 'retention' },
  { id: 'backup', name: 'Kept in backups', times: ['backup', 'restore-window'] },
  { id: 'deletion', name: 'Deletion on request', times: ['deletion'], topic: 'deletion' },
  { id: 'breach-notice', name: 'Breach notice', times: ['breach-notification'], topic: 'breach-notice' },
  {
    id: 'response-time',
    name: 'Response to requests',
    times: ['response', 'request-limit'],
    topic: 'access-rights',
  },
  { id: 'lookback', name: 'Period that requests look back on', times: ['lookback'] },
  { id: 'minimum-age', name: 'Minimum age', times: ['minimum-age'], topic: 'children' },
  { id: 'notice-of-changes', name: 'Notice of changes', times: ['notice'], topic: 'policy-change' },
  { id: 'legal-entities', name: 'Legal entities', topic: 'company', read: readEntities },
  { id: 'contact', name: 'Contact and data protection officer', topic: 'contact', read: readContacts },
  { id: 'vendors', name: 'Vendors', topic: 'vendors', read: readVendors },
  { id: 'transfers', name: 'International transfers', topic: 'international-transfers', read: readTransfers },
  { id: 'data-sale', name: 'Sale of data', topic: 'data-sale', read: readSales },
  { id: 'dates', name: 'Dates', read: readDates },
  { id: 'length', name: 'Length', read: readLength },
  { id: 'readability', name: 'Readability', read: readReadability },
];

/** What each of several policies states, row by row, with the place of every value. Same texts, same table. */
export function buildFacts(documents: readonly AlignedText[]): FactsTable {
  return factsOf(documents.map((document, index) => prepareText(document, index)));
}

/** The same from documents that were read before. */
export function factsOf(documents: readonly PreparedText[]): FactsTable {
  return tableOf(
    documents.map(({ label }) => label),
    documents.map(readFactColumn),
  );
}

/** What one policy states, whoever else is at the table. */
export interface FactColumn {
  /** A cell for each row; they say that they are of the first document until they stand in a table. */
  readonly cells: readonly FactCell[];
  readonly language: string;
}

/** Reads the column of one policy. It holds on to nothing of the reading, so many can be kept. */
export function readFactColumn(prepared: PreparedText): FactColumn {
  const source: FactSource = {
    prepared,
    inspection: inspect(prepared.parsed),
    lines: indexLines(prepared.text),
  };
  return { cells: rows.map((row) => readCell(row, source)), language: prepared.document.language };
}

/** The table of columns that were read one by one. */
export function tableOf(labels: readonly string[], columns: readonly FactColumn[]): FactsTable {
  const table = rows.map(
    ({ id, name }, row): FactRow => ({
      id,
      name,
      cells: columns.flatMap(({ cells }, document) => {
        const cell = cells[row];
        return cell ? [{ ...cell, document }] : [];
      }),
    }),
  );
  const vendors = table.find(({ id }) => id === 'vendors')?.cells ?? [];
  return {
    documents: labels,
    rows: table,
    vendors: shareVendors(vendors.map(({ values }) => values)),
    diagnostics: languageDiagnostics(
      columns.map(({ language }, document) => ({ label: labels[document] ?? '', language })),
    ),
  };
}

function readCell(row: RowDefinition, source: FactSource): FactCell {
  const document = 0;
  const times = row.times ? readTimes(source, row.times) : [];
  const values = [...times, ...(row.read?.(source) ?? [])];
  if (values.length) return { document, status: 'stated', values, passages: [] };
  if (!isReadable(source.prepared.document.language))
    return { document, status: 'unread', values, passages: [] };
  const passages = row.topic ? passagesOn(source.prepared, row.topic) : [];
  return { document, status: passages.length ? 'unquantified' : 'absent', values, passages };
}

function passagesOn(prepared: PreparedText, topic: string): { fromLine: number; toLine: number }[] {
  const ids = prepared.document.sections.map(({ id }) => id);
  const { passages } = coverTopic(topic, 0, prepared.passages, ids);
  return passages.map(({ fromLine, toLine }) => ({ fromLine, toLine }));
}
