import { fail, ok, type Result } from '../../../shared/model/result.ts';
import { type GitCommit, parseCommit, parseTree } from '../import/git/git-object.ts';
import { type GitRepository, openGitRepository } from '../import/git/git-repository.ts';
import { hashText } from '../store/version-entry.ts';
import { isVersionCommit, readVersionCommit, type SharedVersion } from './version-commit.ts';

/** A branch that carries a policy. */
export interface SharedBranch {
  readonly branch: string;
  readonly company: string;
  readonly policy: string;
  /** The hash of each entry of its chain, oldest first; empty when it cannot be read. */
  readonly entryHashes: readonly string[];
  /** Why it cannot be read. */
  readonly problem?: string;
}

/** A policy's chain as a branch holds it, sound from its first entry, oldest first; its texts come afterwards. */
export interface SharedChain {
  /** The newest commit; null for a branch that does not exist yet. */
  readonly tip: string | null;
  readonly versions: readonly SharedVersion[];
}

/** Texts of consecutive versions, each checked against its hash. */
export type SharedTexts = readonly string[];

/** What is left of a branch name: git's own rules (git-check-ref-format(1)), so that no name leads out of the folder of branches. */
const BRANCH =
  /^(?!.*(?:\.\.|@\{|\/\/|\.lock(?:\/|$)|\.$|(?:^|\/)\.))[^\s~^:?*[\\\p{Cc}/-][^\s~^:?*[\\\p{Cc}]*(?<!\/)$/u;
const MAX_BRANCH_CHARACTERS = 400;
/** Nobody saves as many versions of one policy; a branch that has more was made to exhaust a reader. */
const MAX_VERSIONS = 100_000;
/** Texts go over in parcels of about this many characters. */
const PARCEL_CHARACTERS = 4 * 1024 * 1024;
const MAX_FOLDERS = 8;

/** True for a name that a branch can have. */
export function isBranchName(name: string): boolean {
  return name.length <= MAX_BRANCH_CHARACTERS && BRANCH.test(name);
}

/** The branches of a repository that carry policies. Yields after each branch so that a caller can pause or stop. */
export function* readSharedBranches(folder: string): Generator<null, Result<readonly SharedBranch[]>> {
  const repository = openGitRepository(folder);
  if (!repository.ok) return repository;
  const branches: SharedBranch[] = [];
  for (const branch of repository.value.branches().filter(isBranchName)) {
    const tip = repository.value.resolve(`refs/heads/${branch}`);
    const newest = readCommit(repository.value, tip);
    if (tip && newest && isVersionCommit(newest))
      branches.push(yield* describeBranch(repository.value, branch, tip));
    yield null;
  }
  return ok(branches);
}

/**
 * Reads a branch as a policy's chain and gives the chain as its first message; answered with a number of versions to leave out, it goes on
 * with the texts of all others. Every entry's hash, its link to the one before and every text are checked; the first fault ends it.
 */
export function* readSharedChain(
  folder: string,
  branch: string,
): Generator<SharedChain | SharedTexts | null, Result<null>, number | null | undefined> {
  const repository = openGitRepository(folder);
  if (!repository.ok) return repository;
  const tip = repository.value.resolve(`refs/heads/${branch}`);
  if (tip === null && repository.value.branches().includes(branch))
    return fail('unreadable', 'its newest commit is missing or damaged.');
  const commits = tip === null ? ok([]) : yield* readLine(repository.value, tip);
  if (!commits.ok) return commits;
  const chain = linkVersions(commits.value);
  if (!chain.ok) return chain;
  const skip = yield { tip, versions: chain.value };
  if (typeof skip !== 'number') return ok(null);
  let parcel: string[] = [];
  let characters = 0;
  for (let at = skip; at < commits.value.length; at++) {
    const text = readText(repository.value, commits.value[at], chain.value[at]);
    if (!text.ok) return text;
    parcel.push(text.value);
    characters += text.value.length;
    if (characters < PARCEL_CHARACTERS && at + 1 < commits.value.length) yield null;
    else {
      yield parcel;
      parcel = [];
      characters = 0;
    }
  }
  return ok(null);
}

function* describeBranch(
  repository: GitRepository,
  branch: string,
  tip: string,
): Generator<null, SharedBranch> {
  const commits = yield* readLine(repository, tip);
  const chain = commits.ok ? linkVersions(commits.value) : commits;
  if (!chain.ok) return { branch, company: '', policy: '', entryHashes: [], problem: chain.error.message };
  const newest = chain.value.at(-1);
  return {
    branch,
    company: newest?.company ?? '',
    policy: newest?.policy ?? '',
    entryHashes: chain.value.map(({ entryHash }) => entryHash),
  };
}

/** The commits of a branch without merges, oldest first. */
function* readLine(repository: GitRepository, tip: string): Generator<null, Result<GitCommit[]>> {
  const commits: GitCommit[] = [];
  for (let oid: string | undefined = tip; oid !== undefined; ) {
    const commit = readCommit(repository, oid);
    if (!commit) return fail('unreadable', `Commit ${oid.slice(0, 10)} is missing or damaged.`);
    if (commit.parents.length > 1)
      return fail('unsupported', `Commit ${oid.slice(0, 10)} is a merge, which no policy's versions have.`);
    commits.push(commit);
    if (commits.length > MAX_VERSIONS)
      return fail('too-large', `The branch has more than ${MAX_VERSIONS} commits.`);
    [oid] = commit.parents;
    yield null;
  }
  return ok(commits.reverse());
}

function linkVersions(commits: readonly GitCommit[]): Result<SharedVersion[]> {
  const versions: SharedVersion[] = [];
  for (const commit of commits) {
    const version = readVersionCommit(commit);
    if (!version.ok) return version;
    const before = versions.at(-1);
    if (
      version.value.number !== versions.length + 1 ||
      version.value.previousHash !== (before?.entryHash ?? null)
    )
      return fail(
        'conflict',
        `Commit ${commit.oid.slice(0, 10)} does not follow the version before it; the branch was altered.`,
      );
    versions.push(version.value);
  }
  return ok(versions);
}

function readCommit(repository: GitRepository, oid: string | null): GitCommit | null {
  const object = oid === null ? null : repository.read(oid);
  return oid !== null && object?.type === 'commit' ? parseCommit(oid, object.data) : null;
}

function readText(
  repository: GitRepository,
  commit: GitCommit | undefined,
  version: SharedVersion | undefined,
): Result<string> {
  const blob = commit ? onlyFile(repository, commit.tree) : null;
  const object = blob === null ? null : repository.read(blob);
  const text = object?.type === 'blob' ? object.data.toString('utf8') : null;
  if (text === null || hashText(text) !== version?.textHash)
    return fail(
      'unreadable',
      `The text of version ${version?.number ?? ''} (commit ${commit?.oid.slice(0, 10) ?? ''}) is missing or is not the one that was pushed.`,
    );
  return ok(text);
}

/** The one file of a tree, in whatever folder; null when there is another number of them. */
function onlyFile(repository: GitRepository, tree: string): string | null {
  let oid = tree;
  for (let depth = 0; depth < MAX_FOLDERS; depth++) {
    const object = repository.read(oid);
    const entries = object?.type === 'tree' ? parseTree(object.data) : null;
    const [entry] = entries ?? [];
    if (!entry || entries?.length !== 1 || entry.kind === 'other') return null;
    if (entry.kind === 'file') return entry.oid;
    oid = entry.oid;
  }
  return null;
}
