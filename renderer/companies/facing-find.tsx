import { type ReactNode, type RefObject, useEffect, useState } from 'react';
import { FindField } from '../components/find-field.tsx';
import { findInPassages } from './find-in-passages.ts';

interface FacingFindProps {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly onClose: () => void;
}

/** Names of the registered highlights that the style sheet colours. */
const ALL = 'codicil-find';
const CHOSEN = 'codicil-find-chosen';
const NOTHING: readonly Range[] = [];

/** Finds words in both policies by the CSS Custom Highlight API, which marks text without touching a drawn element. */
export function FacingFind({ scroller, onClose }: FacingFindProps): ReactNode {
  const [query, setQuery] = useState('');
  const [matches, setMatches] = useState(NOTHING);
  const [at, setAt] = useState(0);
  const chosen = matches[at % Math.max(1, matches.length)];
  useEffect(() => {
    CSS.highlights.set(ALL, new Highlight(...matches));
    return () => void CSS.highlights.delete(ALL);
  }, [matches]);
  useEffect(() => {
    if (!chosen) return undefined;
    CSS.highlights.set(CHOSEN, new Highlight(chosen));
    chosen.startContainer.parentElement?.scrollIntoView({ block: 'center' });
    return () => void CSS.highlights.delete(CHOSEN);
  }, [chosen]);
  return (
    <FindField
      label="Find in both policies"
      placeholder="Find in both policies"
      query={query}
      onQuery={(next) => {
        setQuery(next);
        setAt(0);
        setMatches(scroller.current ? findInPassages(scroller.current, next) : NOTHING);
      }}
      at={at}
      count={matches.length}
      onStep={(by) => setAt((place) => (place + by + matches.length) % Math.max(1, matches.length))}
      onClose={onClose}
    />
  );
}

/** Whether the find bar is open; Ctrl+F opens it wherever the focus is. */
export function useFindKey(): readonly [isOpen: boolean, setOpen: (isOpen: boolean) => void] {
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'f' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      setOpen(true);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  return [isOpen, setOpen];
}
