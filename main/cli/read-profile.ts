import { parseProfile } from '../../shared/checks/parse-profile.ts';
import type { HouseProfile } from '../../shared/checks/profile.ts';
import { CliFailure } from './cli-failure.ts';
import { readTextFile } from './read-text-file.ts';

/** The house profile that a file of JSON holds. */
export async function readProfile(file: string): Promise<HouseProfile> {
  const profile = parseProfile(await readTextFile(file));
  if (profile.ok) return profile.value;
  throw new CliFailure(`${file} ${profile.error.message}`);
}
