import { type Dirent, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Failure } from '../../../shared/model/result.ts';
import { describeReadError, formatOfName } from './read-file.ts';

/** A file to import; `named` when the user named it, rather than a folder it is in. */
export interface FoundFile {
  readonly file: string;
  readonly named: boolean;
}

export interface FoundFiles {
  readonly files: readonly FoundFile[];
  readonly failures: readonly { readonly file: string; readonly error: Failure }[];
}

/** A folder with more files than this was chosen by mistake (a home folder, a disk). */
const MAX_FILES = 20_000;
const MAX_DEPTH = 32;

/**
 * Lists what the given paths hold, folders in order of name. In folders only names that promise a known format count, hidden entries and
 * symbolic links are left alone, so that nothing outside is read and loops end.
 */
export function walkFiles(paths: readonly string[]): FoundFiles {
  const files: FoundFile[] = [];
  const failures: { file: string; error: Failure }[] = [];
  const refuse = (file: string, error: unknown): void => {
    const described = describeReadError(file, error);
    if (!described.ok) failures.push({ file, error: described.error });
  };
  const visit = (folder: string, depth: number): void => {
    for (const entry of listFolder(folder, refuse)) {
      if (files.length >= MAX_FILES) return;
      const path = join(folder, entry.name);
      if (entry.name.startsWith('.')) continue;
      if (entry.isDirectory() && depth < MAX_DEPTH) visit(path, depth + 1);
      else if (entry.isFile() && formatOfName(entry.name)) files.push({ file: path, named: false });
    }
  };
  for (const path of paths) {
    try {
      if (statSync(path).isDirectory()) visit(path, 0);
      else files.push({ file: path, named: true });
    } catch (error) {
      refuse(path, error);
    }
  }
  return { files, failures };
}

function listFolder(folder: string, refuse: (file: string, error: unknown) => void): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((x, y) => (x.name < y.name ? -1 : 1));
  } catch (error) {
    refuse(folder, error);
    return [];
  }
}
