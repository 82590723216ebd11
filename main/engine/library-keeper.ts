import { statSync } from 'node:fs';
import type { LibraryBackups, RestoredLibrary } from '../../shared/ipc/library-requests.ts';
import { ok, type Result } from '../../shared/model/result.ts';
import { backupFolder } from './library-guard.ts';
import { libraryStateFolder } from './library-location.ts';
import { restoreLibrary } from './restore-library.ts';
import { listBackups } from './store/backups.ts';

/** The backups of a library, newest first, also of one that cannot be opened. */
export function backupsOf(libraryFile: string): Result<LibraryBackups> {
  const folder = backupFolder(libraryStateFolder(libraryFile));
  return ok({
    folder,
    backups: listBackups(folder).map((backup) => ({ ...backup, bytes: statSync(backup.file).size })),
  });
}

/** Puts a backup in the place of a library that nobody has open in this process. */
export function restoreBackup(libraryFile: string, backup: string): Result<RestoredLibrary> {
  return restoreLibrary(backup, libraryFile, libraryStateFolder(libraryFile), new Date());
}
