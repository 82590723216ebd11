import { type ChangedFile, openTreeReader, type TreeReader } from './diff-trees.ts';
import type { GitCommit } from './git-object.ts';
import type { GitRepository } from './git-repository.ts';

/** A file as one commit left it. */
export interface FileVersion {
  readonly commit: GitCommit;
  readonly path: string;
  readonly blob: string;
}

/** A file through its commits and renames, oldest first. */
export interface FileHistory {
  readonly versions: readonly FileVersion[];
  /** Its newest name. */
  readonly path: string;
}

export interface FollowedFiles {
  readonly histories: readonly FileHistory[];
  /** Folders that could not be read, one line each. */
  readonly problems: readonly string[];
}

/** git's own threshold for a rename with changes. */
const MIN_SIMILARITY = 0.5;
/** More pairs than this are only compared by id: a commit that moves hundreds of files at once renames them unchanged. */
const MAX_COMPARED_PAIRS = 400;

interface Lineage {
  path: string;
  readonly versions: FileVersion[];
}

/**
 * Follows each file that `wanted` accepts through the commits (parents first). A merge counts only where it differs from all its parents, as
 * in `git log`. Yields after each commit so that a caller can pause or stop.
 */
export function* followFiles(
  repository: GitRepository,
  commits: readonly GitCommit[],
  wanted: (path: string) => boolean,
): Generator<number, FollowedFiles> {
  const byPath = new Map<string, Lineage>();
  const lineages: Lineage[] = [];
  const reader = openTreeReader(repository);
  const trees = new Map(commits.map(({ oid, tree }) => [oid, tree]));
  for (const [index, commit] of commits.entries()) {
    const changed = changedFiles(reader, commit, trees).filter(({ path }) => wanted(path));
    const renames = findRenames(repository, changed);
    for (const { path, before, after } of changed) {
      if (after === null) continue;
      const from = renames.get(path);
      const known = before === null ? lineageOfNew(byPath, path, from) : byPath.get(path);
      const lineage = known ?? { path, versions: [] };
      if (!known) lineages.push(lineage);
      lineage.path = path;
      byPath.set(path, lineage);
      lineage.versions.push({ commit, path, blob: after });
    }
    yield index;
  }
  return { histories: lineages, problems: [...reader.problems] };
}

/** A new file continues the one it was renamed from, or the one that was deleted at its place; else it begins a history. */
function lineageOfNew(
  byPath: ReadonlyMap<string, Lineage>,
  path: string,
  from: string | undefined,
): Lineage | undefined {
  const source = byPath.get(from ?? path);
  return from !== undefined || source?.path === path ? source : undefined;
}

function changedFiles(
  reader: TreeReader,
  commit: GitCommit,
  trees: ReadonlyMap<string, string>,
): readonly ChangedFile[] {
  const parents = [...new Set(commit.parents)].map((oid) => trees.get(oid) ?? null);
  const [first = null, ...others] = parents;
  let changed = reader.diff(first, commit.tree);
  for (const other of others) {
    const paths = new Set(reader.diff(other, commit.tree).map(({ path }) => path));
    changed = changed.filter(({ path }) => paths.has(path));
  }
  return changed;
}

/** New path to old path, for files that a commit removed in one place and added, the same or similar, in another. */
function findRenames(
  repository: GitRepository,
  changed: readonly ChangedFile[],
): ReadonlyMap<string, string> {
  const removed = changed.filter(({ after }) => after === null);
  const added = changed.filter(({ before }) => before === null);
  const renames = new Map<string, string>();
  const taken = new Set<string>();
  const pair = (to: ChangedFile, from: ChangedFile | undefined): void => {
    if (!from) return;
    renames.set(to.path, from.path);
    taken.add(from.path);
  };
  for (const to of added)
    pair(
      to,
      removed.find((from) => from.before === to.after && !taken.has(from.path)),
    );
  const open = added.filter(({ path }) => !renames.has(path));
  if (open.length * removed.length > MAX_COMPARED_PAIRS) return renames;
  for (const to of open)
    pair(
      to,
      mostSimilar(
        repository,
        to,
        removed.filter(({ path }) => !taken.has(path)),
      ),
    );
  return renames;
}

function mostSimilar(
  repository: GitRepository,
  to: ChangedFile,
  candidates: readonly ChangedFile[],
): ChangedFile | undefined {
  let best: ChangedFile | undefined;
  let bestScore = MIN_SIMILARITY;
  for (const candidate of candidates) {
    const score = similarity(repository, candidate.before, to.after);
    if (score >= bestScore) [best, bestScore] = [candidate, score];
  }
  return best;
}

/** The share of the larger file's bytes that stand in lines of both. */
function similarity(repository: GitRepository, a: string | null, b: string | null): number {
  const textA = a === null ? undefined : repository.read(a)?.data.toString('latin1');
  const textB = b === null ? undefined : repository.read(b)?.data.toString('latin1');
  if (!textA || !textB) return 0;
  const counts = new Map<string, number>();
  for (const line of textA.split('\n')) counts.set(line, (counts.get(line) ?? 0) + 1);
  let shared = 0;
  for (const line of textB.split('\n')) {
    const left = counts.get(line) ?? 0;
    if (left === 0) continue;
    counts.set(line, left - 1);
    shared += line.length + 1;
  }
  return shared / Math.max(textA.length, textB.length);
}
