import { CircleAlert, CircleCheck, CircleDashed } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import type { Comparison } from '../../shared/compare/comparison.ts';
import AccountingWorker from './accounting.worker.ts?worker';
import type { AccountingVerdict } from './accounting-check.ts';

const NOT_CHECKED: AccountingVerdict = {
  sound: false,
  text: 'Whether every word is shown could not be checked.',
};

interface AccountingLineProps {
  readonly comparison: Comparison;
  /** The same as it came from the engine. */
  readonly packed: string;
}

/** What the comparison counts, and whether every word of both texts is shown: checked here, on the data that is drawn. */
export function AccountingLine({ comparison, packed }: AccountingLineProps): ReactNode {
  const verdict = useVerdict(packed);
  const { stats, precise, limits } = comparison;
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

/**
 * The check reads both texts anew, which takes as long as comparing them: in a worker of its own, so that scrolling does not wait for
 * it, and once the redline is on the screen. The worker ends with its verdict.
 */
function useVerdict(packed: string): AccountingVerdict | null {
  const [checked, setChecked] = useState<{ packed: string; verdict: AccountingVerdict } | null>(null);
  useEffect(() => {
    let worker: Worker | null = null;
    const tell = (verdict: AccountingVerdict): void => {
      worker?.terminate();
      setChecked({ packed, verdict });
    };
    const handle = requestIdleCallback(() => {
      worker = new AccountingWorker();
      worker.onmessage = ({ data }: MessageEvent<AccountingVerdict>) => tell(data);
      worker.onerror = () => tell(NOT_CHECKED);
      worker.postMessage(packed);
    });
    return () => {
      cancelIdleCallback(handle);
      worker?.terminate();
    };
  }, [packed]);
  return checked?.packed === packed ? checked.verdict : null;
}
