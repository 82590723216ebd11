import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { RestoredLibrary } from '../../shared/ipc/library-requests.ts';
import { fail, ok, type Result } from '../../shared/model/result.ts';
import { syncFile, syncFolder } from './atomic-write.ts';
import { closeAsOneFile } from './store/connection.ts';
import { openHighWaterMark } from './store/high-water-mark.ts';
import { isOpenElsewhere } from './store/open-elsewhere.ts';
import { openLibrary } from './store/open-library.ts';

/** Puts a backup in a library's place. The library that was there, sound or not, is moved aside whole and never deleted. */
export function restoreLibrary(
  backup: string,
  libraryFile: string,
  stateFolder: string,
  now: Date,
): Result<RestoredLibrary> {
  const file = resolve(libraryFile);
  if (!existsSync(backup)) return fail('not-found', `${backup} does not exist.`);
  if (isOpenElsewhere(file))
    return fail('busy', `The library ${file} is open in another program. Close it there, then restore.`);
  const beside = `${file}.restoring-${process.pid}`;
  try {
    copyFileSync(backup, beside);
    syncFile(beside);
    const sound = openLibrary(beside);
    if (!sound.ok) return fail('library-damaged', `${backup} cannot be restored: ${sound.error.message}`);
    closeAsOneFile(sound.value.connection);
    const kept = moveAside(file, now);
    renameSync(beside, file);
    syncFolder(dirname(file));
    return markRestored(file, stateFolder, kept);
  } catch (error) {
    return fail(
      'write-failed',
      `${backup} could not be restored to ${file}.`,
      error instanceof Error ? error.message : String(error),
    );
  } finally {
    for (const suffix of ['', '-wal', '-shm']) rmSync(beside + suffix, { force: true });
  }
}

/** Moves the library with its log, so that both still belong together. */
function moveAside(file: string, now: Date): string | null {
  if (!existsSync(file)) return null;
  const stamp = `${file}.replaced-${now.toISOString().slice(0, 19).replaceAll(':', '-')}Z`;
  let kept = stamp;
  for (let count = 2; existsSync(kept); count++) kept = `${stamp}-${count}`;
  for (const suffix of ['-wal', '-shm', ''])
    if (existsSync(file + suffix)) renameSync(file + suffix, kept + suffix);
  return kept;
}

/** Restoring is meant: the mark of what was there before must not call it a rollback. */
function markRestored(file: string, stateFolder: string, kept: string | null): Result<RestoredLibrary> {
  const opened = openLibrary(file);
  if (!opened.ok) return opened;
  openHighWaterMark(opened.value.connection, join(stateFolder, 'mark.json')).advance();
  opened.value.connection.close();
  return ok({ file, kept });
}
