import { readdirSync, readFileSync } from 'node:fs';

/** Ends a process and everything that it started, as a power cut would: nobody gets to say goodbye. Reads /proc, so Linux only. */
export function killTree(pid: number): void {
  for (const victim of [pid, ...descendants(pid)]) kill(victim);
}

function descendants(pid: number): number[] {
  const children = parents().filter(({ parent }) => parent === pid);
  return children.flatMap((child) => [child.pid, ...descendants(child.pid)]);
}

function parents(): { readonly pid: number; readonly parent: number }[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      const stat = readStat(name);
      // The command's name is in parentheses and may hold anything, so count from the last one.
      const parent = stat ? Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) : Number.NaN;
      return Number.isNaN(parent) ? [] : [{ pid: Number(name), parent }];
    });
}

/** Null for a process that ended while we looked. */
function readStat(name: string): string | null {
  try {
    return readFileSync(`/proc/${name}/stat`, 'utf8');
  } catch {
    return null;
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    const gone = error instanceof Error && 'code' in error && error.code === 'ESRCH';
    if (!gone) throw error;
  }
}
