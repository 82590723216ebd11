import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { countOf } from '../compare/change-words.ts';
import { IconButton } from './button.tsx';
import './field.css';
import './find-field.css';

interface FindFieldProps {
  /** The accessible name: what is searched. */
  readonly label: string;
  readonly placeholder: string;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  /** Place of the chosen match among them, from 0. */
  readonly at: number;
  readonly count: number;
  readonly onStep: (by: 1 | -1) => void;
  readonly onClose: () => void;
}

/** The bar that finds words in what is shown; Enter and Shift+Enter step through the matches, Escape closes it. */
export function FindField(props: FindFieldProps): ReactNode {
  const { label, placeholder, query, onQuery, at, count, onStep, onClose } = props;
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  return (
    <search className="find-field">
      <input
        ref={input}
        className="text-input"
        type="text"
        aria-label={label}
        placeholder={placeholder}
        value={query}
        onChange={(event) => onQuery(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') onStep(event.shiftKey ? -1 : 1);
          if (event.key === 'Escape') onClose();
        }}
      />
      <span className="find-count" role="status">
        {query.trim() === '' ? '' : tellPlace(at, count)}
      </span>
      <IconButton
        icon={ChevronUp}
        label="Previous match"
        shortcut="Shift+Enter"
        onPress={() => onStep(-1)}
        isDisabled={count === 0}
      />
      <IconButton
        icon={ChevronDown}
        label="Next match"
        shortcut="Enter"
        onPress={() => onStep(1)}
        isDisabled={count === 0}
      />
      <IconButton icon={X} label="Close find" shortcut="Esc" onPress={onClose} />
    </search>
  );
}

function tellPlace(at: number, count: number): string {
  return count === 0 ? 'No matches' : `${(at % count) + 1} of ${countOf(count, 'match', 'matches')}`;
}
