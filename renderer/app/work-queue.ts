/** Does one piece of work after another, each when the one before has ended, however it ended. */
export type WorkQueue = <Value>(work: () => Promise<Value>) => Promise<Value>;

/** Makes a queue. */
export function createWorkQueue(): WorkQueue {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(work, work);
    last = next;
    return next;
  };
}
