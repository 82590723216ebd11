import { indexLines } from '../model/text.ts';
import { inspect } from '../structure/inspect.ts';
import type { TimeCommitmentKind } from '../structure/inspection.ts';
import { type PreparedText, prepareText } from './align.ts';
import type { AlignedText } from './alignment.ts';
import { coverTopics } from './coverage.ts';
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
import { runToEnd } from './run-to-end.ts';
import { shareVendors } from './shared-vendors.ts';
import { topics } from './topics/topic-tree.ts';

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
  return runToEnd(factsInSteps(documents));
}

/** The same in steps of a document each, giving its number, so that a process can do something else between them. */
export function* factsInSteps(documents: readonly PreparedText[]): Generator<number, FactsTable> {
  const columns: FactCell[][] = [];
  for (const [document, prepared] of documents.entries()) {
    yield document;
    const source: FactSource = {
      prepared,
      inspection: inspect(prepared.parsed),
      lines: indexLines(prepared.text),
    };
    columns.push(rows.map((row) => readCell(row, source, document)));
  }
  const table = rows.map(
    ({ id, name }, row): FactRow => ({
      id,
      name,
      cells: columns.flatMap((column) => column[row] ?? []),
    }),
  );
  const vendors = table.find(({ id }) => id === 'vendors')?.cells ?? [];
  return {
    documents: documents.map(({ label }) => label),
    rows: table,
    vendors: shareVendors(vendors.map(({ values }) => values)),
    diagnostics: languageDiagnostics(documents.map(({ document }) => document)),
  };
}

function readCell(row: RowDefinition, source: FactSource, document: number): FactCell {
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
  const number = topics.findIndex(({ id }) => id === topic);
  const cell = coverTopics(0, prepared.passages, ids)[number];
  return (cell?.passages ?? []).map(({ fromLine, toLine }) => ({ fromLine, toLine }));
}
