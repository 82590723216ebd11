import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react';
import { unpackView } from '../../shared/compare/packed-view.ts';
import type { TextReference } from '../../shared/ipc/schemas.ts';
import { textTitle } from '../../shared/publish/text-title.ts';
import { useServices } from '../app/services.ts';
import { useEngineJob } from '../app/use-engine-job.ts';
import { Button } from '../components/button.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { Progress } from '../components/progress.tsx';
import { CompareStart } from './compare-start.tsx';
import { ComparePickers } from './compare-toolbar.tsx';
import { RedlineReader } from './redline-reader.tsx';
import './compare.css';

interface CompareViewProps {
  readonly a: TextReference | null;
  readonly b: TextReference | null;
  /** The policy whose versions the pickers offer first. */
  readonly policyId?: number | null;
  readonly onChoose: (a: TextReference | null, b: TextReference | null) => void;
  /** Takes the wording of a change over into the draft; without it the command is not offered. */
  readonly onCopyToDraft?: (text: string) => void;
  readonly onClose: () => void;
}

/** Two texts compared: choosing them, waiting for the engine, and the redline itself. */
export function CompareView(props: CompareViewProps): ReactNode {
  const { a, b, policyId = null, onChoose, onCopyToDraft, onClose } = props;
  const [round, setRound] = useState(0);
  const { job: current, cancel } = useEngineJob('compare.view', a && b ? { a, b } : null, round);
  const again = () => setRound(round + 1);
  const packed = current.state === 'ready' ? current.value : null;
  const view = useMemo(() => (packed === null ? null : unpackView(packed)), [packed]);
  const { labelOf, name } = useLabels(policyId);
  useEffect(() => {
    if (!view || !a || !b) return;
    name(a, view.comparison.a.label);
    name(b, view.comparison.b.label);
  }, [view, a, b, name]);
  return (
    <section className="cmp" aria-label="Compare">
      <ComparePickers
        a={a}
        b={b}
        labelOf={labelOf}
        onNamed={name}
        policyId={policyId}
        onChoose={onChoose}
        onClose={onClose}
      />
      {current.state === 'idle' ? <CompareStart policyId={policyId} onChoose={onChoose} /> : null}
      {current.state === 'running' ? (
        <Waiting message={current.message || 'Comparing'} fraction={current.fraction} onCancel={cancel} />
      ) : null}
      {current.state === 'failed' ? (
        <EmptyState
          tone={current.failure.code === 'cancelled' ? 'quiet' : 'error'}
          title={
            current.failure.code === 'cancelled' ? 'Comparison stopped' : 'These texts could not be compared'
          }
          actions={<Button onPress={again}>Compare again</Button>}
        >
          {current.failure.code === 'cancelled' ? null : current.failure.message}
        </EmptyState>
      ) : null}
      {view && packed !== null && a && b ? (
        <RedlineReader
          view={view}
          packed={packed}
          a={a}
          b={b}
          labelA={labelOf(a) || view.comparison.a.label}
          labelB={labelOf(b) || view.comparison.b.label}
          {...(onCopyToDraft ? { onCopyToDraft } : {})}
        />
      ) : null}
    </section>
  );
}

interface Labels {
  readonly labelOf: (reference: TextReference | null) => string;
  readonly name: (reference: TextReference, label: string) => void;
}

/** Remembers what texts are called: those of the open policy at once, others from the lists they were chosen in and from the engine. */
function useLabels(policyId: number | null): Labels {
  const { client } = useServices();
  const [labels, setLabels] = useState<ReadonlyMap<string, string>>(new Map());
  const name = useCallback((reference: TextReference, label: string) => {
    const key = JSON.stringify(reference);
    setLabels((known) => (known.has(key) ? known : new Map(known).set(key, label)));
  }, []);
  useEffect(() => {
    if (policyId === null) return;
    void client.request('policy.get', { policyId }).then((answer) => {
      if (!answer.ok) return;
      const { company, policy, versions } = answer.value;
      const owner = { company: company.name, policy: policy.name };
      name({ kind: 'draft', policyId }, textTitle(owner, null));
      for (const version of versions)
        name({ kind: 'version', versionId: version.id }, textTitle(owner, version));
    });
  }, [client, policyId, name]);
  const labelOf = (reference: TextReference | null) => labels.get(JSON.stringify(reference)) ?? '';
  return { labelOf, name };
}

/** Most comparisons are done before a bar could be read; a flash of one would only disturb. */
const BAR_DELAY_MS = 250;

interface WaitingProps {
  readonly message: string;
  readonly fraction: number | null;
  readonly onCancel: () => void;
}

function Waiting({ message, fraction, onCancel }: WaitingProps): ReactNode {
  const [late, setLate] = useState(false);
  const { navigator } = useServices();
  useEffect(() => {
    const timer = setTimeout(() => {
      setLate(true);
      navigator.announce('Comparing');
    }, BAR_DELAY_MS);
    return () => clearTimeout(timer);
  }, [navigator]);
  if (!late) return <div className="cmp-waiting" aria-busy />;
  return (
    <div className="cmp-waiting" aria-busy>
      <Progress label={message} fraction={fraction} />
      <Button onPress={onCancel}>Cancel</Button>
    </div>
  );
}
