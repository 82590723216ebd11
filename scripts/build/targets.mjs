import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the checkout. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/**
 * What a build makes, and from which folders: a target is stale when anything below its sources changed.
 * @typedef {'renderer' | 'main' | 'engine' | 'cli'} TargetName
 * @typedef {{ readonly name: TargetName, readonly entries: readonly string[], readonly sources: readonly string[] }} Target
 */

/** Changes to these rebuild everything: versions of libraries, and how to build. */
const common = ['package-lock.json', 'scripts/build', 'shared'];

/** @type {readonly Target[]} */
export const targets = [
  { name: 'renderer', entries: ['renderer/index.html'], sources: [...common, 'renderer'] },
  { name: 'main', entries: ['main/main.ts', 'main/preload.ts'], sources: [...common, 'main'] },
  {
    name: 'engine',
    entries: ['main/engine/engine-process.ts', 'main/engine/import/import-worker.ts'],
    sources: [...common, 'main/engine'],
  },
  { name: 'cli', entries: ['main/cli/codicil.ts'], sources: [...common, 'main/cli', 'main/engine'] },
];

/**
 * The entries of a target that are there.
 * @param {Target} target
 */
export function presentEntries(target) {
  return target.entries.filter((entry) => existsSync(path.join(root, entry)));
}

/** Where built files go. */
export const dist = path.join(root, 'dist');
