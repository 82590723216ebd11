/** A function that is called at most once in an interval. */
export interface Throttled {
  /** Asks for a call: it comes at the end of the interval that the first such wish began. */
  call(): void;
  cancel(): void;
}

/** Gathers calls: however many are asked for within `interval` milliseconds, one is made at its end. */
export function throttle(work: () => void, interval: number): Throttled {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    call() {
      timer ??= setTimeout(() => {
        timer = undefined;
        work();
      }, interval);
    },
    cancel() {
      clearTimeout(timer);
      timer = undefined;
    },
  };
}
