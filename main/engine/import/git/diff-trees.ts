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

/** Compares trees of one repository, and remembers what it could not read of them. */
export interface TreeReader {
  /** The files that differ between two trees (null is the empty tree); folders with the same id are never opened. */
  diff(before: string | null, after: string | null): ChangedFile[];
  /** Folders that are missing, malformed or too deep, one line each. */
  readonly problems: ReadonlySet<string>;
}

/** Opens a reader with nothing to complain of yet. */
export function openTreeReader(repository: GitRepository): TreeReader {
  const problems = new Set<string>();
  const entriesByName = (oid: string | null, path: string): Map<string, GitTreeEntry> => {
    const object = oid === null ? null : repository.read(oid);
    const entries = object?.type === 'tree' ? parseTree(object.data) : null;
    if (oid !== null && !entries)
      problems.add(`The folder "${path || '/'}" (${oid.slice(0, 10)}) is missing or malformed.`);
    return new Map((entries ?? NO_ENTRIES).map((entry) => [entry.name, entry]));
  };
  const diff = (
    before: string | null,
    after: string | null,
    prefix: string,
    depth: number,
  ): ChangedFile[] => {
    if (before === after) return [];
    if (depth > MAX_DEPTH) {
      problems.add(`Folders are nested more than ${MAX_DEPTH} deep; what is below was left out.`);
      return [];
    }
    const old = entriesByName(before, prefix);
    const now = entriesByName(after, prefix);
    return [...new Set([...old.keys(), ...now.keys()])].flatMap((name) => {
      const [a, b] = [old.get(name), now.get(name)];
      if (a?.oid === b?.oid && a?.kind === b?.kind) return [];
      const path = prefix + name;
      const below = diff(oidOf(a, 'folder'), oidOf(b, 'folder'), `${path}/`, depth + 1);
      const [fileA, fileB] = [oidOf(a, 'file'), oidOf(b, 'file')];
      return fileA === fileB ? below : [...below, { path, before: fileA, after: fileB }];
    });
  };
  return { diff: (before, after) => diff(before, after, '', 0), problems };
}

function oidOf(entry: GitTreeEntry | undefined, kind: GitTreeEntry['kind']): string | null {
  return entry?.kind === kind ? entry.oid : null;
}
