/** What a page knows of the keys that were typed into it, in milliseconds. */
export interface KeyTimes {
  /** From each key's event to the moment after the frame that shows it. */
  readonly toPaint: readonly number[];
  /** The longest task of the main thread while keys were typed; tasks below 50 ms are not told apart from none. */
  readonly longestTask: number;
}

/** Runs in the page: begins to time keys. The time counts from the system's event, so a busy main thread shows. */
export function watchKeys(): void {
  const toPaint: number[] = [];
  const tasks: { readonly from: number; readonly took: number }[] = [];
  const keys: number[] = [];
  Object.assign(window, { keyTimes: { toPaint, tasks, keys } });
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) tasks.push({ from: startTime, took: duration });
  }).observe({ type: 'longtask' });
  const onKey = ({ timeStamp, key }: KeyboardEvent): void => {
    if (key.length !== 1) return;
    keys.push(timeStamp);
    requestAnimationFrame(() => {
      // A message that is sent in a frame arrives after that frame was drawn.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => toPaint.push(performance.now() - timeStamp);
      port2.postMessage(null);
    });
  };
  window.addEventListener('keydown', onKey, true);
}

/** Runs in the page: gives what was timed. */
export function readKeyTimes(): KeyTimes {
  const { toPaint, tasks, keys } = Reflect.get(window, 'keyTimes');
  let longestTask = 0;
  for (const { from, took } of tasks)
    if (keys.some((key: number) => key > from - 1000 && key < from + took))
      longestTask = Math.max(longestTask, took);
  return { toPaint, longestTask };
}

/** Median, 95th percentile and longest of some times. */
export function summarise(times: readonly number[]): { p50: number; p95: number; longest: number } {
  const sorted = [...times].sort((x, y) => x - y);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { p50: at(0.5), p95: at(0.95), longest: sorted.at(-1) ?? 0 };
}
