import { ok } from '../../../shared/model/result.ts';
import type { Handlers } from '../engine-context.ts';
import { cancelled } from '../jobs.ts';
import { listCompanies } from '../store/policies.ts';
import { listFormerNames, renameCompany } from '../store/renaming.ts';
import { verifyLibrary } from '../verify-library.ts';

/** Requests about the library as a whole. */
export const libraryHandlers = {
  'library.list': ({ connection }) =>
    ok({ file: connection.file, companies: connection.read(() => listCompanies(connection)) }),

  'library.verify': (context, { job: id }) =>
    context.jobs.run(id, async (job) => {
      const report = await verifyLibrary(context.connection, job, (done, total, message) =>
        context.emit('job.progress', { job: id, done, total, message }),
      );
      if (!report) return cancelled();
      return ok({ ...report, problems: [...context.guard.rollback, ...report.problems] });
    }),

  'library.backup': ({ guard }) => guard.makeBackup(),

  'company.rename': ({ connection, emit }, { companyId, name, slug }) => {
    const wanted = { name: name.trim() || name, slug };
    const renamed = connection.write(() => renameCompany(connection, companyId, wanted, new Date()));
    if (renamed.ok) emit('library.changed', { policyId: null });
    return renamed;
  },

  'company.former-names': ({ connection }, { companyId }) => ok(listFormerNames(connection, { companyId })),

  'job.cancel': ({ jobs }, { job }) => {
    jobs.cancel(job);
    return ok(null);
  },
} satisfies Partial<Handlers>;
