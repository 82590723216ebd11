import { CircleAlert, CircleCheck, CircleDashed } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import type { ComparisonView } from '../../shared/ipc/comparison-requests.ts';
import { type AccountingVerdict, tellAccounting } from './accounting-check.ts';

/** What the comparison counts, and whether every word of both texts is shown: checked here, on the data that is drawn. */
export function AccountingLine({ view }: { readonly view: ComparisonView }): ReactNode {
  const verdict = useVerdict(view);
  const { stats, precise, limits } = view.comparison;
  const counts = [
    `${stats.kept.toLocaleString('en')} words kept`,
    `${stats.inserted.toLocaleString('en')} inserted`,
    `${stats.deleted.toLocaleString('en')} deleted`,
    ...(stats.moved > 0 ? [`${stats.moved.toLocaleString('en')} moved`] : []),
  ];
  return (
    <footer className="cmp-accounting" data-sound={verdict?.sound}>
      <span>{counts.join(' · ')}</span>
      {precise ? null : <span>{`Not word-exact: ${(limits ?? []).join('; ')}`}</span>}
      <span className="cmp-space" />
      <Verdict verdict={verdict} />
    </footer>
  );
}

function Verdict({ verdict }: { readonly verdict: AccountingVerdict | null }): ReactNode {
  const Icon = verdict === null ? CircleDashed : verdict.sound ? CircleCheck : CircleAlert;
  return (
    <span className="cmp-verdict" role={verdict?.sound === false ? 'alert' : undefined}>
      <Icon aria-hidden size={14} />
      {verdict?.text ?? 'Checking that every word is shown…'}
    </span>
  );
}

/** The check reads both texts anew, so it waits until the redline is on the screen. */
function useVerdict(view: ComparisonView): AccountingVerdict | null {
  const [checked, setChecked] = useState<{ view: ComparisonView; verdict: AccountingVerdict } | null>(null);
  useEffect(() => {
    const handle = requestIdleCallback(() => setChecked({ view, verdict: tellAccounting(view) }));
    return () => cancelIdleCallback(handle);
  }, [view]);
  return checked?.view === view ? checked.verdict : null;
}
