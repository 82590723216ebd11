import type { Result } from '../../../shared/model/result.ts';
import { fail } from '../../../shared/model/result.ts';
import type { ParserWorker } from './parser-worker.ts';
import type { WorkerQuestion } from './worker-protocol.ts';

/** What a worker may use for one answer. */
export interface WorkerLimits {
  /** Processor time; where the system does not tell it, this is the limit by the clock. */
  readonly milliseconds: number;
  /** By the clock, for a worker that waits, or for a machine that has other work. */
  readonly patience: number;
  readonly residentBytes: number;
}

const WATCH_EVERY_MS = 50;

/** Asks a worker and ends it when it uses more than it may; fails, naming `name`, when it has ended without an answer. */
export function askWorker<Answer>(
  worker: ParserWorker,
  question: WorkerQuestion,
  name: string,
  limits: WorkerLimits,
): Promise<Result<Answer>> {
  return new Promise((resolve) => {
    let reason = 'reading it needs too much memory or fails';
    const stop = (because: string): void => {
      reason = because;
      worker.end();
    };
    const began = worker.processorMilliseconds();
    const clock = began === null ? limits.milliseconds : limits.patience;
    const timer = setTimeout(() => stop('it takes too long to read'), clock);
    const watch = setInterval(() => {
      if ((worker.processorMilliseconds() ?? 0) - (began ?? 0) > limits.milliseconds)
        stop('it takes too long to read');
      if (worker.residentBytes() > limits.residentBytes) stop('it needs too much memory to read');
    }, WATCH_EVERY_MS);
    const stopListening = worker.listen(
      (message) => settle({ ok: true, value: message as Answer }),
      () => settle(fail('unreadable', `${name} was refused: ${reason}.`)),
    );
    const settle = (result: Result<Answer>): void => {
      clearTimeout(timer);
      clearInterval(watch);
      stopListening();
      resolve(result);
    };
    worker.send(question);
  });
}
