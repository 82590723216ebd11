import type { ReactNode } from 'react';
import type { EngineJob } from '../app/use-engine-job.ts';
import { EmptyState } from '../components/empty-state.tsx';
import { Progress } from '../components/progress.tsx';

interface JobPlaceProps<Value> {
  readonly job: EngineJob<Value>;
  readonly label: string;
  readonly children: (value: Value) => ReactNode;
}

/** What stands where an answer of the engine will: progress, the failure in words, or the answer. */
export function JobPlace<Value>({ job, label, children }: JobPlaceProps<Value>): ReactNode {
  switch (job.state) {
    case 'ready':
      return children(job.value);
    case 'failed':
      return (
        <EmptyState tone="error" title="These policies could not be read">
          {job.failure.message}
        </EmptyState>
      );
    default:
      return (
        <div className="co-waiting" aria-busy>
          <Progress label={label} fraction={job.state === 'running' ? job.fraction : null} />
        </div>
      );
  }
}
