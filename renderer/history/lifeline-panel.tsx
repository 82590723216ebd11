import { Waypoints, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Lifeline } from '../../shared/ipc/history-requests.ts';
import { useServices } from '../app/services.ts';
import { useEngineJob } from '../app/use-engine-job.ts';
import { Button, IconButton } from '../components/button.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { Field } from '../components/field.tsx';
import { formatCount, formatDate } from '../components/format-date.ts';
import { Progress } from '../components/progress.tsx';
import { LifelineSteps } from './lifeline-steps.tsx';
import './lifeline-panel.css';
import { appearance, changeCount, readingOn } from './lifeline-reading.ts';
import type { TraceSubject } from './lifelines.ts';

/** How one passage came to read as it does: when it appeared, each change since, and how it read on a date. */
export function LifelinePanel({ subject }: { readonly subject: TraceSubject }) {
  const { lifelines } = useServices();
  const { versionId, from, to, draft, text } = subject;
  const { job, cancel } = useEngineJob('lifeline.trace', {
    versionId,
    from,
    to,
    ...(draft === undefined ? {} : { draft }),
  });
  useClosingKey(lifelines.close);
  return (
    <aside className="lifeline" aria-labelledby="lifeline-title">
      <header className="lifeline-head">
        <h2 id="lifeline-title">Lifeline</h2>
        <IconButton icon={X} label="Close the lifeline" shortcut="Esc" onPress={lifelines.close} />
      </header>
      <div className="lifeline-body">
        <blockquote className="lifeline-passage selectable">{text}</blockquote>
        {job.state === 'running' ? (
          <div className="lifeline-wait">
            <Progress label="Reading earlier versions…" fraction={job.fraction} />
            <Button onPress={cancel}>Cancel</Button>
          </div>
        ) : null}
        {job.state === 'failed' ? (
          <EmptyState
            place="panel"
            tone={job.failure.code === 'cancelled' ? 'quiet' : 'error'}
            title={job.failure.code === 'cancelled' ? 'Stopped' : 'The passage could not be traced'}
          >
            {job.failure.code === 'cancelled' ? 'Trace it again to go on.' : job.failure.message}
          </EmptyState>
        ) : null}
        {job.state === 'ready' ? <Story lifeline={job.value} policyId={subject.policyId} /> : null}
      </div>
    </aside>
  );
}

function Story({ lifeline, policyId }: { readonly lifeline: Lifeline; readonly policyId: number }) {
  const { navigator } = useServices();
  const summary = summarise(lifeline);
  useEffect(() => navigator.announce(summary), [navigator, summary]);
  const first = appearance(lifeline);
  if (!first)
    return (
      <EmptyState icon={Waypoints} place="panel" title="Only in the draft">
        No saved version has this passage, or anything near enough to be called the same.
      </EmptyState>
    );
  return (
    <>
      <p className="lifeline-summary">{summary}</p>
      <OnDate lifeline={lifeline} />
      <LifelineSteps lifeline={lifeline} policyId={policyId} />
    </>
  );
}

/** "First appeared on 5 Mar 2014 in version 1. Changed 3 times since, last on 2 May 2019." */
function summarise(lifeline: Lifeline): string {
  const first = appearance(lifeline);
  if (!first) return 'Only in the draft.';
  const last = lifeline.events[0];
  const changes = changeCount(lifeline);
  const since =
    changes === 0
      ? 'It has not changed since.'
      : `Changed ${changes === 1 ? 'once' : formatCount(changes, 'time')} since, last on ${formatDate(last?.date ?? '')} in version ${last?.number}.`;
  const draft = lifeline.draft?.kind === 'changed' ? ' The draft changes it again.' : '';
  return `First appeared on ${formatDate(first.date)} in version ${first.number}. ${since}${draft}`;
}

function OnDate({ lifeline }: { readonly lifeline: Lifeline }) {
  const [date, setDate] = useState('');
  const first = appearance(lifeline);
  const reading = /^\d{4}-\d{2}-\d{2}$/.test(date) ? readingOn(lifeline, date) : undefined;
  return (
    <section className="lifeline-date" aria-label="One date">
      <Field label="How it read on" type="date" value={date} onChange={setDate} />
      <div role="status">
        {reading === null && first ? (
          <p className="lifeline-note">
            It was not there yet: it first appeared on {formatDate(first.date)}.
          </p>
        ) : null}
        {reading ? (
          <>
            <p className="lifeline-note">
              As in version {reading.number}, from {formatDate(reading.date)}:
            </p>
            <blockquote className="lifeline-quote selectable">{reading.text}</blockquote>
          </>
        ) : null}
      </div>
    </section>
  );
}

/** Escape closes the panel unless something in front of it, or the editor, has a use for the key. */
function useClosingKey(close: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const inPanel = event.target instanceof Element && event.target.closest('.lifeline') !== null;
      if (event.key === 'Escape' && !event.defaultPrevented && inPanel) close();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [close]);
}
