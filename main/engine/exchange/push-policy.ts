import type { VersionSummary } from '../../../shared/model/policy.ts';
import { type Failure, fail, ok, type Result } from '../../../shared/model/result.ts';
import { cancelled, type Job, nextTurn } from '../jobs.ts';
import type { Connection } from '../store/connection.ts';
import { findPolicy } from '../store/policies.ts';
import { listFormerNames } from '../store/renaming.ts';
import { listEntries, loadVersionText } from '../store/versions.ts';
import type { VerifiedChains } from '../verified-chains.ts';
import { openChain } from './open-chain.ts';
import type { SharedChain } from './read-shared-chain.ts';
import { countVersions, describeApart, relateChains } from './relate-chains.ts';
import { openRepositoryFiles, type RepositoryFiles } from './repository-files.ts';
import { writeVersionCommit } from './version-commit.ts';

/** A push that ended well. */
export interface Pushed {
  readonly branch: string;
  readonly added: number;
  readonly versions: number;
}

export type PushProgress = (done: number, total: number) => void;

/** A text, the two folders around it, and the commit. */
const OBJECTS_A_VERSION = 4;
const FILE_MODE = '100644';
const FOLDER_MODE = '40000';

/**
 * Adds the versions of a policy that a branch does not have yet, one commit each. The branch moves after all objects are on the disk, so
 * that it is never half; stopped or failed, it stands where it stood.
 */
export async function pushPolicy(
  connection: Connection,
  chains: VerifiedChains,
  job: Job,
  policyId: number,
  target: { readonly folder: string; readonly branch: string | undefined },
  progress: PushProgress,
): Promise<Result<Pushed>> {
  const found = findPolicy(connection, policyId);
  if (!found) return fail('not-found', `There is no policy ${policyId}.`);
  const versions = listEntries(connection, policyId).reverse();
  const label = `${found.company.slug}/${found.policy.slug}`;
  if (versions.length === 0) return fail('not-found', `${label} has no versions to push yet.`);
  const problems = await chains.check(policyId, job);
  if (!problems) return cancelled();
  const [problem] = problems;
  if (problem) return fail('library-damaged', `${problem.place}: ${problem.message}`);
  const former = listFormerNames(connection, { policyId }).map(
    ({ companySlug, slug }) => `${companySlug}/${slug}`,
  );
  const known = await knownBranch(job, target.folder, target.branch ? [target.branch] : [label, ...former]);
  if (!known.ok) return job.cancelled ? cancelled() : known;
  const { branch, tip, versions: theirs } = known.value;
  const relation = relateChains(versions.map(hashOf), theirs.map(hashOf));
  if (relation.state === 'same') return ok({ branch, added: 0, versions: versions.length });
  if (relation.state === 'apart') return fail('conflict', describeApart(relation));
  if (relation.state === 'behind')
    return fail(
      'conflict',
      `The repository has ${countVersions(relation.there - relation.here)} more; pull first.`,
    );
  const names = { company: found.company.name, policy: found.policy.name };
  const place = { file: `${found.policy.slug}.md`, folder: found.company.slug };
  const missing = (versions.length - relation.common) * OBJECTS_A_VERSION;
  return writing(target.folder, missing, async (files) => {
    let head = tip;
    for (const [index, version] of versions.slice(relation.common).entries()) {
      progress(index, versions.length - relation.common);
      const text = loadVersionText(connection, version);
      if (!text.ok) return text;
      const tree = writeTree(files, place, text.value);
      head = files.writeObject('commit', writeVersionCommit({ ...version, ...names }, tree, head));
      await nextTurn();
      if (job.cancelled) return cancelled();
    }
    const moved = files.moveBranch(branch, tip, head ?? '');
    return moved.ok
      ? ok({ branch, added: versions.length - relation.common, versions: versions.length })
      : moved;
  });
}

interface KnownBranch extends Pick<SharedChain, 'tip' | 'versions'> {
  readonly branch: string;
}

/** The first of these branches that is there already, so that a policy that was renamed goes on where it is; else the first, to be made. */
async function knownBranch(
  job: Job,
  folder: string,
  [first = '', ...others]: readonly string[],
): Promise<Result<KnownBranch>> {
  for (const branch of [first, ...others]) {
    const opened = await openChain(job, folder, branch);
    if (!opened.ok) return opened;
    opened.value.reading.close();
    const { tip, versions } = opened.value.chain;
    if (tip !== null) return ok({ branch, tip, versions });
  }
  return ok({ branch: first, tip: null, versions: [] });
}

/** `company/policy.md` and nothing else: branches of several policies can be merged without touching each other. */
function writeTree(
  files: RepositoryFiles,
  place: { readonly file: string; readonly folder: string },
  text: string,
): string {
  const blob = files.writeObject('blob', Buffer.from(text, 'utf8'));
  const folder = files.writeObject('tree', treeOf(FILE_MODE, place.file, blob));
  return files.writeObject('tree', treeOf(FOLDER_MODE, place.folder, folder));
}

function treeOf(mode: string, name: string, oid: string): Buffer {
  return Buffer.concat([Buffer.from(`${mode} ${name}\0`, 'utf8'), Buffer.from(oid, 'hex')]);
}

function hashOf({ entryHash }: Pick<VersionSummary, 'entryHash'>): string {
  return entryHash;
}

/** What the system says while a repository is written is a failure, not a fault of ours. */
async function writing(
  folder: string,
  objects: number,
  work: (files: RepositoryFiles) => Promise<Result<Pushed>>,
): Promise<Result<Pushed>> {
  try {
    const files = openRepositoryFiles(folder, objects);
    if (!files.ok) return files;
    try {
      return await work(files.value);
    } finally {
      files.value.close();
    }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    return { ok: false, error: describeWriteError(folder, String(error.code), error.message) };
  }
}

function describeWriteError(folder: string, code: string, details: string): Failure {
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return { code: 'disk-full', message: `The disk is full: nothing was pushed to ${folder}.`, details };
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return { code: 'write-failed', message: `Writing to ${folder} is not permitted.`, details };
    case 'EXDEV':
      return {
        code: 'unsupported',
        message: `${folder} has folders that lead out of it; nothing was pushed.`,
        details,
      };
    case 'ENOTDIR':
    case 'EISDIR':
    case 'ENOTEMPTY':
      return {
        code: 'conflict',
        message: `${folder} has a branch whose name is in the way; push to another one (--branch).`,
        details,
      };
    default:
      return {
        code: 'write-failed',
        message: `${folder} could not be written; nothing was pushed.`,
        details,
      };
  }
}
