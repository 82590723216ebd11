import { CircleAlert, ShieldCheck } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { VerifyReport } from '../../shared/ipc/library-requests.ts';
import type { Result } from '../../shared/model/result.ts';
import { useServices } from '../app/services.ts';
import { useStore } from '../app/store.ts';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { formatCount } from '../components/format-date.ts';
import { Progress } from '../components/progress.tsx';
import './verify-dialog.css';

/** Checks every version of the library against its recorded hash, with progress and a way to stop. */
export function VerifyDialog() {
  const { navigator, jobs } = useServices();
  const [job, setJob] = useState<string | null>(null);
  const [answer, setAnswer] = useState<Result<VerifyReport> | null>(null);
  const started = useRef(false);
  const progress = useStore(jobs.store, (list) => list.find((candidate) => candidate.id === job) ?? null);

  useEffect(() => {
    if (started.current) return;
    started.current = true;
    void jobs
      .run('Checking the library', 'library.verify', (id) => ({ job: id }), { quiet: true, onStart: setJob })
      .then(setAnswer);
  }, [jobs]);

  const stop = (): void => {
    if (job && !answer) jobs.cancel(job);
    navigator.closeDialog();
  };
  return (
    <Dialog
      title="Check the library"
      onClose={stop}
      actions={
        <>
          {answer && hasProblems(answer) ? (
            <Button onPress={() => navigator.open({ kind: 'restore' })}>Restore a backup…</Button>
          ) : null}
          <Button onPress={stop}>{answer ? 'Close' : 'Cancel'}</Button>
        </>
      }
    >
      {answer ? (
        <Outcome answer={answer} />
      ) : (
        <Progress
          label={progress?.message || 'Reading every version…'}
          fraction={progress?.fraction ?? null}
        />
      )}
    </Dialog>
  );
}

function hasProblems(answer: Result<VerifyReport>): boolean {
  return !answer.ok || answer.value.problems.length > 0;
}

function Outcome({ answer }: { readonly answer: Result<VerifyReport> }) {
  if (!answer.ok)
    return (
      <EmptyState tone="error" icon={CircleAlert} title="The library could not be checked">
        {answer.error.message}
      </EmptyState>
    );
  const { policies, versions, problems } = answer.value;
  const scope = `${formatCount(versions, 'version')} of ${formatCount(policies, 'policy', 'policies')}`;
  if (problems.length === 0)
    return (
      <EmptyState icon={ShieldCheck} title="Everything is as it was saved">
        {scope} read and compared with the recorded hashes.
      </EmptyState>
    );
  return (
    <div role="alert">
      <p className="verify-summary">
        {formatCount(problems.length, 'problem')} in {scope}. Nothing has been changed.
      </p>
      <ul className="verify-problems selectable">
        {problems.map((problem) => (
          <li key={`${problem.place}-${problem.message}`}>
            <strong>{problem.place}</strong> {problem.message}
          </li>
        ))}
      </ul>
    </div>
  );
}
