import { type GitCommit, parseCommit } from './git-object.ts';
import type { GitRepository } from './git-repository.ts';

export interface CommitHistory {
  /** Every commit that can be reached, parents before children, otherwise by date. */
  readonly commits: readonly GitCommit[];
  /** Commits that are named and cannot be read (a shallow copy, damage). */
  readonly unreadable: readonly string[];
}

/** Collects all commits that `head` leads to; yields now and then so that a caller can pause. */
export function* readCommits(repository: GitRepository, head: string): Generator<number, CommitHistory> {
  const found = new Map<string, GitCommit>();
  const unreadable = new Set<string>();
  const waiting = [head];
  for (let oid = waiting.pop(); oid !== undefined; oid = waiting.pop()) {
    if (found.has(oid) || unreadable.has(oid)) continue;
    const object = repository.read(oid);
    const commit = object?.type === 'commit' ? parseCommit(oid, object.data) : null;
    if (commit) {
      found.set(oid, commit);
      waiting.push(...commit.parents);
    } else unreadable.add(oid);
    yield found.size;
  }
  return { commits: parentsFirst(found), unreadable: [...unreadable] };
}

/** Without recursion: a history may be longer than the stack is deep. */
function parentsFirst(found: ReadonlyMap<string, GitCommit>): GitCommit[] {
  const byDate = [...found.values()].sort(
    (x, y) => x.committedAt - y.committedAt || (x.oid < y.oid ? -1 : 1),
  );
  const ordered: GitCommit[] = [];
  const state = new Map<string, 'open' | 'done'>();
  for (const start of byDate) {
    const stack = [start];
    for (let commit = stack.at(-1); commit; commit = stack.at(-1)) {
      if (state.get(commit.oid) !== undefined) {
        stack.pop();
        if (state.get(commit.oid) === 'open') {
          state.set(commit.oid, 'done');
          ordered.push(commit);
        }
        continue;
      }
      state.set(commit.oid, 'open');
      for (const oid of [...commit.parents].reverse()) {
        const parent = found.get(oid);
        if (parent && !state.has(oid)) stack.push(parent);
      }
    }
  }
  return ordered;
}
