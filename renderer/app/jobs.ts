import type { RequestArgs, RequestName, RequestValue } from '../../shared/ipc/contract.ts';
import type { Result } from '../../shared/model/result.ts';
import { type Client, newJobId } from './client.ts';
import { createStore, type Store } from './store.ts';

/** Work that takes longer than a moment and can be stopped. */
export interface Job {
  readonly id: string;
  readonly title: string;
  readonly message: string;
  /** 0 to 1; null while the end is not known. */
  readonly fraction: number | null;
  /** Shown by whoever began it, so the corner of the window need not. */
  readonly quiet: boolean;
}

interface JobOptions {
  readonly quiet?: boolean;
  /** Hears the job's id before the request is sent. */
  readonly onStart?: (job: string) => void;
}

/** Requests whose arguments carry a job. */
export type JobRequest = {
  [Name in RequestName]: 'job' extends keyof RequestArgs<Name> ? Name : never;
}[RequestName];

export interface Jobs {
  readonly store: Store<readonly Job[]>;
  /** Runs a long request; it is listed in `store` until it has been answered. */
  run<Name extends JobRequest>(
    title: string,
    name: Name,
    args: (job: string) => RequestArgs<Name>,
    options?: JobOptions,
  ): Promise<Result<RequestValue<Name>>>;
  cancel(id: string): void;
}

/** Makes the list of long work that is under way. */
export function createJobs(client: Client): Jobs {
  const store = createStore<readonly Job[]>([]);
  const update = (id: string, part: Partial<Job>): void =>
    store.set(store.get().map((job) => (job.id === id ? { ...job, ...part } : job)));
  client.on('job.progress', ({ job, done, total, message }) =>
    update(job, { message, fraction: total > 0 ? Math.min(1, done / total) : null }),
  );
  return {
    store,
    async run(title, name, args, { quiet = false, onStart } = {}) {
      const id = newJobId();
      store.set([...store.get(), { id, title, message: '', fraction: null, quiet }]);
      onStart?.(id);
      const answer = await client.request(name, args(id));
      store.set(store.get().filter((job) => job.id !== id));
      return answer;
    },
    cancel(id) {
      update(id, { message: 'Stopping…' });
      void client.request('job.cancel', { job: id });
    },
  };
}
