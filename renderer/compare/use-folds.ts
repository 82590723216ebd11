import { useCallback, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { RedlineRow } from '../../shared/compare/redline.ts';
import type { ChangeEntry } from './change-index.ts';
import { type Fold, foldAround, foldRows } from './fold-rows.ts';

export interface Folds {
  /** The runs of rows that are collapsed now. */
  readonly folds: readonly Fold[];
  readonly unfold: (fold: Fold) => void;
  /** Opens what hides a row before it is brought into sight. */
  readonly unfoldAt: (row: number) => void;
}

const NONE: readonly Fold[] = [];

/** Keeps which unchanged runs are collapsed; opening one holds until the filter or the switch changes. */
export function useFolds(rows: readonly RedlineRow[], shown: readonly ChangeEntry[], folded: boolean): Folds {
  const all = useMemo(
    () => (folded ? foldRows(rows, new Set(shown.map((entry) => entry.change.id))) : NONE),
    [rows, shown, folded],
  );
  const [opened, setOpened] = useState<{ of: readonly Fold[]; from: ReadonlySet<number> }>({
    of: all,
    from: new Set(),
  });
  const folds = useMemo(
    () => (opened.of === all ? all.filter((fold) => !opened.from.has(fold.from)) : all),
    [all, opened],
  );
  const latest = useRef({ all, folds });
  latest.current = { all, folds };

  const unfold = useCallback((fold: Fold) => {
    const { all: of } = latest.current;
    setOpened((before) => ({ of, from: new Set(before.of === of ? before.from : []).add(fold.from) }));
  }, []);
  const unfoldAt = useCallback(
    (row: number) => {
      const fold = foldAround(latest.current.folds, row);
      if (fold) flushSync(() => unfold(fold));
    },
    [unfold],
  );
  return { folds, unfold, unfoldAt };
}
