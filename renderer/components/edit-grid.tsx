import { ChevronDown, Ellipsis } from 'lucide-react';
import { type KeyboardEvent, memo, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { type CellEdit, GridCell } from './grid-cell.tsx';
import { type GridPlace, nextCell } from './grid-keys.ts';
import { MenuButton, type MenuEntries } from './menu.tsx';
import { useAddedRow } from './use-added-row.ts';
import './edit-grid.css';

export interface GridColumn {
  readonly id: string;
  readonly title: string;
  /** The least width in pixels; what is left over is shared out in proportion. */
  readonly min: number;
  readonly type?: 'text' | 'date';
  /** Why a value cannot be entered; null when it can. */
  readonly refuse?: (value: string) => string | null;
}

export interface GridRow {
  /** Unique within the grid. */
  readonly key: string;
  /** What the row is called, for those who hear it. */
  readonly name: string;
  readonly cells: Readonly<Record<string, string>>;
  /** What is shown where that is more than the value. */
  readonly shown?: Readonly<Record<string, string>>;
  /** The columns that can be written to. */
  readonly editable: readonly string[];
  /** Why the others cannot. */
  readonly why: string;
  readonly removable: boolean;
}

/** A table that is moved in is a grid to those who hear it (ARIA in HTML allows a table that role). */
const GRID = { role: 'grid' } as const;
/** Pixels for the button of a row's menu. */
const ACTIONS_WIDTH = 32;
const NO_COLUMN: GridColumn = { id: '', title: '', min: 0 };

interface EditGridProps {
  readonly label: string;
  readonly columns: readonly GridColumn[];
  readonly rows: readonly GridRow[];
  /** The row of the caret's place, or -1. */
  readonly current: number;
  /** A row was moved to. */
  readonly onSelect: (row: number) => void;
  /** The place of a row in the text is to be gone to. */
  readonly onGoTo: (row: number) => void;
  /** Resolves to false when the value could not be written. */
  readonly onEdit: (row: number, column: string, value: string) => Promise<boolean>;
  readonly onRemove?: (row: number) => void;
  readonly onSort?: (column: string) => void;
  readonly onUndo: (kind: 'undo' | 'redo') => void;
  /** A last row in which a new one is begun by its first column. */
  readonly add?: { readonly label: string; readonly onAdd: (value: string) => Promise<boolean> };
  /** More entries of a row's menu. */
  readonly entries?: (row: number) => MenuEntries;
}

/** What was entered and is not yet read back from the text. */
interface PendingValue extends GridPlace {
  readonly value: string;
  readonly before: readonly GridRow[];
}

/**
 * Rows and columns that are moved in and written to as in a spreadsheet: arrow keys move, Enter, F2 or typing edits, Enter and Tab
 * keep, Escape leaves it, Ctrl+Delete takes a row out. A row that was added can be written to at once, before it is read back.
 */
export function EditGrid(props: EditGridProps) {
  const { label, columns, current, onSelect, onEdit, onSort, add } = props;
  const [place, setPlace] = useState<GridPlace>({ row: 0, column: 0 });
  const [edit, setEdit] = useState<CellEdit | null>(null);
  const [pending, setPending] = useState<PendingValue | null>(null);
  const grid = useRef<HTMLDivElement>(null);
  const wantsFocus = useRef(false);
  const newRow = useAddedRow({
    rows: props.rows,
    columns,
    onEdit,
    onRead: onSelect,
    onArrive: (from, to) =>
      setPlace((now) => {
        if (now.row < from) return now;
        return now.row === from && to !== null ? { row: to, column: now.column } : { row: from, column: 0 };
      }),
  });
  const rows = newRow.shown;
  const lastRow = rows.length - (add ? 0 : 1);
  const at = { row: Math.min(place.row, Math.max(0, lastRow)), column: place.column };
  if (pending && props.rows !== pending.before) setPending(null); // what was written has been read back
  useEffect(() => {
    if (current < 0 || grid.current?.contains(document.activeElement)) return;
    setPlace({ row: current, column: 0 });
    grid.current?.querySelector(`[data-row="${current}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  useLayoutEffect(() => {
    if (!wantsFocus.current) return;
    wantsFocus.current = false;
    grid.current?.querySelector<HTMLElement>(`[data-place="${at.row}:${at.column}"]`)?.focus();
    // The first column is always in sight, so going there does not bring back the one beside it.
    if (at.column === 0) grid.current?.scrollTo({ left: 0 });
  });

  const goTo = ({ row, column }: GridPlace): void => {
    const next = { row, column: row === rows.length ? 0 : column }; // the last row is one cell
    wantsFocus.current = true;
    setEdit(null);
    setPlace(next);
    if (next.row < rows.length && next.row !== at.row && next.row !== newRow.waiting) onSelect(next.row);
  };
  const canEdit = ({ row, column }: GridPlace): boolean =>
    row === rows.length ? column === 0 : rows[row]?.editable.includes(columns[column]?.id ?? '') === true;
  const leave = (next: GridPlace | null): void => {
    if (next) goTo(next);
    else setEdit(null);
  };
  const keep = (value: string, next: GridPlace | null): void => {
    const id = columns[at.column]?.id ?? '';
    const before = rows[at.row]?.cells[id] ?? '';
    leave(next);
    if (value.trim() === before.trim()) return;
    if (at.row === newRow.waiting) {
      newRow.enter(id, value);
      return;
    }
    setPending({ ...at, value, before: props.rows });
    void onEdit(at.row, id, value).then((done) => {
      if (!done) setPending(null);
    });
  };
  const addRow = (value: string, next: GridPlace | null): void => {
    if (!add || !value.trim()) {
      leave(next);
      return;
    }
    setEdit(null);
    if (newRow.waiting >= 0) {
      void add.onAdd(value); // one row is waited for at a time; this one is shown when it is read
      return;
    }
    newRow.begin(value.trim(), add.onAdd(value));
    if (!next) return;
    wantsFocus.current = true;
    setPlace({ row: rows.length, column: Math.min(1, columns.length - 1) }); // its name is given, the rest comes now
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (edit) return;
    const command = commandOf(event);
    if (command === 'undo' || command === 'redo') props.onUndo(command);
    else if (command === 'remove' && at.row < rows.length && rows[at.row]?.removable)
      props.onRemove?.(at.row);
    else if (command === 'go-to' && at.row < rows.length && at.row !== newRow.waiting) props.onGoTo(at.row);
    else if (command === 'edit' && canEdit(at)) setEdit({ start: null });
    else if (command === 'clear' && canEdit(at) && at.column > 0) keep('', at);
    else if (command === 'type' && canEdit(at)) setEdit({ start: event.key });
    else {
      const next = nextCell(event, at, lastRow, columns.length);
      if (!next) return;
      goTo(next);
    }
    event.preventDefault();
  };
  const least = columns.reduce((sum, { min }) => sum + min, ACTIONS_WIDTH);
  const active = rows[at.row];
  const why = active && !canEdit(at) ? active.why : '';

  return (
    <div className="edit-grid-frame">
      <div ref={grid} className="edit-grid">
        <table
          {...GRID}
          aria-label={label}
          aria-rowcount={rows.length + 1}
          style={{ minWidth: least }}
          onKeyDown={onKeyDown}
        >
          <colgroup>
            {columns.map(({ id, min }) => (
              <col key={id} style={{ width: min }} />
            ))}
            <col style={{ width: ACTIONS_WIDTH }} />
          </colgroup>
          <thead>
            <tr>
              {columns.map(({ id, title }) => (
                <th key={id} className="grid-title">
                  {onSort && rows.length > 1 ? (
                    <AriaButton
                      className="grid-sort"
                      excludeFromTabOrder={id !== columns[0]?.id}
                      aria-label={`Sort by ${title.toLowerCase()}`}
                      onPress={() => onSort(id)}
                    >
                      {title}
                      <ChevronDown aria-hidden size={12} />
                    </AriaButton>
                  ) : (
                    title
                  )}
                </th>
              ))}
              <th className="grid-title">
                <span className="visually-hidden">Actions</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <Row
                key={newRow.keyOf(row, index)}
                index={index}
                row={row}
                columns={columns}
                isCurrent={index === current}
                active={index === at.row ? at.column : -1}
                edit={index === at.row ? edit : null}
                pending={pending?.row === index ? pending : null}
                entries={index === at.row && index !== newRow.waiting ? () => rowEntries(props, index) : null}
                onPick={(column, editing) => {
                  goTo({ row: index, column });
                  if (editing && canEdit({ row: index, column })) setEdit({ start: null });
                }}
                onKeep={keep}
                onLeave={leave}
              />
            ))}
            {add ? (
              <tr className="grid-row grid-add" data-row={rows.length}>
                <GridCell
                  place={{ row: rows.length, column: 0 }}
                  column={columns[0] ?? NO_COLUMN}
                  name={add.label}
                  value=""
                  shown={add.label}
                  isActive={at.row === rows.length}
                  isReadOnly={false}
                  edit={at.row === rows.length ? edit : null}
                  lastColumn={0}
                  span={columns.length + 1}
                  onPick={() => goTo({ row: rows.length, column: 0 })}
                  onKeep={addRow}
                  onLeave={leave}
                />
              </tr>
            ) : null}
          </tbody>
        </table>
      </div>
      <p className="grid-why" role="status">
        {why}
      </p>
    </div>
  );
}

interface RowProps {
  readonly index: number;
  readonly row: GridRow;
  readonly columns: readonly GridColumn[];
  readonly isCurrent: boolean;
  /** The column of the cell that can be reached, or -1. */
  readonly active: number;
  readonly edit: CellEdit | null;
  readonly pending: PendingValue | null;
  readonly entries: (() => MenuEntries) | null;
  readonly onPick: (column: number, editing: boolean) => void;
  readonly onKeep: (value: string, next: GridPlace | null) => void;
  readonly onLeave: (next: GridPlace | null) => void;
}

const Row = memo(
  function Row(props: RowProps) {
    const { index, row, columns, active, edit, pending, entries } = props;
    return (
      <tr
        className="grid-row"
        data-row={index}
        data-current={props.isCurrent || undefined}
        aria-current={props.isCurrent ? 'location' : undefined}
      >
        {columns.map((column, at) => {
          const value = row.cells[column.id] ?? '';
          const written = pending?.column === at ? pending.value : (row.shown?.[column.id] ?? value);
          return (
            <GridCell
              key={column.id}
              place={{ row: index, column: at }}
              column={column}
              name={row.name}
              value={value}
              shown={written}
              isActive={active === at}
              isReadOnly={!row.editable.includes(column.id)}
              edit={active === at ? edit : null}
              lastColumn={columns.length - 1}
              onPick={(editing) => props.onPick(at, editing)}
              onKeep={props.onKeep}
              onLeave={props.onLeave}
            />
          );
        })}
        <td className="grid-actions">
          {entries ? (
            <MenuButton label={`Row ${row.name}`} entries={entries()}>
              <AriaButton className="button button-icon grid-more" aria-label={`Change ${row.name}`}>
                <Ellipsis aria-hidden size={15} />
              </AriaButton>
            </MenuButton>
          ) : null}
        </td>
      </tr>
    );
  },
  (x, y) =>
    x.index === y.index &&
    x.active === y.active &&
    x.edit === y.edit &&
    x.pending === y.pending &&
    x.isCurrent === y.isCurrent &&
    y.active < 0 &&
    JSON.stringify(x.row) === JSON.stringify(y.row),
);

function rowEntries({ onGoTo, onRemove, rows, entries }: EditGridProps, index: number): MenuEntries {
  const more = entries?.(index) ?? [];
  return [
    { id: 'go-to', label: 'Show in the text', shortcut: 'Alt+Enter', run: () => onGoTo(index) },
    ...more,
    ...(onRemove
      ? [
          null,
          {
            id: 'remove',
            label: 'Remove',
            shortcut: 'Ctrl+Delete',
            disabled: !rows[index]?.removable,
            run: () => onRemove(index),
          },
        ]
      : []),
  ];
}

type GridCommand = 'undo' | 'redo' | 'remove' | 'go-to' | 'edit' | 'clear' | 'type';

function commandOf(event: KeyboardEvent): GridCommand | null {
  const held = event.ctrlKey || event.metaKey;
  if (!(event.target instanceof HTMLElement) || event.target.dataset['place'] === undefined) return null;
  if (held && event.key.toLowerCase() === 'z') return event.shiftKey ? 'redo' : 'undo';
  if (held && event.key.toLowerCase() === 'y') return 'redo';
  // The key that says delete on a Mac is Backspace.
  if (held && (event.key === 'Delete' || event.key === 'Backspace')) return 'remove';
  if (event.altKey && event.key === 'Enter') return 'go-to';
  if (held || event.altKey) return null;
  if (event.key === 'Enter' || event.key === 'F2') return 'edit';
  if (event.key === 'Delete' || event.key === 'Backspace') return 'clear';
  return event.key.length === 1 && event.key !== ' ' ? 'type' : null;
}
