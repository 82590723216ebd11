import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { fail, ok, type Result } from '../../../shared/model/result.ts';
import { syncFile, syncFolder } from '../atomic-write.ts';
import type { Connection } from './connection.ts';
import { describeStoreError } from './failures.ts';

export interface Backup {
  readonly file: string;
  /** Grows with each backup made: the clock may go back, the order may not. */
  readonly serial: number;
  /** When it was made, ISO 8601 in UTC to the second. */
  readonly madeAt: string;
}

/** The last ones cover mistakes noticed soon, one a month those noticed late. */
const KEEP_NEWEST = 8;
const KEEP_MONTHS = 12;
/** The first ones had no serial. */
const NAME = /^library-(?:(\d{6,})-)?(\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-(\d{2})Z\.codicil$/;

/** The backups in a folder, the one made last first; none where the folder is missing. */
export function listBackups(folder: string): Backup[] {
  return namesIn(folder)
    .flatMap((name) => {
      const match = NAME.exec(name);
      if (!match) return [];
      const [, serial = '0', day, hour, minute, second] = match;
      return [
        { file: join(folder, name), serial: Number(serial), madeAt: `${day}T${hour}:${minute}:${second}Z` },
      ];
    })
    .sort((x, y) => y.serial - x.serial || (x.madeAt < y.madeAt ? 1 : -1));
}

/** Writes a whole, compact copy of the library, reads it back, and only then counts it as a backup; old ones are rotated out. */
export function makeBackup(connection: Connection, folder: string, now: Date): Result<Backup> {
  const beside = join(folder, `.part-${process.pid}-${now.getTime()}`);
  try {
    mkdirSync(folder, { recursive: true });
    connection.database.prepare('VACUUM INTO ?').run(beside);
    const wrong = differsFrom(connection, beside);
    if (wrong)
      return fail('write-failed', `The backup of ${connection.file} could not be read back: ${wrong}.`);
    syncFile(beside);
    const madeAt = `${now.toISOString().slice(0, 19)}Z`;
    const serial = (listBackups(folder)[0]?.serial ?? 0) + 1;
    const name = `${String(serial).padStart(6, '0')}-${madeAt.replaceAll(':', '-')}`;
    const file = join(folder, `library-${name}.codicil`);
    renameSync(beside, file);
    syncFolder(folder);
    rotateBackups(folder);
    return ok({ file, serial, madeAt });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return fail(
      'write-failed',
      `No backup of ${connection.file} could be made in ${folder}.`,
      describeStoreError(folder, error)?.details ?? reason,
    );
  } finally {
    if (existsSync(beside)) rmSync(beside);
  }
}

/**
 * The newest backup that the clock believes in: one dated after now was made while the clock was wrong, and must not put off the next.
 * Null when there is none.
 */
export function newestBackupBefore(folder: string, now: Date): Backup | null {
  return listBackups(folder).find(({ madeAt }) => Date.parse(madeAt) <= now.getTime()) ?? null;
}

/** Removes what is neither among the newest nor the newest of one of the last months. */
export function rotateBackups(folder: string): void {
  const backups = listBackups(folder);
  const newestOfMonth = new Map<string, Backup>();
  for (const backup of backups) {
    const month = backup.madeAt.slice(0, 7);
    if (!newestOfMonth.has(month)) newestOfMonth.set(month, backup);
  }
  const kept = new Set([
    ...backups.slice(0, KEEP_NEWEST),
    ...[...newestOfMonth.values()].slice(0, KEEP_MONTHS),
  ]);
  for (const backup of backups) if (!kept.has(backup)) rmSync(backup.file, { force: true });
}

/** Why a copy is not the same library; null when its structure is sound and every chain ends the same. */
function differsFrom(connection: Connection, copy: string): string | null {
  const database = new Database(copy, { readonly: true, fileMustExist: true });
  try {
    const verdict = String(database.pragma('quick_check(1)', { simple: true }));
    if (verdict !== 'ok') return verdict;
    const heads = 'SELECT policy_id, number, hex(entry_hash) FROM version ORDER BY policy_id, number';
    const same =
      JSON.stringify(database.prepare(heads).all()) === JSON.stringify(connection.sql(heads).all());
    return same ? null : 'its versions are not the same';
  } finally {
    database.close();
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    // A folder that is not there, or that cannot be read, holds no backup that could be offered.
    if (error instanceof Error && 'code' in error) return [];
    throw error;
  }
}
