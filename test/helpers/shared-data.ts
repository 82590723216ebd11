import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The folder of measuring data that stands next to a contributor's checkout, or null. Its texts are read by tests and never
 * become part of the project.
 */
export const sharedDir: string | null = findSharedDir();

/** Reads a file of the measuring data as UTF-8; only call where `sharedDir` is not null. */
export function readShared(path: string): string {
  if (sharedDir === null) throw new Error('The measuring data is not there');
  return readFileSync(join(sharedDir, path), 'utf8');
}

function findSharedDir(): string | null {
  const folder = fileURLToPath(new URL('../../../shared', import.meta.url));
  if (existsSync(join(folder, 'hostile'))) return folder;
  console.log(`Tests on the measuring data are skipped: ${folder} is not there.`);
  return null;
}
