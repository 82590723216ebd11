import { useCallback, useEffect, useRef, useState } from 'react';
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

/** What is known of the question that `key` stands for. */
interface Held<Value> {
  readonly key: string;
  readonly job: EngineJob<Value>;
}

const STARTED = { state: 'running', message: '', fraction: null } as const;

/**
 * Asks the engine again whenever the arguments change in content; a newer question cancels the one before, and an answer is never
 * given for another question than the one asked now. Null asks nothing. A new `round` asks the same again, and the old answer
 * stands until the new one is there.
 */
export function useEngineJob<Name extends JobRequest>(
  name: Name,
  args: Omit<RequestArgs<Name>, 'job'> | null,
  round = 0,
): { readonly job: EngineJob<RequestValue<Name>>; readonly cancel: () => void } {
  const { client } = useServices();
  const key = JSON.stringify(args);
  const [held, setHeld] = useState<Held<RequestValue<Name>>>({ key: '', job: { state: 'idle' } });
  const latest = useRef(args);
  latest.current = args;
  const running = useRef<string | null>(null);

  useEffect(() => {
    const asked = latest.current;
    if (asked === null || round < 0) {
      setHeld({ key, job: { state: 'idle' } });
      return;
    }
    const id = newJobId();
    running.current = id;
    const progress = (job: EngineJob<RequestValue<Name>>) =>
      setHeld((before) => (before.key === key && before.job.state === 'ready' ? before : { key, job }));
    progress(STARTED);
    const stop = client.on('job.progress', ({ job, done, total, message }) => {
      if (job === id) progress({ state: 'running', message, fraction: total > 0 ? done / total : null });
    });
    let over = false;
    void client.request(name, { ...asked, job: id } as RequestArgs<Name>).then((answer) => {
      stop();
      if (over) return;
      over = true;
      running.current = null;
      const job = answer.ok
        ? ({ state: 'ready', value: answer.value } as const)
        : ({ state: 'failed', failure: answer.error } as const);
      setHeld({ key, job });
    });
    return () => {
      stop();
      if (!over) void client.request('job.cancel', { job: id });
      over = true;
    };
  }, [client, name, key, round]);

  const cancel = useCallback(() => {
    if (running.current) void client.request('job.cancel', { job: running.current });
  }, [client]);
  const current = args === null ? ({ state: 'idle' } as const) : STARTED;
  return { job: held.key === key ? held.job : current, cancel };
}
