import { type RefObject, useCallback, useEffect, useState } from 'react';
import type { FindMatch } from './find-text.ts';
import type { RedlineHandle } from './redline-document.tsx';
import { matchRanges } from './redline-dom.ts';

export interface Find {
  readonly isOpen: boolean;
  readonly open: () => void;
  readonly close: () => void;
  /** Marks all matches. */
  readonly show: (matches: readonly FindMatch[]) => void;
  /** Brings one of them into sight and marks it more strongly. */
  readonly choose: (match: FindMatch | null) => void;
}

/** Names of the registered highlights that the style sheet colours. */
const ALL = 'codicil-find';
const CHOSEN = 'codicil-find-chosen';

/** Shows matches by the CSS Custom Highlight API, which marks text without touching a single drawn element. */
export function useFind(document: RefObject<RedlineHandle | null>, unfoldAt: (row: number) => void): Find {
  const [isOpen, setOpen] = useState(false);
  const close = useCallback(() => {
    setOpen(false);
    clearHighlights();
  }, []);
  const open = useCallback(() => setOpen(true), []);
  const show = useCallback(
    (matches: readonly FindMatch[]) => {
      clearHighlights();
      if (!document.current?.scroller || matches.length === 0) return;
      document.current.drawAll();
      CSS.highlights.set(ALL, new Highlight(...matchRanges(document.current.scroller, matches)));
    },
    [document],
  );
  const choose = useCallback(
    (match: FindMatch | null) => {
      CSS.highlights.delete(CHOSEN);
      if (!match || !document.current?.scroller) return;
      unfoldAt(match.row);
      const [range] = matchRanges(document.current.scroller, [match]);
      if (range) CSS.highlights.set(CHOSEN, new Highlight(range));
      document.current.reveal({ row: match.row });
    },
    [document, unfoldAt],
  );
  useEffect(() => clearHighlights, []);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'f' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      setOpen(true);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  return { isOpen, open, close, show, choose };
}

function clearHighlights(): void {
  CSS.highlights.delete(ALL);
  CSS.highlights.delete(CHOSEN);
}
