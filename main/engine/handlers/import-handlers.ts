import type { Handlers } from '../engine-context.ts';
import { importPaths } from '../import/import-paths.ts';

/** Requests that take files and folders into the library. */
export const importHandlers = {
  'import.paths': (context, { job: id, paths, company, policy }) =>
    context.jobs.run(id, async (job) => {
      const report = await importPaths(
        context.connection,
        job,
        paths,
        { company, policy },
        (done, total, message) => context.emit('job.progress', { job: id, done, total, message }),
      );
      context.guard.versionsAdded();
      context.emit('library.changed', { policyId: null });
      return report;
    }),
} satisfies Partial<Handlers>;
