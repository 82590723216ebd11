import { type KeyboardEvent, useRef, useState } from 'react';
import type { GridColumn } from './edit-grid.tsx';
import type { GridPlace } from './grid-keys.ts';

/** A cell that is being written; `start` is the character that began it in place of what was there. */
export interface CellEdit {
  readonly start: string | null;
}

/** Within a grid a cell of a table is a gridcell, which can be read-only. */
const READ_ONLY = { 'aria-readonly': true } as const;
const WRITABLE = { 'aria-readonly': false } as const;

interface GridCellProps {
  readonly place: GridPlace;
  readonly column: GridColumn;
  /** What the row is called. */
  readonly name: string;
  readonly value: string;
  readonly shown: string;
  readonly isActive: boolean;
  readonly isReadOnly: boolean;
  readonly edit: CellEdit | null;
  readonly lastColumn: number;
  readonly span?: number;
  readonly onPick: (editing: boolean) => void;
  /** `next` is where the focus goes; null leaves it where it went by itself. */
  readonly onKeep: (value: string, next: GridPlace | null) => void;
  readonly onLeave: (next: GridPlace | null) => void;
}

/** One cell: what it says, or the box in which that is being written. */
export function GridCell(props: GridCellProps) {
  const { place, column, name, shown, isActive, isReadOnly, edit, span } = props;
  return (
    <td
      className="grid-cell"
      colSpan={span}
      data-read-only={isReadOnly || undefined}
      data-editing={edit ? true : undefined}
      {...(isReadOnly ? READ_ONLY : WRITABLE)}
    >
      {edit ? (
        <CellBox {...props} start={edit.start} label={`${column.title} of ${name}`} />
      ) : (
        <button
          type="button"
          className="grid-value"
          data-place={`${place.row}:${place.column}`}
          tabIndex={isActive ? 0 : -1}
          title={shown}
          aria-label={shown === '' ? `${column.title}: empty` : undefined}
          onFocus={() => {
            if (!isActive) props.onPick(false);
          }}
          onClick={() => props.onPick(false)}
          onDoubleClick={() => props.onPick(true)}
        >
          <span>{shown}</span>
        </button>
      )}
    </td>
  );
}

interface CellBoxProps extends GridCellProps {
  readonly start: string | null;
  readonly label: string;
}

function CellBox({ place, column, value, start, label, lastColumn, onKeep, onLeave }: CellBoxProps) {
  const [text, setText] = useState(start ?? value);
  /** A box that goes loses the focus too, which must not keep its text a second time. */
  const isDone = useRef(false);
  const refusal = column.refuse?.(text) ?? null;
  const finish = (next: GridPlace | null): boolean => {
    if (refusal) return false;
    isDone.current = true;
    onKeep(text, next);
    return true;
  };
  const leave = (next: GridPlace | null): void => {
    isDone.current = true;
    onLeave(next);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const { row, column: at } = place;
    if (event.key === 'Escape') leave(place);
    else if (event.key === 'Enter') finish(event.shiftKey ? place : { row: row + 1, column: at });
    else if (event.key === 'Tab')
      finish({ row, column: Math.max(0, Math.min(lastColumn, at + (event.shiftKey ? -1 : 1))) });
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const errorId = `grid-error-${place.row}-${place.column}`;
  return (
    <>
      <input
        ref={(element) => {
          // Begun by a key or a double click: the box has the focus from its first moment.
          if (!element || element.dataset['begun']) return;
          element.dataset['begun'] = 'yes';
          element.focus();
          if (start === null) element.select();
        }}
        className="grid-box"
        type={column.type ?? 'text'}
        aria-label={label}
        aria-invalid={refusal !== null}
        aria-describedby={refusal ? errorId : undefined}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={() => {
          if (!isDone.current && !finish(null)) leave(null);
        }}
      />
      {refusal ? (
        <span id={errorId} role="alert" className="grid-error">
          {refusal}
        </span>
      ) : null}
    </>
  );
}
