import type { DataPractice } from '../../../shared/structure/inspection.ts';
import {
  addPractice,
  type PracticeFields,
  removePractice,
  updatePractice,
} from '../../../shared/structure/lenses/practices-lens.ts';
import { EditGrid, type GridColumn } from '../../components/edit-grid.tsx';
import type { Analysis } from '../text-analysis.ts';
import { rowOnLine } from './caret-row.ts';
import { rowInReading } from './row-in-reading.ts';
import { useCaretLine, useGoTo, useShowPlace } from './use-place.ts';
import { useTextUndo, useWriteBack } from './use-write-back.ts';

const COLUMNS: readonly GridColumn[] = [
  {
    id: 'category',
    title: 'Data',
    min: 120,
    refuse: (value) => (value.trim() ? null : 'Say which data this is about.'),
  },
  { id: 'purpose', title: 'Purpose', min: 160 },
  { id: 'basis', title: 'Legal basis', min: 110 },
  { id: 'recipients', title: 'Recipients', min: 110 },
  { id: 'retention', title: 'Kept for', min: 100 },
];
const NOTHING: PracticeFields = { category: '', purpose: '', basis: '', recipients: '', retention: '' };

/** The data practices that the text sets out in a table or a list, as a grid that writes to it. */
export function PracticesGrid({ analysis }: { readonly analysis: Analysis }) {
  const practices = analysis.inspection.dataPractices;
  const goTo = useGoTo();
  const show = useShowPlace();
  const line = useCaretLine();
  const writeBack = useWriteBack();
  const undo = useTextUndo();
  const withPlace = (row: number, act: (place: DataPractice) => void): void => {
    const practice = practices[row];
    if (practice) act(practice);
  };
  return (
    <EditGrid
      label="Data practices"
      columns={COLUMNS}
      rows={practices.map(({ category, purpose, basis, recipients, retention }, index) => ({
        key: String(index),
        name: category,
        cells: { category, purpose, basis, recipients, retention },
        editable: analysis.practiceFields[index] ?? [],
        why: 'The table or list has no place for it: add a column to the table in the text.',
        removable: true,
      }))}
      current={rowOnLine(practices, line)}
      onSelect={(row) => withPlace(row, show)}
      onGoTo={(row) => withPlace(row, goTo)}
      onUndo={undo}
      onEdit={async (row, column, value) => {
        const category = practices[row]?.category;
        return writeBack(
          (document, read) => {
            const at = rowInReading(read.dataPractices, row, (practice) => practice.category === category);
            return at < 0 ? null : updatePractice(document, read, at, { [column]: value });
          },
          {
            done: `${category}: written.`,
            refused: `“${value}” cannot be told from the rest of its list entry: write it in the text.`,
          },
        );
      }}
      onRemove={(row) => {
        const category = practices[row]?.category ?? '';
        void writeBack(
          (document, read) => {
            const at = rowInReading(read.dataPractices, row, (practice) => practice.category === category);
            return at < 0 ? null : removePractice(document, read, at);
          },
          { done: `${category} removed.`, refused: `${category} could not be removed.` },
        );
      }}
      add={{
        label: 'Add data…',
        onAdd: (category) =>
          writeBack((document, read) => addPractice(document, read, { ...NOTHING, category }), {
            done: `${category} added.`,
            refused: `${category} could not be added.`,
          }),
      }}
    />
  );
}
