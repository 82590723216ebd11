import { type ReactNode, useDeferredValue, useEffect, useMemo, useState } from 'react';
import type { Redline } from '../../shared/compare/redline.ts';
import { FindField } from '../components/find-field.tsx';
import { type FindMatch, findText } from './find-text.ts';
import type { RedlineLayout } from './redline-row.tsx';

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
  const wanted = useDeferredValue(query);
  const matches = useMemo(
    () => findText(redline, wanted, layout === 'inline' ? ['inline'] : ['a', 'b']),
    [redline, wanted, layout],
  );
  const stops = useMemo(() => matches.filter((match) => match.stop), [matches]);
  const chosen = stops.length > 0 ? (stops[at % stops.length] ?? null) : null;

  useEffect(() => onShow(matches), [matches, onShow]);
  useEffect(() => onChoose(chosen), [chosen, onChoose]);

  return (
    <FindField
      label="Find in the comparison"
      placeholder="Find in both texts"
      query={query}
      onQuery={(next) => {
        setQuery(next);
        setAt(0);
      }}
      at={at}
      count={stops.length}
      onStep={(by) => setAt((place) => (place + by + stops.length) % Math.max(1, stops.length))}
      onClose={onClose}
    />
  );
}
