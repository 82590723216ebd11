import { type DragEvent, type HTMLAttributes, useState } from 'react';

type DragProps = Pick<
  HTMLAttributes<HTMLLIElement>,
  'draggable' | 'onDragStart' | 'onDragOver' | 'onDrop' | 'onDragEnd'
> & { readonly 'data-dragged'?: true; readonly 'data-drop'?: 'before' | 'after' };

interface Target {
  readonly row: number;
  readonly side: 'before' | 'after';
}

/** Names what is dragged, so that rows are let go nowhere else and nothing else is let go here. */
const KIND = 'application/x-codicil-row';

/** Makes rows draggable among themselves; without `onDrop` they stay where they are. */
export function useRowDrag(onDrop: ((row: number, before: number) => void) | undefined): {
  readonly rowProps: (row: number) => DragProps;
} {
  const [dragged, setDragged] = useState<number | null>(null);
  const [target, setTarget] = useState<Target | null>(null);
  const end = (): void => {
    setDragged(null);
    setTarget(null);
  };
  return {
    rowProps(row) {
      if (!onDrop) return {};
      return {
        draggable: true,
        onDragStart(event) {
          event.dataTransfer.setData(KIND, String(row));
          event.dataTransfer.effectAllowed = 'move';
          setDragged(row);
        },
        onDragOver(event) {
          if (dragged === null) return;
          event.preventDefault();
          event.stopPropagation();
          const side = sideOf(event);
          if (target?.row !== row || target.side !== side) setTarget({ row, side });
        },
        onDrop(event) {
          if (dragged === null) return;
          event.preventDefault();
          event.stopPropagation();
          end();
          onDrop(dragged, sideOf(event) === 'before' ? row : row + 1);
        },
        onDragEnd: end,
        ...(dragged === row ? { 'data-dragged': true } : {}),
        ...(target?.row === row && dragged !== row ? { 'data-drop': target.side } : {}),
      };
    },
  };
}

function sideOf({ clientY, currentTarget }: DragEvent): 'before' | 'after' {
  const { top, height } = currentTarget.getBoundingClientRect();
  return clientY < top + height / 2 ? 'before' : 'after';
}
