import type { DefinedTerm } from '../../../shared/structure/inspection.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { formatCount } from '../../components/format-date.ts';
import { RowList } from '../../components/row-list.tsx';
import { rowOnLine } from './caret-row.ts';
import { useCaretLine, useGoTo } from './use-place.ts';

/** The terms that the text defines, with how often each is used. */
export function TermsPanel({ terms }: { readonly terms: readonly DefinedTerm[] }) {
  const goTo = useGoTo();
  const line = useCaretLine();
  if (terms.length === 0)
    return (
      <EmptyState place="panel" title="No defined terms">
        A term is defined where it first stands in quotation marks with its meaning, as in: “Services” means…
      </EmptyState>
    );
  return (
    <RowList
      label="Defined terms"
      rows={terms}
      keyOf={(_, index) => String(index)}
      current={rowOnLine(terms, line)}
      onActivate={goTo}
      estimate={62}
    >
      {(term) => (
        <>
          <span className="place-line">
            <span className="place-name place-strong">{term.term}</span>
            <span className="place-aside">{term.uses === 0 ? 'unused' : formatCount(term.uses, 'use')}</span>
          </span>
          <span className="place-note">{term.sentence}</span>
        </>
      )}
    </RowList>
  );
}
