import { useState } from 'react';
import type { ExchangedPolicy, ExchangeReport, SharedPolicy } from '../../shared/ipc/import-requests.ts';
import type { Failure, Result } from '../../shared/model/result.ts';
import type { Job } from '../app/jobs.ts';
import { useServices } from '../app/services.ts';
import { useStore } from '../app/store.ts';
import { type EngineJob, useEngineJob } from '../app/use-engine-job.ts';
import { canPull, canPush, type ShareRow } from './share-rows.ts';

/** A repository that policies are shared through, and what can be done with it. */
export interface Sharing {
  readonly listed: EngineJob<readonly SharedPolicy[]>;
  /** The work under way, or null. */
  readonly running: Job | null;
  /** What became of each policy the last time; null before anything was done. */
  readonly report: readonly ExchangedPolicy[] | null;
  readonly failure: Failure | null;
  /** Pulls and pushes those of the rows that can be; `only` leaves out one of the two. */
  bringUpToDate(rows: readonly ShareRow[], only?: 'push' | 'pull'): Promise<void>;
  /** Takes the other side's history in as a policy of its own. */
  takeBeside(row: ShareRow): Promise<void>;
  stop(): void;
}

/** Shares through the repository in `folder`; nothing is asked while it is empty. */
export function useSharing(folder: string): Sharing {
  const { jobs, library } = useServices();
  const [round, setRound] = useState(0);
  const [jobId, setJobId] = useState('');
  const [report, setReport] = useState<readonly ExchangedPolicy[] | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const { job: listed } = useEngineJob('exchange.list', folder ? { folder } : null, round);
  const running = useStore(jobs.store, (list) => list.find(({ id }) => id === jobId) ?? null);
  const options = { quiet: true, onStart: setJobId };

  const pull = (branches: readonly string[], as?: { company: string; policy: string }) =>
    jobs.run(
      'Pulling',
      'exchange.pull',
      (job) => ({ job, folder, branches: [...branches], ...(as ? { as } : {}) }),
      options,
    );
  const push = (policyIds: readonly number[]) =>
    jobs.run(
      'Pushing',
      'exchange.push',
      (job) => ({ job, folder, policyIds: [...policyIds], create: true }),
      options,
    );
  /** One step after the other; a step that fails or is stopped ends it, and what was done until then is told. */
  const work = async (steps: readonly (() => Promise<Result<ExchangeReport>>)[]): Promise<void> => {
    const done: ExchangedPolicy[] = [];
    setFailure(null);
    for (const step of steps) {
      const answer = await step();
      if (!answer.ok) {
        setFailure(answer.error);
        break;
      }
      done.push(...answer.value.policies);
    }
    await library.reload();
    setReport(done);
    setRound((before) => before + 1);
  };
  return {
    listed,
    running,
    report,
    failure,
    bringUpToDate(rows, only) {
      const branches = only === 'push' ? [] : rows.filter(canPull).map(({ branch }) => branch);
      const policyIds = only === 'pull' ? [] : rows.filter(canPush).flatMap(({ policyId }) => policyId ?? []);
      return work([
        ...(branches.length > 0 ? [() => pull(branches)] : []),
        ...(policyIds.length > 0 ? [() => push(policyIds)] : []),
      ]);
    },
    takeBeside: ({ branch, company, policy }) =>
      work([() => pull([branch], { company, policy: `${policy} (theirs)` })]),
    stop: () => jobs.cancel(jobId),
  };
}
