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
  /** How many times over the limits of time apply in all, for a worker that keeps saying that it is getting on. */
  readonly stretches?: number;
}

const WATCH_EVERY_MS = 50;

/** What a worker sends while it reads a long file. */
export const READING = { kind: 'reading' } as const;

function isReading(message: unknown): boolean {
  return (
    typeof message === 'object' && message !== null && 'kind' in message && message.kind === READING.kind
  );
}

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
    let began = worker.processorMilliseconds();
    let stretches = limits.stretches ?? 1;
    const clock = began === null ? limits.milliseconds : limits.patience;
    const late = (): void => stop('it takes too long to read');
    let timer = setTimeout(late, clock);
    let since = performance.now();
    const watch = setInterval(() => {
      if ((worker.processorMilliseconds() ?? 0) - (began ?? 0) > limits.milliseconds) late();
      if (worker.residentBytes() > limits.residentBytes) stop('it needs too much memory to read');
    }, WATCH_EVERY_MS);
    const stopListening = worker.listen(
      (message) => {
        if (isReading(message)) goOn();
        else settle({ ok: true, value: message as Answer });
      },
      () => settle(fail('unreadable', `${name} was refused: ${reason}.`)),
    );
    /** Begins a new stretch of time when most of the last one has gone. */
    const goOn = (): void => {
      const used = (worker.processorMilliseconds() ?? 0) - (began ?? 0);
      const waited = performance.now() - since;
      if (stretches <= 1 || (used < limits.milliseconds / 2 && waited < clock / 2)) return;
      stretches -= 1;
      began = worker.processorMilliseconds();
      since = performance.now();
      clearTimeout(timer);
      timer = setTimeout(late, clock);
    };
    const settle = (result: Result<Answer>): void => {
      clearTimeout(timer);
      clearInterval(watch);
      stopListening();
      resolve(result);
    };
    worker.send(question);
  });
}
