import type { TimeCommitment } from '../../../shared/structure/inspection.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { RowList } from '../../components/row-list.tsx';
import { rowOnLine } from './caret-row.ts';
import { commitmentKind, commitmentLength } from './commitment-words.ts';
import { useCaretLine, useGoTo } from './use-place.ts';

/** Every period the text commits to: how long data is kept, how soon requests are answered. */
export function CommitmentsPanel({ commitments }: { readonly commitments: readonly TimeCommitment[] }) {
  const goTo = useGoTo();
  const line = useCaretLine();
  if (commitments.length === 0)
    return (
      <EmptyState place="panel" title="No time commitments">
        Retention, deletion, notice and response periods appear here when the text states them in numbers.
      </EmptyState>
    );
  return (
    <RowList
      label="Time commitments"
      rows={commitments}
      keyOf={(_, index) => String(index)}
      current={rowOnLine(commitments, line)}
      onActivate={goTo}
      estimate={62}
    >
      {(commitment) => (
        <>
          <span className="place-line">
            <span className="place-name place-strong">{commitmentLength(commitment)}</span>
            <span className="place-aside">{commitmentKind(commitment.kind)}</span>
          </span>
          <span className="place-note">{commitment.quote}</span>
        </>
      )}
    </RowList>
  );
}
