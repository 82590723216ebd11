import { type ReactNode, useState } from 'react';
import type { Comparison, DefinitionImpact, TermRename } from '../../shared/compare/comparison.ts';
import { countOf } from './change-words.ts';

interface ConsequencesProps {
  readonly comparison: Comparison;
  readonly onChange: (change: number) => void;
  /** Goes to a place in the new text. */
  readonly onGo: (side: 'b', offset: number) => void;
}

/** What single changes amount to: words renamed throughout, and definitions whose clauses now say something else. */
export function Consequences({ comparison, onChange, onGo }: ConsequencesProps): ReactNode {
  const { renames = [], definitions = [] } = comparison;
  if (renames.length === 0 && definitions.length === 0) return null;
  const widest = [...definitions].sort((x, y) => y.uses.length - x.uses.length);
  const shown = definitions.length <= FEW_DEFINITIONS ? definitions.length : 1;
  const definitionsOf = (list: readonly DefinitionImpact[]): ReactNode =>
    list.map((definition) => (
      <Definition key={definition.term} definition={definition} onChange={onChange} onGo={onGo} />
    ));
  return (
    <div className="cmp-consequences">
      {renames.map((rename) => (
        <Rename key={`${rename.from} ${rename.to}`} rename={rename} onChange={onChange} />
      ))}
      {definitionsOf(widest.slice(0, shown))}
      {widest.length > shown ? (
        <details className="cmp-definition">
          <summary>{`${countOf(widest.length - shown, 'more definition')} changed`}</summary>
          {definitionsOf(widest.slice(shown))}
        </details>
      ) : null}
    </div>
  );
}

/** So many definitions are told one by one; of more, as a rewritten policy has dozens, only the one with most clauses, since the filters stand below. */
const FEW_DEFINITIONS = 3;

interface RenameProps extends Pick<ConsequencesProps, 'onChange'> {
  readonly rename: TermRename;
}

/** One renaming with its n places; each press goes to the next of them. */
function Rename({ rename, onChange }: RenameProps): ReactNode {
  const [next, setNext] = useState(0);
  const { from, to, changes, complete } = rename;
  const go = () => {
    const change = changes[next % changes.length];
    if (change !== undefined) onChange(change);
    setNext(next + 1);
  };
  return (
    <button type="button" className="cmp-fact" title="Go to the next place" onClick={go}>
      Renamed: <del>{from}</del> <ins>{to}</ins>
      {` in ${countOf(changes.length, 'place')}`}
      {complete ? '' : '; the old words still stand elsewhere'}
    </button>
  );
}

interface DefinitionProps extends Pick<ConsequencesProps, 'onChange' | 'onGo'> {
  readonly definition: DefinitionImpact;
}

/** A definition that changed, and every clause of the new text that uses its term. */
function Definition({ definition, onChange, onGo }: DefinitionProps): ReactNode {
  const { term, changes, uses } = definition;
  const [first] = changes;
  return (
    <details className="cmp-definition">
      <summary>
        {`“${term}” is defined anew; ${uses.length === 0 ? 'no other clause uses it' : countOf(uses.length, 'clause uses it', 'clauses use it')}`}
      </summary>
      <ul>
        {first === undefined ? null : (
          <li>
            <button type="button" className="cmp-fact" onClick={() => onChange(first)}>
              The definition
            </button>
          </li>
        )}
        {uses.map((use) => (
          <li key={use.from}>
            <button type="button" className="cmp-fact" onClick={() => onGo('b', use.from)}>
              {use.section.at(-1) ?? 'Before the first heading'}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
