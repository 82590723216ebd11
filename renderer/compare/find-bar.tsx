import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { type ReactNode, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import type { Redline } from '../../shared/compare/redline.ts';
import { IconButton } from '../components/button.tsx';
import { countOf } from './change-words.ts';
import { type FindMatch, findText } from './find-text.ts';
import type { RedlineLayout } from './redline-row.tsx';
import '../components/field.css';

interface FindBarProps {
  readonly redline: Redline;
  readonly layout: RedlineLayout;
  readonly onShow: (matches: readonly FindMatch[]) => void;
  readonly onChoose: (match: FindMatch | null) => void;
  readonly onClose: () => void;
}

/** Finds words in the comparison; Enter and Shift+Enter step through the matches. */
export function FindBar({ redline, layout, onShow, onChoose, onClose }: FindBarProps): ReactNode {
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const wanted = useDeferredValue(query);
  const matches = useMemo(
    () => findText(redline, wanted, layout === 'inline' ? ['inline'] : ['a', 'b']),
    [redline, wanted, layout],
  );
  const stops = useMemo(() => matches.filter((match) => match.stop), [matches]);
  const chosen = stops.length > 0 ? (stops[at % stops.length] ?? null) : null;

  useEffect(() => input.current?.focus(), []);
  useEffect(() => onShow(matches), [matches, onShow]);
  useEffect(() => onChoose(chosen), [chosen, onChoose]);

  const step = (by: number) => setAt((place) => (place + by + stops.length) % Math.max(1, stops.length));
  return (
    <search className="cmp-find">
      <input
        ref={input}
        className="text-input"
        type="text"
        aria-label="Find in the comparison"
        placeholder="Find in both texts"
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setAt(0);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') step(event.shiftKey ? -1 : 1);
          if (event.key === 'Escape') onClose();
        }}
      />
      <span className="cmp-find-count" role="status">
        {query.trim() === '' ? '' : tellPlace(at, stops.length)}
      </span>
      <IconButton
        icon={ChevronUp}
        label="Previous match"
        shortcut="Shift+Enter"
        onPress={() => step(-1)}
        isDisabled={stops.length === 0}
      />
      <IconButton
        icon={ChevronDown}
        label="Next match"
        shortcut="Enter"
        onPress={() => step(1)}
        isDisabled={stops.length === 0}
      />
      <IconButton icon={X} label="Close find" shortcut="Esc" onPress={onClose} />
    </search>
  );
}

function tellPlace(at: number, count: number): string {
  return count === 0 ? 'No matches' : `${(at % count) + 1} of ${countOf(count, 'match', 'matches')}`;
}
