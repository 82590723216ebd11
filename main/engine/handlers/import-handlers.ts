import type { ImportedFile, ImportReport } from '../../../shared/ipc/import-requests.ts';
import { ok, type Result } from '../../../shared/model/result.ts';
import type { Handlers } from '../engine-context.ts';
import { type GitImportOptions, importGitRepository } from '../import/git/import-git.ts';
import { type ImportProgress, importPaths } from '../import/import-paths.ts';
import { importEverything, previewImport } from '../import/preview-import.ts';
import { surveyPaths } from '../import/survey-paths.ts';
import type { Job } from '../jobs.ts';
import type { Connection } from '../store/connection.ts';

/** Requests that take files and folders into the library. */
export const importHandlers = {
  'import.survey': (_context, { paths }) => ok(surveyPaths(paths)),

  'import.preview': ({ connection, jobs, emit }, { job: id, paths, history, tracked }) =>
    jobs.run(id, (job) =>
      previewImport(connection, job, paths, history, { tracked }, (done, total, message) =>
        emit('job.progress', { job: id, done, total, message }),
      ),
    ),

  'import.paths': (context, { job: id, paths, git, history, ...options }) =>
    context.jobs.run(id, async (job) => {
      const { connection } = context;
      const progress: ImportProgress = (done, total, message) =>
        context.emit('job.progress', { job: id, done, total, message });
      const report = git
        ? await importRepositories(
            connection,
            job,
            paths,
            { revision: git, company: options.company },
            progress,
          )
        : history === undefined
          ? await importPaths(connection, job, paths, options, progress)
          : await importEverything(connection, job, paths, history, options, progress);
      context.guard.versionsAdded();
      context.emit('library.changed', { policyId: null });
      return report;
    }),
} satisfies Partial<Handlers>;

/** One repository after the other; the first that cannot be read ends it, and what was taken in stays. */
async function importRepositories(
  connection: Connection,
  job: Job,
  folders: readonly string[],
  options: GitImportOptions,
  progress: ImportProgress,
): Promise<Result<ImportReport>> {
  const files: ImportedFile[] = [];
  for (const folder of folders) {
    const report = await importGitRepository(connection, job, folder, options, progress);
    if (!report.ok) return report;
    files.push(...report.value.files);
  }
  return ok({ files });
}
