import { useEffect, useRef, useState } from 'react';
import type { GridColumn, GridRow } from './edit-grid.tsx';
import { rowArrival } from './row-arrival.ts';

/** A row that was added and is not yet read back from the text, with what was entered in it meanwhile. */
interface AddedRow {
  /** The rows before it was added; it stands after them until it is read. */
  readonly before: readonly GridRow[];
  readonly name: string;
  /** By column, in the order in which they were entered. */
  readonly cells: Readonly<Record<string, string>>;
  /** Where it was read; null until then. */
  readonly index: number | null;
  /** The rows that were there when all of `cells` was written; newer ones have it. */
  readonly written: readonly GridRow[] | null;
}

interface AddedRowOptions {
  readonly rows: readonly GridRow[];
  readonly columns: readonly GridColumn[];
  /** Writes a cell of a row that has been read. */
  readonly onEdit: (row: number, column: string, value: string) => Promise<boolean>;
  /** The row that stood at `from` was read at `to`; null when it could not be added. */
  readonly onArrive: (from: number, to: number | null) => void;
  /** The row has been read and drawn; called once, before what was entered meanwhile is written. */
  readonly onRead: (row: number) => void;
}

interface AddedRowUse {
  /** The rows to show: those of the text, and the added one from its first moment. */
  readonly shown: readonly GridRow[];
  /** Where the row stands that is not read yet, or -1. */
  readonly waiting: number;
  /** Stays the same for the added row, so that a box in which something is being written outlives the reading. */
  readonly keyOf: (row: GridRow, index: number) => string;
  /** Shows a row that `done` says to have been written. */
  readonly begin: (name: string, done: Promise<boolean>) => void;
  /** Keeps what was entered in the waiting row until it can be written. */
  readonly enter: (column: string, value: string) => void;
}

/** A row is read back about a third of a second after it was written; one that is not read within this time never is. */
const READ_BACK_MS = 3_000;

/** Lets a new row of a grid be written to before the text that got it has been read. */
export function useAddedRow({ rows, columns, onEdit, onArrive, onRead }: AddedRowOptions): AddedRowUse {
  const [added, setAdded] = useState<AddedRow | null>(null);
  const [latest, setLatest] = useState(-1);
  const current = useRef(rows);
  const started = useRef<readonly GridRow[]>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    current.current = rows;
  });
  useEffect(() => () => clearTimeout(timer.current), []);

  const arrived = added && added.index === null ? arrivalOf(added, rows, columns) : -1;
  if (added && arrived >= 0) {
    setAdded({ ...added, index: arrived });
    setLatest(arrived);
    onArrive(added.before.length, arrived);
  }
  if (added?.written && added.written !== rows) setAdded(null);

  useEffect(() => {
    // Once for each added row, when it is read: what is entered after that is written as in any other row.
    if (!added || added.index === null || started.current === added.before) return;
    started.current = added.before;
    clearTimeout(timer.current);
    const { index, cells } = added;
    onRead(index);
    const writes = Object.entries(cells).map(([column, value]) => onEdit(index, column, value));
    void Promise.all(writes).then((done) =>
      setAdded((now) => (now && !done.includes(false) ? { ...now, written: current.current } : null)),
    );
  });

  const drop = (): void => {
    if (started.current === rows) return; // it has been read meanwhile
    setAdded((now) => (now?.before === rows ? null : now));
    onArrive(rows.length, null);
  };
  const waiting = added && added.index === null && arrived < 0 ? added.before.length : -1;
  const shown =
    added && waiting >= 0
      ? [...added.before, provisionalRow(added, columns)]
      : rows.map((row, index) =>
          added && index === (added.index ?? arrived)
            ? { ...row, shown: { ...row.shown, ...added.cells } }
            : row,
        );
  return {
    shown,
    waiting,
    keyOf: (row, index) => (index === (waiting >= 0 ? waiting : latest) ? 'added' : row.key),
    begin: (name, done) => {
      setLatest(-1);
      setAdded({ before: rows, name, cells: {}, index: null, written: null });
      void done.then((ok) => {
        if (ok) timer.current = setTimeout(drop, READ_BACK_MS);
        else drop();
      });
    },
    enter: (column, value) =>
      setAdded((now) => (now ? { ...now, cells: { ...now.cells, [column]: value } } : null)),
  };
}

function provisionalRow({ name, cells }: AddedRow, columns: readonly GridColumn[]): GridRow {
  const first = columns[0]?.id ?? '';
  return {
    key: 'added',
    name,
    cells: { [first]: name, ...cells },
    editable: columns.map(({ id }) => id),
    why: '',
    removable: false,
  };
}

function arrivalOf(
  { name, before }: AddedRow,
  rows: readonly GridRow[],
  columns: readonly GridColumn[],
): number {
  if (rows === before) return -1;
  const firstCell = ({ cells }: GridRow): string => cells[columns[0]?.id ?? ''] ?? '';
  return rowArrival(name, before.map(firstCell), rows.map(firstCell));
}
