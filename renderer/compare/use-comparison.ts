import { useCallback, useEffect, useRef, useState } from 'react';
import type { ComparisonView, TextReference } from '../../shared/ipc/contract.ts';
import type { Failure } from '../../shared/model/result.ts';
import { newJobId } from '../app/client.ts';
import { useServices } from '../app/services.ts';

/** Where a comparison stands. */
export type ComparisonState =
  | { readonly state: 'unchosen' }
  | { readonly state: 'running'; readonly message: string; readonly fraction: number | null }
  | { readonly state: 'failed'; readonly failure: Failure }
  | { readonly state: 'ready'; readonly view: ComparisonView };

export interface RunningComparison {
  readonly current: ComparisonState;
  readonly cancel: () => void;
  readonly again: () => void;
}

/** Compares two texts in the engine; a newer choice cancels the run before it. */
export function useComparison(a: TextReference | null, b: TextReference | null): RunningComparison {
  const { client } = useServices();
  const [current, setCurrent] = useState<ComparisonState>({ state: 'unchosen' });
  const [round, setRound] = useState(0);
  const job = useRef<string | null>(null);
  // References are small values made anew on each render; their content decides whether the choice changed.
  const key = JSON.stringify([a, b, round]);
  const pair = useRef({ a, b });
  pair.current = { a, b };

  useEffect(() => {
    const chosen = pair.current;
    if (key === '' || !chosen.a || !chosen.b) {
      setCurrent({ state: 'unchosen' });
      return;
    }
    const id = newJobId();
    job.current = id;
    setCurrent({ state: 'running', message: 'Comparing', fraction: null });
    const stop = client.on('job.progress', (event) => {
      if (event.job !== id) return;
      const fraction = event.total > 0 ? event.done / event.total : null;
      setCurrent({ state: 'running', message: event.message, fraction });
    });
    let superseded = false;
    void client.request('compare.run', { job: id, a: chosen.a, b: chosen.b }).then((answer) => {
      stop();
      job.current = null;
      if (superseded) return;
      setCurrent(
        answer.ok ? { state: 'ready', view: answer.value } : { state: 'failed', failure: answer.error },
      );
    });
    return () => {
      superseded = true;
      stop();
      if (job.current === id) void client.request('job.cancel', { job: id });
    };
  }, [client, key]);

  const cancel = useCallback(() => {
    if (job.current) void client.request('job.cancel', { job: job.current });
  }, [client]);
  const again = useCallback(() => setRound((count) => count + 1), []);
  return { current, cancel, again };
}
