import { CircleAlert, CircleCheck } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import type { ComparisonView } from '../../shared/ipc/contract.ts';
import { tellAccounting } from './accounting-check.ts';

/** What the comparison counts, and whether every word of both texts is shown: checked here on the data that is drawn. */
export function AccountingLine({ view }: { readonly view: ComparisonView }): ReactNode {
  const { sound, text } = useMemo(() => tellAccounting(view), [view]);
  const { stats, precise, limits } = view.comparison;
  const counts = [
    `${stats.kept.toLocaleString('en')} words kept`,
    `${stats.inserted.toLocaleString('en')} inserted`,
    `${stats.deleted.toLocaleString('en')} deleted`,
    ...(stats.moved > 0 ? [`${stats.moved.toLocaleString('en')} moved`] : []),
  ];
  return (
    <footer className="cmp-accounting" data-sound={sound}>
      <span>{counts.join(' · ')}</span>
      {precise ? null : <span>{`Not word-exact: ${(limits ?? []).join('; ')}`}</span>}
      <span className="cmp-space" />
      <span className="cmp-verdict" role={sound ? undefined : 'alert'}>
        {sound ? <CircleCheck aria-hidden size={14} /> : <CircleAlert aria-hidden size={14} />}
        {text}
      </span>
    </footer>
  );
}
