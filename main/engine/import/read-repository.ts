import { fail, type Result } from '../../../shared/model/result.ts';
import { askWorker, type WorkerLimits } from './ask-worker.ts';
import { defaultIsolation, type ParserIsolation, startParserWorker } from './parser-worker.ts';
import type { RepositoryAnswer, RepositoryTask } from './worker-protocol.ts';

/** A repository being read in a worker of its own. */
export interface RepositoryReading {
  /** What the reader has to say next; `reply` is what it waits for, if it does. */
  next(reply?: unknown): Promise<RepositoryStep>;
  /** Ends the worker, whatever it is doing. */
  close(): void;
}

/** A message of the reader, or its end. */
export type RepositoryStep =
  | { readonly ended: false; readonly message: unknown }
  | { readonly ended: true; readonly result: Result<unknown> };

/** The worker gives a sign of life five times a second; silence of this length means that one object was made to exhaust it. */
const LIMITS: WorkerLimits = {
  milliseconds: 20_000,
  patience: 40_000,
  residentBytes: 900 * 1024 * 1024,
};

/** Starts reading; the worker ends with `close`. */
export function openRepositoryReading(
  task: RepositoryTask,
  progress: (done: number, total: number, message: string) => void = () => undefined,
  isolation: ParserIsolation = defaultIsolation(),
  limits: WorkerLimits = LIMITS,
): RepositoryReading {
  const worker = startParserWorker(isolation);
  let opened = false;
  let closed = false;
  return {
    async next(reply) {
      let question = opened ? ({ kind: 'go-on', reply } as const) : ({ kind: 'open', task } as const);
      opened = true;
      for (;;) {
        if (closed) return { ended: true, result: fail('cancelled', 'Stopped.') };
        const answer = await askWorker<RepositoryAnswer>(worker, question, task.folder, limits);
        if (closed) continue;
        if (!answer.ok) return { ended: true, result: answer };
        if (answer.value.kind === 'message') return { ended: false, message: answer.value.message };
        if (answer.value.kind === 'end') return { ended: true, result: answer.value.result };
        progress(answer.value.done, answer.value.total, answer.value.message);
        question = { kind: 'go-on', reply: undefined };
      }
    },
    close() {
      closed = true;
      worker.end();
    },
  };
}
