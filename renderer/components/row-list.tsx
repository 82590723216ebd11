import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { nextRow } from './row-keys.ts';
import { useRowDrag } from './use-row-drag.ts';
import './row-list.css';

interface RowListProps<Row> {
  /** The accessible name of the list. */
  readonly label: string;
  readonly rows: readonly Row[];
  /** Unique within the list. */
  readonly keyOf: (row: Row, index: number) => string;
  /** The row that belongs to the caret's place, or -1. It is kept in view. */
  readonly current?: number;
  readonly onActivate: (row: Row) => void;
  /** Hears keys on a row first; true when the key was meant for it. */
  readonly onRowKey?: (row: Row, event: KeyboardEvent) => boolean;
  readonly children: (row: Row) => ReactNode;
  /** Controls of a row beside the row's own button. */
  readonly controls?: (row: Row) => ReactNode;
  /** Rows can be dragged: hears which row was let go before which; `before` may be the number of rows. */
  readonly onDrop?: (row: number, before: number) => void;
  /** Expected height of a row in pixels; real heights are measured. */
  readonly estimate?: number;
}

/** Rows to draw outside the view on each side, so that arrow keys find their next row. */
const OVERSCAN = 8;

/** A long list of places to go to. Only what is in view is drawn; arrow keys, Home and End move, Enter goes there. */
export function RowList<Row>({
  label,
  rows,
  keyOf,
  current = -1,
  onActivate,
  onRowKey,
  children,
  controls,
  onDrop,
  estimate = 28,
}: RowListProps<Row>) {
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const focusNext = useRef(false);
  const drag = useRowDrag(onDrop);
  const hasFocus = useRef(false);
  const lastActive = useRef<{ readonly rows: readonly Row[]; readonly key: string | null }>({
    rows,
    key: null,
  });
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => estimate,
    overscan: OVERSCAN,
    getItemKey: (index) => {
      const row = rows[index];
      return row === undefined ? index : keyOf(row, index);
    },
  });

  useEffect(() => {
    if (current < 0 || scroller.current?.contains(document.activeElement)) return;
    setActive(current);
    virtualizer.scrollToIndex(current, { align: 'auto' });
  }, [current, virtualizer]);

  // A row that moves while it has the focus takes it along: the next key is meant for the same one.
  useLayoutEffect(() => {
    const activeRow = rows[active];
    const key = activeRow === undefined ? null : keyOf(activeRow, active);
    const was = lastActive.current;
    lastActive.current = { rows, key };
    if (!hasFocus.current || was.rows === rows || was.key === key) return;
    const moved = rows.findIndex((row, index) => keyOf(row, index) === was.key);
    if (moved < 0) return;
    lastActive.current = { rows, key: was.key };
    focusNext.current = true;
    setActive(moved);
    virtualizer.scrollToIndex(moved, { align: 'auto' });
  });

  // The row or button that had the focus has gone, with a finding that was fixed for instance: the list keeps it.
  useLayoutEffect(() => {
    if (!hasFocus.current || document.activeElement !== document.body) return;
    scroller.current?.querySelector<HTMLElement>('.row-main[tabindex="0"]')?.focus({ preventScroll: true });
  });

  const onKeyDown = (event: KeyboardEvent): void => {
    const activeRow = rows[active];
    if (activeRow !== undefined && onRowKey?.(activeRow, event)) {
      event.preventDefault();
      return;
    }
    const next = nextRow(event.key, active, rows.length);
    if (next === null) return;
    event.preventDefault();
    focusNext.current = true;
    setActive(next);
    virtualizer.scrollToIndex(next, { align: 'auto' });
  };

  const reachable = Math.min(active, rows.length - 1);
  return (
    <div ref={scroller} className="row-list">
      <ul
        aria-label={label}
        className="row-list-rows"
        style={{ height: virtualizer.getTotalSize() }}
        onKeyDown={onKeyDown}
        onFocus={() => {
          hasFocus.current = true;
        }}
        onBlur={({ target }) => {
          if (target.isConnected) hasFocus.current = false;
        }}
      >
        {virtualizer.getVirtualItems().map((item) => {
          const row = rows[item.index];
          if (row === undefined) return null;
          return (
            <li
              key={item.key}
              ref={virtualizer.measureElement}
              data-index={item.index}
              className="row"
              data-current={item.index === current || undefined}
              {...drag.rowProps(item.index)}
              style={{ transform: `translateY(${item.start}px)` }}
            >
              <button
                type="button"
                className="row-main"
                tabIndex={item.index === reachable ? 0 : -1}
                aria-current={item.index === current ? 'location' : undefined}
                ref={(element) => {
                  if (!element || item.index !== active || !focusNext.current) return;
                  focusNext.current = false;
                  element.focus({ preventScroll: true });
                }}
                onFocus={() => setActive(item.index)}
                onClick={() => onActivate(row)}
              >
                {children(row)}
              </button>
              {controls?.(row)}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
