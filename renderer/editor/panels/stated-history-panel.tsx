import { TriangleAlert } from 'lucide-react';
import type { HistoryEntry } from '../../../shared/structure/inspection.ts';
import { removeHistoryEntry, updateHistoryEntry } from '../../../shared/structure/lenses/history-lens.ts';
import { useServices } from '../../app/services.ts';
import { EditGrid, type GridColumn } from '../../components/edit-grid.tsx';
import { formatDate } from '../../components/format-date.ts';
import { shownShortcut } from '../../components/shortcut.ts';
import type { Analysis } from '../text-analysis.ts';
import { rowOnLine } from './caret-row.ts';
import { NextEntry } from './next-entry.tsx';
import { rowInReading } from './row-in-reading.ts';
import { useCaretLine, useGoTo, useShowPlace } from './use-place.ts';
import { useTextUndo, useWriteBack } from './use-write-back.ts';

const COLUMNS: readonly GridColumn[] = [
  {
    id: 'iso',
    title: 'Date',
    type: 'date',
    min: 92,
    refuse: (value) => (/^\d{4}-\d{2}-\d{2}$/.test(value) ? null : 'An entry has a date.'),
  },
  {
    id: 'note',
    title: 'What changed',
    min: 140,
    refuse: (value) =>
      value.trim() ? null : `Say what changed. ${shownShortcut('Ctrl+Delete')} removes the entry.`,
  },
];

/** The document history that the text itself tells, and its next entry; the versions in the library are in the History view. */
export function StatedHistoryPanel({ analysis }: { readonly analysis: Analysis }) {
  const { history } = analysis.inspection;
  const disagreements = analysis.report.findings.filter(({ rule }) => rule === 'date-disagreement');
  return (
    <>
      <NextEntry text={analysis.text} inspection={analysis.inspection} />
      {disagreements.map(({ message, from }) => (
        <p key={`${from} ${message}`} className="history-problem">
          <TriangleAlert aria-hidden size={14} />
          <span>{message}</span>
        </p>
      ))}
      {history.length === 0 ? (
        <p className="panel-hint">
          The text tells no history yet. Its first entry gets a section of its own.
        </p>
      ) : (
        <HistoryGrid entries={history} />
      )}
    </>
  );
}

function isSame(entry: HistoryEntry, other: HistoryEntry | undefined): boolean {
  return entry.iso === other?.iso && entry.note === other.note;
}

function HistoryGrid({ entries }: { readonly entries: readonly HistoryEntry[] }) {
  const { client } = useServices();
  const goTo = useGoTo();
  const show = useShowPlace();
  const line = useCaretLine();
  const writeBack = useWriteBack();
  const undo = useTextUndo();
  const withPlace = (row: number, act: (place: HistoryEntry) => void): void => {
    const entry = entries[row];
    if (entry) act(entry);
  };
  return (
    <EditGrid
      label="History stated in the text"
      columns={COLUMNS}
      rows={entries.map(({ iso, note }, index) => ({
        key: String(index),
        name: formatDate(iso),
        cells: { iso, note },
        shown: { iso: formatDate(iso) },
        editable: note ? ['iso', 'note'] : ['iso'],
        why: 'This entry has no words of its own.',
        removable: true,
      }))}
      current={rowOnLine(entries, line)}
      onSelect={(row) => withPlace(row, show)}
      onGoTo={(row) => withPlace(row, goTo)}
      onUndo={undo}
      onEdit={async (row, column, value) => {
        const old = entries[row];
        const changes = column === 'iso' ? { iso: value } : { note: value };
        return writeBack(
          (document, read) => {
            const at = rowInReading(read.history, row, (entry) => isSame(entry, old));
            return at < 0 ? null : updateHistoryEntry(document, read, at, changes);
          },
          {
            done: 'The entry is written.',
            refused: 'This entry is set in several pieces: edit it in the text.',
          },
        );
      }}
      onRemove={(row) => {
        const old = entries[row];
        void writeBack(
          (document, read) => {
            const at = rowInReading(read.history, row, (entry) => isSame(entry, old));
            return at < 0 ? null : removeHistoryEntry(document, read, at);
          },
          { done: 'The entry is removed.', refused: 'This entry is part of a line: remove it in the text.' },
        );
      }}
      entries={(row) => {
        const link = entries[row]?.link ?? '';
        return link
          ? [
              {
                id: 'open',
                label: `Open ${link}`,
                run: () => void client.request('link.open', { url: link }),
              },
            ]
          : [];
      }}
    />
  );
}
