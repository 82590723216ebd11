import { homedir } from 'node:os';
import { join } from 'node:path';

/** The library of this user when nothing else is named: where each system keeps the data of programs. */
export function defaultLibraryFile(
  env: Readonly<Record<string, string | undefined>> = process.env,
  platform: NodeJS.Platform = process.platform,
  home: string = homedir(),
): string {
  return join(dataFolder(env, platform, home), 'library.codicil');
}

function dataFolder(
  env: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform,
  home: string,
): string {
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Codicil');
  if (platform === 'win32') return join(env['APPDATA'] || join(home, 'AppData', 'Roaming'), 'Codicil');
  return join(env['XDG_DATA_HOME'] || join(home, '.local', 'share'), 'codicil');
}
