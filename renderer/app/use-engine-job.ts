import { useEffect, useRef, useState } from 'react';
import type { RequestArgs, RequestValue } from '../../shared/ipc/contract.ts';
import type { Failure } from '../../shared/model/result.ts';
import { newJobId } from './client.ts';
import type { JobRequest } from './jobs.ts';
import { useServices } from './services.ts';

/** Where a long request stands. */
export type EngineJob<Value> =
  | { readonly state: 'idle' }
  | { readonly state: 'running'; readonly message: string; readonly fraction: number | null }
  | { readonly state: 'failed'; readonly failure: Failure }
  | { readonly state: 'ready'; readonly value: Value };

/** Asks the engine again whenever the arguments change in content; a newer question cancels the one before. Null asks nothing. */
export function useEngineJob<Name extends JobRequest>(
  name: Name,
  args: Omit<RequestArgs<Name>, 'job'> | null,
): EngineJob<RequestValue<Name>> {
  const { client } = useServices();
  const [job, setJob] = useState<EngineJob<RequestValue<Name>>>({ state: 'idle' });
  const key = JSON.stringify(args);
  const latest = useRef(args);
  latest.current = args;

  useEffect(() => {
    const asked = latest.current;
    if (asked === null || key === 'null') {
      setJob({ state: 'idle' });
      return;
    }
    const id = newJobId();
    let over = false;
    setJob({ state: 'running', message: '', fraction: null });
    const stop = client.on('job.progress', (event) => {
      if (event.job !== id) return;
      const fraction = event.total > 0 ? event.done / event.total : null;
      setJob({ state: 'running', message: event.message, fraction });
    });
    void client.request(name, { ...asked, job: id } as RequestArgs<Name>).then((answer) => {
      stop();
      if (over) return;
      over = true;
      setJob(
        answer.ok ? { state: 'ready', value: answer.value } : { state: 'failed', failure: answer.error },
      );
    });
    return () => {
      stop();
      if (!over) void client.request('job.cancel', { job: id });
      over = true;
    };
  }, [client, name, key]);
  return job;
}
