import type { ImportedFile, ImportReport } from '../../../../shared/ipc/import-requests.ts';
import type { Diagnostic } from '../../../../shared/model/diagnostic.ts';
import { ok, type Result } from '../../../../shared/model/result.ts';
import { cancelled, type Job, nextTurn } from '../../jobs.ts';
import type { Connection } from '../../store/connection.ts';
import { ensureCompany, ensurePolicy } from '../../store/names.ts';
import { appendVersion } from '../../store/versions.ts';
import type { ImportProgress } from '../import-paths.ts';
import { openRepositoryReading, type RepositoryReading } from '../read-repository.ts';
import { describeProblem, type GitContents, type GitVersions } from './read-git-histories.ts';

export interface GitImportOptions {
  readonly company?: string | undefined;
  readonly revision: string;
}

/**
 * Takes the history of every policy file of a repository as versions with their dates, authors and messages. The repository is read in a
 * worker that can be killed. Stopping leaves what was added so far; importing again adds what is new.
 */
export async function importGitRepository(
  connection: Connection,
  job: Job,
  folder: string,
  options: GitImportOptions,
  progress: ImportProgress,
): Promise<Result<ImportReport>> {
  const reading = openRepositoryReading({ kind: 'git', folder, ...options }, progress);
  job.onCancel(() => reading.close());
  try {
    const contents = await reading.next();
    if (contents.ended) return contents.result.ok ? ok({ files: [] }) : contents.result;
    return await importContents(connection, job, folder, contents.message as GitContents, reading, progress);
  } finally {
    reading.close();
  }
}

/** A file's history on its way into the library. */
interface FileImport {
  readonly file: GitContents['files'][number];
  readonly wanted: readonly number[];
  policyId: number | undefined;
  unreadable: number;
  readonly diagnostics: Diagnostic[];
}

async function importContents(
  connection: Connection,
  job: Job,
  folder: string,
  contents: GitContents,
  reading: RepositoryReading,
  progress: ImportProgress,
): Promise<Result<ImportReport>> {
  const known = knownVersions(connection);
  const imports = contents.files.map((file) => beginImport(file, known));
  let reply: unknown = imports.map(({ wanted }) => wanted);
  for (let step = await reading.next(reply); ; step = await reading.next(reply)) {
    if (job.cancelled) return cancelled();
    if (step.ended && !step.result.ok) return step.result;
    if (step.ended) break;
    reply = undefined;
    const batch = step.message as GitVersions;
    const target = imports[batch.file];
    if (!target) continue;
    progress(batch.file, imports.length, target.file.path);
    addVersions(connection, target, batch);
    await nextTurn();
  }
  return ok({
    files: [
      ...contents.problems.map((message) => refusedPart(folder, message)),
      ...imports.map(describeImport),
    ],
  });
}

/** By commit and path, the policy that already has the version. */
type KnownVersions = ReadonlyMap<string, number>;

function knownVersions(connection: Connection): KnownVersions {
  const rows = connection
    .sql<{ origin: string; policyId: number }>(
      `SELECT json_extract(source, '$.from') AS origin, policy_id AS policyId FROM version
       WHERE json_extract(source, '$.format') = 'git'`,
    )
    .all();
  return new Map(rows.map(({ origin, policyId }) => [origin, policyId]));
}

function beginImport(file: GitContents['files'][number], known: KnownVersions): FileImport {
  return {
    file,
    wanted: [...file.origins.keys()].filter((at) => !known.has(file.origins[at] ?? '')),
    policyId: file.origins.map((origin) => known.get(origin)).find((id) => id !== undefined),
    unreadable: 0,
    diagnostics: [],
  };
}

/** The policy is made with its first version, so that a file of which nothing can be read makes no empty one. */
function addVersions(connection: Connection, target: FileImport, batch: GitVersions): void {
  target.unreadable += batch.unreadable;
  target.diagnostics.push(...batch.diagnostics);
  if (batch.versions.length === 0) return;
  connection.write(() => {
    target.policyId ??= ensurePolicy(
      connection,
      ensureCompany(connection, target.file.company).id,
      target.file.policy,
    ).id;
    for (const version of batch.versions) appendVersion(connection, target.policyId, version);
  });
}

function describeImport({ file, wanted, policyId, unreadable, diagnostics }: FileImport): ImportedFile {
  const held = file.origins.length - unreadable;
  if (held === 0 || policyId === undefined) return { file: file.path, outcome: 'refused', diagnostics };
  return {
    file: file.path,
    outcome: unreadable < wanted.length ? 'imported' : 'already-there',
    company: file.company,
    policy: file.policy,
    policyId,
    versions: held,
    diagnostics,
  };
}

function refusedPart(folder: string, message: string): ImportedFile {
  return { file: folder, outcome: 'refused', diagnostics: [describeProblem(folder, message)] };
}
