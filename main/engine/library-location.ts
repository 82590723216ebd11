import { homedir } from 'node:os';
import { defaultLibraryFile as locate } from '../../shared/model/library-location.ts';

/** The library of this user when none is named; the window asks the same function. */
export function defaultLibraryFile(): string {
  return locate({ platform: process.platform, env: process.env, home: homedir() });
}
