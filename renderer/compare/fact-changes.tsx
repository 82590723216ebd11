import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { type FactChange, factChanges } from '../../shared/align/fact-changes.ts';
import type { TextReference } from '../../shared/ipc/schemas.ts';
import { useEngineJob } from '../app/use-engine-job.ts';
import { countOf } from './change-words.ts';

interface FactChangesProps {
  readonly a: TextReference;
  readonly b: TextReference;
  /** Goes to a place in the old or the new text. */
  readonly onGo: (side: 'a' | 'b', offset: number) => void;
}

const SIGNS = { added: '+', removed: '−', changed: '±' } as const;
const TONES = { added: 'insert', removed: 'delete', changed: 'replace' } as const;

/** What the two texts state differently as facts: periods, vendors, contacts, dates. Shown where there is any. */
export function FactChanges({ a, b, onGo }: FactChangesProps): ReactNode {
  const rested = useRested();
  const { job } = useEngineJob('align.facts', rested ? { texts: [a, b] } : null);
  const table = job.state === 'ready' ? job.value.facts : null;
  const changes = useMemo(() => (table ? factChanges(table) : []), [table]);
  if (changes.length === 0) return null;
  return (
    <details className="cmp-facts">
      <summary>{countOf(changes.length, 'fact stated differently', 'facts stated differently')}</summary>
      <ul>
        {changes.map((change) => (
          <li key={`${change.fact} ${change.text}`}>
            <FactLine change={change} onGo={onGo} />
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Reading facts takes the engine as long as comparing; someone who leafs through versions should not wait for it. */
const REST_MS = 600;

function useRested(): boolean {
  const [rested, setRested] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setRested(true), REST_MS);
    return () => clearTimeout(timer);
  }, []);
  return rested;
}

function FactLine({
  change,
  onGo,
}: Pick<FactChangesProps, 'onGo'> & { readonly change: FactChange }): ReactNode {
  const { kind, text, before, after } = change;
  const place = after?.range
    ? ({ side: 'b', offset: after.range.from } as const)
    : before?.range
      ? ({ side: 'a', offset: before.range.from } as const)
      : null;
  // The engine's own line begins with the sign; the sign stands in a column here.
  const words = text.replace(/^[+−-] /u, '');
  return (
    <>
      <span className="cmp-item-sign" data-tone={TONES[kind]} aria-hidden>
        {SIGNS[kind]}
      </span>
      {place ? (
        <button type="button" className="cmp-fact" onClick={() => onGo(place.side, place.offset)}>
          <span className="visually-hidden">{`${kind}: `}</span>
          {words}
        </button>
      ) : (
        <span>
          <span className="visually-hidden">{`${kind}: `}</span>
          {words}
        </span>
      )}
    </>
  );
}
