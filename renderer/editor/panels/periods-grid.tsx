import type { TimeCommitment } from '../../../shared/structure/inspection.ts';
import { writePeriod } from '../../../shared/structure/lenses/commitments-lens.ts';
import { EditGrid, type GridColumn } from '../../components/edit-grid.tsx';
import { rowOnLine } from './caret-row.ts';
import { commitmentKind, commitmentLength } from './commitment-words.ts';
import { parsePeriod } from './period-words.ts';
import { rowInReading } from './row-in-reading.ts';
import { useCaretLine, useGoTo, useShowPlace } from './use-place.ts';
import { useTextUndo, useWriteBack } from './use-write-back.ts';

const COLUMNS: readonly GridColumn[] = [
  {
    id: 'period',
    title: 'Period',
    min: 104,
    refuse: (value) =>
      parsePeriod(value, 'day') || parsePeriod(value, 'age')
        ? null
        : 'A period is a number and a unit, as in “60 days” or “10 working days”.',
  },
  { id: 'kind', title: 'About', min: 104 },
  { id: 'quote', title: 'Sentence', min: 200 },
];

/** The periods that the text commits to; one that is entered is written into its sentence. */
export function PeriodsGrid({ commitments }: { readonly commitments: readonly TimeCommitment[] }) {
  const goTo = useGoTo();
  const show = useShowPlace();
  const line = useCaretLine();
  const writeBack = useWriteBack();
  const undo = useTextUndo();
  const withPlace = (row: number, act: (place: TimeCommitment) => void): void => {
    const commitment = commitments[row];
    if (commitment) act(commitment);
  };
  return (
    <EditGrid
      label="Time commitments"
      columns={COLUMNS}
      rows={commitments.map((commitment, index) => ({
        key: String(index),
        name: commitmentLength(commitment),
        cells: {
          period: commitmentLength(commitment),
          kind: commitmentKind(commitment.kind),
          quote: commitment.quote,
        },
        editable: ['period'],
        why: 'What a period is about is read from its sentence: edit it in the text.',
        removable: false,
      }))}
      current={rowOnLine(commitments, line)}
      onSelect={(row) => withPlace(row, show)}
      onGoTo={(row) => withPlace(row, goTo)}
      onUndo={undo}
      onEdit={async (row, _column, value) => {
        const old = commitments[row];
        const period = old ? parsePeriod(value, old.unit) : null;
        if (!old || !period) return false;
        return writeBack(
          (document, read) => {
            const isSame = (now: TimeCommitment): boolean =>
              now.quote === old.quote && commitmentLength(now) === commitmentLength(old);
            const at = rowInReading(read.timeCommitments, row, isSame);
            return at < 0 ? null : writePeriod(document, read, at, period);
          },
          {
            done: `${commitmentLength(old)} is now ${value}.`,
            refused: `“${value}” cannot be put in the place of ${commitmentLength(old)} in that sentence.`,
          },
        );
      }}
    />
  );
}
