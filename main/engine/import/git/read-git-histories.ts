import { basename } from 'node:path';
import type { Diagnostic } from '../../../../shared/model/diagnostic.ts';
import { fail, ok, type Result } from '../../../../shared/model/result.ts';
import type { NewVersion } from '../../store/versions.ts';
import { decodeText } from '../decode-text.ts';
import { readCommits } from './commit-order.ts';
import { type FileVersion, followFiles } from './file-histories.ts';
import type { GitCommit } from './git-object.ts';
import { type GitRepository, openGitRepository } from './git-repository.ts';
import { isPolicyPath, isTechnicalMessage, type NamedHistory, nameHistories } from './name-histories.ts';

/** How far the reading is. */
export interface Working {
  readonly kind: 'working';
  readonly done: number;
  readonly total: number;
  readonly message: string;
}

/** What a repository holds: each policy file, with the origin (`commit:path`) of each of its versions, oldest first. */
export interface GitContents {
  readonly kind: 'contents';
  readonly files: readonly {
    readonly path: string;
    readonly company: string;
    readonly policy: string;
    readonly origins: readonly string[];
  }[];
  /** What could not be read of commits and folders, one line each. */
  readonly problems: readonly string[];
}

/** Versions of one file, those that were wanted, oldest first; a file may come in several batches. */
export interface GitVersions {
  readonly kind: 'versions';
  /** Index of the file in `GitContents.files`. */
  readonly file: number;
  readonly versions: readonly NewVersion[];
  /** Versions of this batch whose text could not be read; `diagnostics` say why. */
  readonly unreadable: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** For each file of the contents, the indexes of the versions that are wanted. */
export type WantedVersions = readonly (readonly number[])[];

/** Versions that go over together: enough to share the cost of a durable transaction, few enough to let cancel through. */
const BATCH = 64;
const BATCH_CHARACTERS = 8 * 1024 * 1024;
/** Dates beyond these are made up; they keep their order and are reported. */
const LATEST_SECONDS = 253_402_300_799;
const DAY_SECONDS = 86_400;

/** Reads the history of every policy file of a repository: its contents first; answered with what is wanted, the versions. */
export function* readGitHistories(
  folder: string,
  revision: string,
  company: string | undefined,
): Generator<GitContents | GitVersions | Working | null, Result<null>, WantedVersions | undefined> {
  const repository = openGitRepository(folder);
  if (!repository.ok) return repository;
  const head = repository.value.resolve(revision);
  if (!head) return fail('not-found', `${folder} has no commit "${revision}" that can be read.`);
  const history = yield* reporting(readCommits(repository.value, head), 0, 'commits read');
  const { commits } = history;
  const files = yield* reporting(
    followFiles(repository.value, commits, isPolicyPath),
    commits.length,
    'commits followed',
  );
  const named = nameHistories(files.histories, folder, company);
  const problems = [...history.unreadable.map(describeUnreadable), ...files.problems];
  if (named.length === 0)
    return fail(
      'unreadable',
      `${folder} has no policy files (.md, .txt) that can be read. ${problems[0] ?? ''}`.trim(),
    );
  const wanted = (yield { kind: 'contents', files: named.map(describeFile), problems }) ?? [];
  for (const [index, file] of named.entries())
    yield* readVersions(repository.value, file, index, wanted[index] ?? []);
  return ok(null);
}

/** Where a version came from, for finding it again. */
export function originOf({ commit, path }: FileVersion): string {
  return `${commit.oid}:${path}`;
}

function* reporting<Value>(
  work: Generator<number, Value>,
  total: number,
  message: string,
): Generator<Working, Value> {
  for (let step = work.next(); ; step = work.next()) {
    if (step.done) return step.value;
    yield { kind: 'working', done: step.value, total, message };
  }
}

function describeFile({ path, company, policy, versions }: NamedHistory): GitContents['files'][number] {
  return { path, company, policy, origins: versions.map(originOf) };
}

function* readVersions(
  repository: GitRepository,
  file: NamedHistory,
  index: number,
  wanted: readonly number[],
): Generator<GitVersions | null, void> {
  let versions: NewVersion[] = [];
  let diagnostics: Diagnostic[] = [];
  let [characters, unreadable] = [0, 0];
  for (const [position, at] of wanted.entries()) {
    const version = file.versions[at];
    const read = version ? readVersion(repository, version, diagnostics) : null;
    if (read) versions.push(read);
    else unreadable += 1;
    characters += read?.text.length ?? 0;
    const full = versions.length >= BATCH || characters > BATCH_CHARACTERS;
    if (!full && position + 1 < wanted.length) yield null;
    else {
      yield { kind: 'versions', file: index, versions, unreadable, diagnostics };
      [versions, diagnostics, characters, unreadable] = [[], [], 0, 0];
    }
  }
}

function readVersion(
  repository: GitRepository,
  version: FileVersion,
  diagnostics: Diagnostic[],
): NewVersion | null {
  const { commit, path, blob } = version;
  const name = `${path} in ${commit.oid.slice(0, 10)}`;
  const refuse = (message: string): null => {
    diagnostics.push({ severity: 'error', message, source: path });
    return null;
  };
  const object = repository.read(blob);
  if (object?.type !== 'blob') return refuse(`${name} is missing, damaged or too large.`);
  const decoded =
    object.data.length === 0 ? ok({ text: '', diagnostics: [] }) : decodeText(object.data, name);
  if (!decoded.ok) return refuse(decoded.error.message);
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
  if (authoredAt >= 0 && authoredAt < LATEST_SECONDS - DAY_SECONDS) return Math.max(authoredAt, DAY_SECONDS);
  diagnostics.push({
    severity: 'warning',
    message: `Commit ${oid.slice(0, 10)} has no possible date.`,
    source: path,
  });
  return DAY_SECONDS;
}

function describeUnreadable(oid: string): string {
  return `Commit ${oid.slice(0, 10)} and what came before it cannot be read.`;
}

/** A part of a repository that could not be read, as a line of the report. */
export function describeProblem(folder: string, message: string): Diagnostic {
  const source = basename(folder);
  return { severity: 'error', message: `${source}: ${message}`, source };
}
