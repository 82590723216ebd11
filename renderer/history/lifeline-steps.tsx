import { BookOpenText, GitCompare } from 'lucide-react';
import type { RedlinePiece } from '../../shared/compare/redline-pieces.ts';
import type { Lifeline, LifelineEvent } from '../../shared/ipc/history-requests.ts';
import { inDateOrder } from '../../shared/model/version-order.ts';
import { useServices } from '../app/services.ts';
import { useStore } from '../app/store.ts';
import { IconButton } from '../components/button.tsx';
import { formatDate } from '../components/format-date.ts';
import { PassageRedline } from '../components/passage-redline.tsx';

/** What happened in a step, in a word or two. */
const STEPS: Readonly<Record<LifelineEvent['kind'], string>> = {
  appeared: 'Appeared',
  changed: 'Changed',
  returned: 'Came back',
};

interface LifelineStepsProps {
  readonly lifeline: Lifeline;
  readonly policyId: number;
}

/** The steps of a lifeline, newest first, each with what became of the words. */
export function LifelineSteps({ lifeline: { events, draft }, policyId }: LifelineStepsProps) {
  return (
    <ol className="lifeline-steps" aria-label="Changes of the passage, newest first">
      {draft?.kind === 'changed' ? (
        <li className="lifeline-step" data-kind="draft">
          <p className="lifeline-when">
            <strong>Changed</strong> in the draft
          </p>
          <Redline pieces={draft.redline} />
        </li>
      ) : null}
      {events.map((event) => (
        <Step key={`${event.versionId}-${event.kind}`} event={event} policyId={policyId} />
      ))}
    </ol>
  );
}

function Step({ event, policyId }: { readonly event: LifelineEvent; readonly policyId: number }) {
  const { navigator } = useServices();
  const before = useVersionBefore(event.versionId, policyId);
  const { kind, number, date, note, versionId, from, to, redline } = event;
  return (
    <li className="lifeline-step" data-kind={kind}>
      <div className="lifeline-line">
        <p className="lifeline-when">
          <strong>{STEPS[kind]}</strong> {formatDate(date)}, version {number}
        </p>
        <IconButton
          icon={BookOpenText}
          label={`Read version ${number} at this passage`}
          onPress={() => navigator.read(versionId, { from, to })}
        />
        {before === null ? null : (
          <IconButton
            icon={GitCompare}
            label={`Compare version ${number} with the one before`}
            onPress={() =>
              navigator.compare({ kind: 'version', versionId: before }, { kind: 'version', versionId })
            }
          />
        )}
      </div>
      {note ? <p className="lifeline-note selectable">{note}</p> : null}
      {kind !== 'changed' ? (
        <blockquote className="lifeline-quote selectable">{event.text}</blockquote>
      ) : (
        <Redline pieces={redline} />
      )}
    </li>
  );
}

function Redline({ pieces }: { readonly pieces: readonly RedlinePiece[] }) {
  return (
    <blockquote className="lifeline-quote selectable">
      <PassageRedline pieces={pieces} />
    </blockquote>
  );
}

/** The id of the version that was in force before; null for the first one. */
function useVersionBefore(versionId: number, policyId: number): number | null {
  const { session } = useServices();
  const versions = useStore(session.store, (state) =>
    state.kind === 'open' && state.document.policyId === policyId ? state.document.detail.versions : null,
  );
  const ordered = inDateOrder(versions ?? []);
  const at = ordered.findIndex(({ id }) => id === versionId);
  return ordered[at - 1]?.id ?? null;
}
