import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { ImportSurvey } from '../../../shared/ipc/import-requests.ts';

/** What kind of things are about to be imported; nothing of them is read yet. */
export function surveyPaths(paths: readonly string[]): ImportSurvey {
  const folders = paths.filter(isFolder);
  return { folders, repositories: folders.filter(isRepository) };
}

/** A folder with a git repository in it, or a bare one. */
export function isRepository(folder: string): boolean {
  if (existsSync(join(folder, '.git'))) return true;
  return (
    existsSync(join(folder, 'HEAD')) && isFolder(join(folder, 'objects')) && isFolder(join(folder, 'refs'))
  );
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
