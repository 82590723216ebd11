import { type Failure, fail } from '../../shared/model/result.ts';

/** A long piece of work that can be stopped. */
export interface Job {
  readonly id: string;
  readonly cancelled: boolean;
  /** Called once when the job is stopped, at once if it already is. */
  onCancel(stop: () => void): void;
}

/** The jobs that are running, by id. */
export interface Jobs {
  /** Runs `work` as a job; the id is free again when it settles. A second job of the same id stops the first. */
  run<T>(id: string, work: (job: Job) => Promise<T>): Promise<T>;
  /** Runs `work` as a job that only `cancelAll` stops. */
  runUnnamed<T>(work: (job: Job) => Promise<T>): Promise<T>;
  /** Stops a job; one that has ended or never was is no error. */
  cancel(id: string): void;
  cancelAll(): void;
}

/** What a stopped job answers. */
export function cancelled(): { readonly ok: false; readonly error: Failure } {
  return fail('cancelled', 'Stopped.');
}

/** How long work may hold the process before other requests get their turn, in milliseconds. */
const SLICE_MS = 12;

/** Runs a generator to its end in slices, so that cancel and other requests get through; null when the job was stopped. */
export async function pump<Step, Value>(
  job: Job,
  work: Generator<Step, Value>,
  onStep: (step: Step) => void = () => undefined,
): Promise<Value | null> {
  for (let sliceEnd = performance.now() + SLICE_MS; ; ) {
    const next = work.next();
    if (next.done) return next.value;
    onStep(next.value);
    if (performance.now() < sliceEnd) continue;
    await nextTurn();
    if (job.cancelled) return null;
    sliceEnd = performance.now() + SLICE_MS;
  }
}

/** Makes the register of one engine's jobs. */
export function openJobs(): Jobs {
  const running = new Map<string, () => void>();
  let unnamed = 0;
  const run: Jobs['run'] = async (id, work) => {
    const { job, cancel } = makeJob(id);
    running.get(id)?.();
    running.set(id, cancel);
    try {
      return await work(job);
    } finally {
      if (running.get(id) === cancel) running.delete(id);
    }
  };
  return {
    run,
    runUnnamed(work) {
      unnamed += 1;
      return run(`#${unnamed}`, work);
    },
    cancel: (id) => running.get(id)?.(),
    cancelAll: () => {
      for (const cancel of running.values()) cancel();
    },
  };
}

function makeJob(id: string): { readonly job: Job; readonly cancel: () => void } {
  const stops: (() => void)[] = [];
  let stopped = false;
  return {
    job: {
      id,
      get cancelled() {
        return stopped;
      },
      onCancel(stop) {
        if (stopped) stop();
        else stops.push(stop);
      },
    },
    cancel() {
      if (stopped) return;
      stopped = true;
      for (const stop of stops) stop();
    },
  };
}

/** Lets waiting requests and messages through. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
