import { join } from 'node:path';
import type { Failure, Result } from '../../shared/model/result.ts';
import { type Backup, listBackups, makeBackup, newestBackupBefore } from './store/backups.ts';
import type { Connection } from './store/connection.ts';
import { openHighWaterMark } from './store/high-water-mark.ts';
import type { Problem } from './store/verify.ts';

/** Keeps, outside of the library's folder, what is needed when the library is lost or was exchanged. */
export interface LibraryGuard {
  /** What an older copy, put in the library's place, has lost. Found when the library was opened. */
  readonly rollback: readonly Problem[];
  /** To be called after versions were added: moves the mark on, and makes a backup (with `withBackups`) when the newest is a day old. */
  versionsAdded(): void;
  makeBackup(): Result<Backup>;
}

const BACKUP_EVERY_MS = 24 * 60 * 60 * 1000;

/** Watches over one open library; `stateFolder` is its own folder for backups and the mark. */
export function openLibraryGuard(
  connection: Connection,
  stateFolder: string,
  withBackups: boolean,
  warn: (message: string) => void,
): LibraryGuard {
  const mark = openHighWaterMark(connection, join(stateFolder, 'mark.json'));
  const rollback = mark.findRollback();
  const folder = backupFolder(stateFolder);
  const backUp = (): Result<Backup> => makeBackup(connection, folder, new Date());
  return {
    rollback,
    versionsAdded() {
      if (rollback.length === 0) mark.advance();
      if (!withBackups) return;
      const newest = newestBackupBefore(folder, new Date());
      if (newest && Date.now() - Date.parse(newest.madeAt) < BACKUP_EVERY_MS) return;
      const backup = backUp();
      if (!backup.ok) warn(backup.error.message);
    },
    makeBackup: backUp,
  };
}

/** Where a library's backups lie below its state folder. */
export function backupFolder(stateFolder: string): string {
  return join(stateFolder, 'backups');
}

/** A failure to open a library, with its newest backup where there is one and it could help. */
export function offerBackup(error: Failure, stateFolder: string): Failure {
  if (!['library-damaged', 'not-a-library', 'not-found', 'unreadable'].includes(error.code)) return error;
  const [newest] = listBackups(backupFolder(stateFolder));
  return newest ? { ...error, message: `${error.message} Its newest backup: ${newest.file}` } : error;
}
