import { ArrowDown, ArrowUp, Check, CircleAlert, type LucideIcon, Split } from 'lucide-react';
import { Button } from '../components/button.tsx';
import { canPull, canPush, describeStanding, type ShareRow } from './share-rows.ts';
import type { Sharing } from './use-sharing.ts';

const ICONS: Readonly<Record<ShareRow['state'], LucideIcon>> = {
  same: Check,
  ahead: ArrowUp,
  'only-here': ArrowUp,
  behind: ArrowDown,
  'only-there': ArrowDown,
  apart: Split,
  unreadable: CircleAlert,
};

interface ShareListProps {
  readonly rows: readonly ShareRow[];
  readonly sharing: Sharing;
}

/** Policies with how both sides stand, each with what can be done about it. */
export function ShareList({ rows, sharing }: ShareListProps) {
  return (
    <ul className="share-rows" aria-label="Policies and how both sides stand">
      {rows.map((row) => (
        <Row key={row.branch} row={row} sharing={sharing} />
      ))}
    </ul>
  );
}

function Row({ row, sharing }: { readonly row: ShareRow; readonly sharing: Sharing }) {
  const Icon = ICONS[row.state];
  const busy = sharing.running !== null;
  const name = `${row.company}: ${row.policy}`;
  return (
    <li className="share-row" data-state={row.state}>
      <Icon aria-hidden size={16} strokeWidth={1.8} />
      <div>
        <p className="share-name">
          {row.policy} <span className="share-company">{row.company}</span>
        </p>
        <p className="share-standing">{describeStanding(row)}</p>
      </div>
      {canPush(row) ? (
        <Button
          isDisabled={busy}
          aria-label={`Push ${name}`}
          onPress={() => void sharing.bringUpToDate([row], 'push')}
        >
          Push
        </Button>
      ) : null}
      {canPull(row) ? (
        <Button
          isDisabled={busy}
          aria-label={`Pull ${name}`}
          onPress={() => void sharing.bringUpToDate([row], 'pull')}
        >
          Pull
        </Button>
      ) : null}
      {row.state === 'apart' ? (
        <Button
          isDisabled={busy}
          aria-label={`Take theirs of ${name}`}
          onPress={() => void sharing.takeBeside(row)}
        >
          Take theirs too
        </Button>
      ) : null}
    </li>
  );
}
