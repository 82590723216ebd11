import { basename } from 'node:path';
import type { ImportedFile, ImportReport } from '../../../../shared/ipc/contract.ts';
import type { Diagnostic } from '../../../../shared/model/diagnostic.ts';
import { fail, ok, type Result } from '../../../../shared/model/result.ts';
import { cancelled, type Job, nextTurn, pump } from '../../jobs.ts';
import type { Connection } from '../../store/connection.ts';
import { ensureCompany, ensurePolicy } from '../../store/policies.ts';
import { appendVersion, type NewVersion } from '../../store/versions.ts';
import { decodeText } from '../decode-text.ts';
import type { ImportProgress } from '../import-paths.ts';
import { readCommits } from './commit-order.ts';
import { type FileVersion, followFiles } from './file-histories.ts';
import type { GitCommit } from './git-object.ts';
import { type GitRepository, openGitRepository } from './git-repository.ts';
import { isPolicyPath, isTechnicalMessage, type NamedHistory, nameHistories } from './name-histories.ts';

export interface GitImportOptions {
  readonly company?: string | undefined;
  readonly revision: string;
}

/** Versions saved in one durable transaction: shares the cost of the commit and lets cancel through. */
const BATCH = 64;
/** Dates beyond these are made up; they keep their order and are reported. */
const LATEST_SECONDS = 253_402_300_799;

/** Takes the history of every policy file of a repository as versions with their dates, authors and messages. Again adds what is new. */
export async function importGitRepository(
  connection: Connection,
  job: Job,
  folder: string,
  options: GitImportOptions,
  progress: ImportProgress,
): Promise<Result<ImportReport>> {
  const repository = openGitRepository(folder);
  if (!repository.ok) return repository;
  const head = repository.value.resolve(options.revision);
  if (!head) return fail('not-found', `${folder} has no commit "${options.revision}" that can be read.`);
  const history = await pump(job, readCommits(repository.value, head));
  const files = history && (await pump(job, followFiles(repository.value, history.commits, isPolicyPath)));
  if (!history || !files) return cancelled();
  const named = nameHistories(files.histories, folder, options.company);
  const problems = [...history.unreadable.map(describeUnreadable), ...files.problems];
  if (named.length === 0)
    return fail(
      'unreadable',
      `${folder} has no policy files (.md, .txt) that can be read. ${problems[0] ?? ''}`.trim(),
    );
  const known = knownVersions(connection);
  const reports: ImportedFile[] = problems.map((message) => refusedPart(folder, message));
  for (const [index, file] of named.entries()) {
    progress(index, named.length, file.path);
    const report = await importHistory(connection, job, repository.value, file, known);
    if (!report) return cancelled();
    reports.push(report);
  }
  return ok({ files: reports });
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

async function importHistory(
  connection: Connection,
  job: Job,
  repository: GitRepository,
  file: NamedHistory,
  known: KnownVersions,
): Promise<ImportedFile | null> {
  const missing = file.versions.filter((version) => !known.has(originOf(version)));
  const diagnostics: Diagnostic[] = [];
  const policyId = policyOf(connection, file, known);
  let unreadable = 0;
  for (let from = 0; from < missing.length; from += BATCH) {
    const slice = missing.slice(from, from + BATCH);
    const batch = slice.flatMap((version) => readVersion(repository, version, diagnostics) ?? []);
    connection.write(() => {
      for (const version of batch) appendVersion(connection, policyId(), version);
    });
    unreadable += slice.length - batch.length;
    await nextTurn();
    if (job.cancelled) return null;
  }
  const held = file.versions.length - unreadable;
  if (held === 0) return { file: file.path, outcome: 'refused', diagnostics };
  return {
    file: file.path,
    outcome: unreadable < missing.length ? 'imported' : 'already-there',
    company: file.company,
    policy: file.policy,
    policyId: policyId(),
    versions: held,
    diagnostics,
  };
}

/** Made with the first version, so that a file of which nothing can be read makes no empty policy. */
function policyOf(connection: Connection, file: NamedHistory, known: KnownVersions): () => number {
  const before = file.versions.map((version) => known.get(originOf(version))).find((id) => id !== undefined);
  let id: number | undefined = before;
  return () => {
    id ??= ensurePolicy(connection, ensureCompany(connection, file.company).id, file.policy).id;
    return id;
  };
}

function readVersion(
  repository: GitRepository,
  version: FileVersion,
  diagnostics: Diagnostic[],
): NewVersion | null {
  const { commit, path, blob } = version;
  const name = `${path} in ${commit.oid.slice(0, 10)}`;
  const object = repository.read(blob);
  if (object?.type !== 'blob') {
    diagnostics.push({
      severity: 'error',
      message: `${name} is missing, damaged or too large.`,
      source: path,
    });
    return null;
  }
  const decoded =
    object.data.length === 0 ? ok({ text: '', diagnostics: [] }) : decodeText(object.data, name);
  if (!decoded.ok) {
    diagnostics.push({ severity: 'error', message: decoded.error.message, source: path });
    return null;
  }
  diagnostics.push(...decoded.value.diagnostics);
  return { ...describeCommit(version, diagnostics), text: decoded.value.text };
}

function describeCommit(version: FileVersion, diagnostics: Diagnostic[]): Omit<NewVersion, 'text'> {
  const { commit, path } = version;
  const message = commit.message.trim();
  const seconds = validSeconds(commit, path, diagnostics);
  return {
    // The day on which the author wrote it, where the author was; git shows the same.
    effectiveDate: new Date((seconds + commit.offsetMinutes * 60) * 1000).toISOString().slice(0, 10),
    savedAt: new Date(seconds * 1000).toISOString(),
    author: commit.author,
    note: message,
    kind: isTechnicalMessage(message) ? 'editorial' : 'substantive',
    source: { kind: 'imported', from: originOf(version), format: 'git' },
  };
}

function validSeconds({ authoredAt, oid }: GitCommit, path: string, diagnostics: Diagnostic[]): number {
  // A day of room on both sides for the author's time zone.
  if (authoredAt >= 0 && authoredAt < LATEST_SECONDS - 86_400) return Math.max(authoredAt, 86_400);
  diagnostics.push({
    severity: 'warning',
    message: `Commit ${oid.slice(0, 10)} has no possible date.`,
    source: path,
  });
  return 86_400;
}

function originOf({ commit, path }: FileVersion): string {
  return `${commit.oid}:${path}`;
}

function describeUnreadable(oid: string): string {
  return `Commit ${oid.slice(0, 10)} and what came before it cannot be read.`;
}

function refusedPart(folder: string, message: string): ImportedFile {
  const source = basename(folder);
  return {
    file: folder,
    outcome: 'refused',
    diagnostics: [{ severity: 'error', message: `${source}: ${message}`, source }],
  };
}
