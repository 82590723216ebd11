import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useServices } from '../app/services.ts';
import type { ChangeEntry } from './change-index.ts';
import { announceChange } from './change-words.ts';
import type { RedlineHandle } from './redline-document.tsx';
import { stepFrom } from './step-from.ts';

export interface ChangeSteps {
  readonly current: { readonly row: number; readonly change: number } | null;
  /** 1-based among the shown changes; 0 while none is current. */
  readonly position: number;
  readonly step: (direction: 1 | -1) => void;
  readonly choose: (entry: ChangeEntry) => void;
}

/** Keeps the current change and goes from one to the next, by F8, Shift+F8 and the menu. */
export function useChangeSteps(
  shown: readonly ChangeEntry[],
  document: RefObject<RedlineHandle | null>,
  unfoldAt: (row: number) => void,
): ChangeSteps {
  const { client, navigator } = useServices();
  const [chosen, setChosen] = useState<ChangeEntry | null>(null);
  const position = shown.findIndex((entry) => entry.change.id === chosen?.change.id) + 1;

  const choose = useCallback(
    (entry: ChangeEntry) => {
      setChosen(entry);
      unfoldAt(entry.row);
      document.current?.reveal({ row: entry.row, change: entry.change.id });
      const at = shown.indexOf(entry) + 1;
      navigator.announce(announceChange(entry, at, shown.length));
    },
    [shown, document, unfoldAt, navigator],
  );
  const step = useCallback(
    (direction: 1 | -1) => {
      const next = stepFrom(shown, chosen, direction, document.current?.topRow() ?? 0);
      if (next) choose(next);
      else navigator.announce('No changes to go to.');
    },
    [shown, chosen, choose, document, navigator],
  );

  const latest = useRef(step);
  latest.current = step;
  useEffect(() => listenForSteps((direction) => latest.current(direction)), []);
  useEffect(
    () =>
      client.on('menu.command', ({ command }) => {
        if (command === 'compare.next') latest.current(1);
        if (command === 'compare.previous') latest.current(-1);
      }),
    [client],
  );
  const current = useMemo(() => (chosen ? { row: chosen.row, change: chosen.change.id } : null), [chosen]);
  return { current, position, step, choose };
}

function listenForSteps(step: (direction: 1 | -1) => void): () => void {
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'F8' || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    step(event.shiftKey ? -1 : 1);
  };
  window.addEventListener('keydown', onKey);
  return () => window.removeEventListener('keydown', onKey);
}
