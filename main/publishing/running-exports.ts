/** Exports under way in this process, by the id of their job. */
export interface RunningExports {
  /** Runs an export; the signal tells it to stop. A second one of the same id stops the first. */
  run<Value>(job: string, work: (signal: AbortSignal) => Promise<Value>): Promise<Value>;
  /** Stops an export; one that has ended or never was is no error. */
  cancel(job: string): void;
}

/** Makes the register of the exports that this process runs. */
export function openRunningExports(): RunningExports {
  const running = new Map<string, AbortController>();
  return {
    async run(job, work) {
      running.get(job)?.abort();
      const controller = new AbortController();
      running.set(job, controller);
      try {
        return await work(controller.signal);
      } finally {
        if (running.get(job) === controller) running.delete(job);
      }
    },
    cancel: (job) => running.get(job)?.abort(),
  };
}

/** The work's value, or null as soon as the signal says stop; what the work would still give is dropped. */
export function unlessStopped<Value>(signal: AbortSignal, work: Promise<Value>): Promise<Value | null> {
  const stopped = new Promise<null>((resolve) => {
    if (signal.aborted) resolve(null);
    signal.addEventListener('abort', () => resolve(null), { once: true });
  });
  return Promise.race([work, stopped]);
}
