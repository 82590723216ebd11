import { lstatSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { isAbsolute, join, relative, sep } from 'node:path';

/** Reads files below one folder and nothing else: no symbolic link leads out, no device or pipe is waited for. */
export interface ConfinedFiles {
  /** The content of a regular file; null when it is missing, too large, not a file or not inside. */
  read(path: string, limit?: number): Buffer | null;
  /** Names in a folder, in order; empty when it is missing or not inside. */
  list(path: string): readonly string[];
  /** True for a folder inside. */
  hasFolder(path: string): boolean;
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

function isSystemError(error: unknown): boolean {
  return error instanceof Error && 'code' in error;
}
