import { createHash } from 'node:crypto';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { defaultLibraryFile as locate } from '../../shared/model/library-location.ts';

/** The library of this user when none is named; the window asks the same function. */
export function defaultLibraryFile(): string {
  return locate({ platform: process.platform, env: process.env, home: homedir() });
}

/**
 * What is kept about a library outside of its folder: backups and the high-water mark. By the file's path, because a damaged library cannot
 * say who it is.
 */
export function libraryStateFolder(
  libraryFile: string,
  env: Readonly<Record<string, string | undefined>> = process.env,
  platform: NodeJS.Platform = process.platform,
  home: string = homedir(),
): string {
  const name = createHash('sha256').update(resolve(libraryFile)).digest('hex').slice(0, 16);
  return join(stateFolder(env, platform, home), name);
}

function stateFolder(
  env: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform,
  home: string,
): string {
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Codicil Backups');
  if (platform === 'win32') return join(env['LOCALAPPDATA'] || join(home, 'AppData', 'Local'), 'Codicil');
  return join(env['XDG_STATE_HOME'] || join(home, '.local', 'state'), 'codicil');
}
