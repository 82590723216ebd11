import type { Handlers } from '../engine-context.ts';
import { cancelled, pump } from '../jobs.ts';
import { searchLibrary } from '../store/search.ts';
import { catchUpIndex } from '../store/search-index.ts';
import { searchWhen } from '../store/search-when.ts';

/** Full-text search over every version of every policy. */
export const searchHandlers = {
  'search.run': ({ connection, jobs }, { query, limit, filter }) =>
    jobs.runUnnamed(async (job) => {
      await pump(job, catchUpIndex(connection));
      return job.cancelled ? cancelled() : searchLibrary(connection, query, limit, filter);
    }),

  'search.when': ({ connection, jobs }, { query, filter }) =>
    jobs.runUnnamed(async (job) => {
      await pump(job, catchUpIndex(connection));
      return job.cancelled ? cancelled() : searchWhen(connection, query, filter);
    }),
} satisfies Partial<Handlers>;
