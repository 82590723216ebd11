import { type GitTreeEntry, parseTree } from './git-object.ts';
import type { GitRepository } from './git-repository.ts';

/** A file that differs between two trees; null on the side where it is not there. */
export interface ChangedFile {
  readonly path: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** Deeper folders are left out: nobody keeps policies there. */
const MAX_DEPTH = 64;
const NO_ENTRIES: readonly GitTreeEntry[] = [];

/** The files that differ between two trees (null is the empty tree), folders with the same id never opened. */
export function diffTrees(
  repository: GitRepository,
  before: string | null,
  after: string | null,
  prefix = '',
  depth = 0,
): ChangedFile[] {
  if (before === after || depth > MAX_DEPTH) return [];
  const old = entriesByName(repository, before);
  const now = entriesByName(repository, after);
  const changed: ChangedFile[] = [];
  for (const name of new Set([...old.keys(), ...now.keys()])) {
    const a = old.get(name);
    const b = now.get(name);
    if (a?.oid === b?.oid && a?.kind === b?.kind) continue;
    const path = prefix + name;
    const [folderA, folderB] = [oidOf(a, 'folder'), oidOf(b, 'folder')];
    if (folderA || folderB) changed.push(...diffTrees(repository, folderA, folderB, `${path}/`, depth + 1));
    const [fileA, fileB] = [oidOf(a, 'file'), oidOf(b, 'file')];
    if (fileA !== fileB) changed.push({ path, before: fileA, after: fileB });
  }
  return changed;
}

function entriesByName(repository: GitRepository, oid: string | null): Map<string, GitTreeEntry> {
  const object = oid === null ? null : repository.read(oid);
  const entries = object?.type === 'tree' ? parseTree(object.data) : null;
  return new Map((entries ?? NO_ENTRIES).map((entry) => [entry.name, entry]));
}

function oidOf(entry: GitTreeEntry | undefined, kind: GitTreeEntry['kind']): string | null {
  return entry?.kind === kind ? entry.oid : null;
}
