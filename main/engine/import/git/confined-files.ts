import { fstatSync, lstatSync, openSync, readdirSync, readFileSync, readSync, realpathSync } from 'node:fs';
import { isAbsolute, join, relative, sep } from 'node:path';

/** Reads files below one folder and nothing else: no symbolic link leads out, no device or pipe is waited for. */
export interface ConfinedFiles {
  /** The content of a regular file; null when it is missing, too large, not a file or not inside. */
  read(path: string, limit?: number): Buffer | null;
  /** A regular file of any size, to be read in parts; null as with `read`. Stays open until the process (or thread) ends. */
  open(path: string): ReadableParts | null;
  /** Names in a folder, in order; empty when it is missing or not inside. */
  list(path: string): readonly string[];
  /** True for a folder inside. */
  hasFolder(path: string): boolean;
}

/** A file of which only parts are in memory at a time. */
export interface ReadableParts {
  readonly length: number;
  /** The bytes from one offset up to another, fewer at the end of the file. */
  read(from: number, to: number): Buffer;
}

/** Refs and small files; packs give their own limit. */
const SMALL_FILE_BYTES = 16 * 1024 * 1024;

/** Confines reading to `folder`, which must exist. */
export function openConfinedFiles(folder: string): ConfinedFiles {
  const root = realpathSync(folder);
  const inside = (path: string): string | null => {
    try {
      const real = realpathSync(join(root, path));
      const way = relative(root, real);
      return way === '' || (!isAbsolute(way) && way !== '..' && !way.startsWith(`..${sep}`)) ? real : null;
    } catch (error) {
      if (isSystemError(error)) return null;
      throw error;
    }
  };
  return {
    read(path, limit = SMALL_FILE_BYTES) {
      const real = inside(path);
      if (!real) return null;
      const stat = lstatSync(real);
      return stat.isFile() && stat.size <= limit ? readFileSync(real) : null;
    },
    open(path) {
      const real = inside(path);
      if (!real || !lstatSync(real).isFile()) return null;
      const descriptor = openSync(real, 'r');
      const length = fstatSync(descriptor).size;
      return { length, read: (from, to) => readPart(descriptor, from, Math.min(to, length)) };
    },
    list(path) {
      const real = inside(path);
      return real && lstatSync(real).isDirectory() ? readdirSync(real).sort() : [];
    },
    hasFolder(path) {
      const real = inside(path);
      return real !== null && lstatSync(real).isDirectory();
    },
  };
}

function readPart(descriptor: number, from: number, to: number): Buffer {
  const bytes = Buffer.allocUnsafe(Math.max(0, to - from));
  let filled = 0;
  for (let count = -1; filled < bytes.length && count !== 0; filled += count)
    count = readSync(descriptor, bytes, filled, bytes.length - filled, from + filled);
  return bytes.subarray(0, filled);
}

function isSystemError(error: unknown): boolean {
  return error instanceof Error && 'code' in error;
}
