import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../build/targets.mjs';
import { runQuietly } from './command.mjs';
import { MissingError, say } from './say.mjs';

/**
 * Entries of a package lock by their folder.
 * @typedef {Record<string, { version?: string, optional?: boolean, devOptional?: boolean }>} LockedPackages
 */

/** Runs `npm ci` unless `node_modules` already holds what the lock names. */
export function ensureDependencies() {
  if (dependenciesAreInstalled()) return;
  say('installing the dependencies (npm ci) ...');
  const installed = runQuietly('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: root });
  if (installed.ok) return;
  throw new MissingError(
    `the dependencies could not be installed. Codicil needs a reachable npm registry, or a node_modules folder made elsewhere with "npm ci".\n${firstErrors(installed.output)}`,
  );
}

/**
 * What npm said first: the reason comes before pages of its manual.
 * @param {string} output
 */
function firstErrors(output) {
  const errors = output.split('\n').filter((line) => /npm (error|ERR!) \S/.test(line));
  return errors.slice(0, 8).join('\n');
}

/**
 * Compares what npm noted about `node_modules` with the lock: times would do, were they kept by git, copies and containers.
 */
export function dependenciesAreInstalled() {
  const installed = path.join(root, 'node_modules/.package-lock.json');
  if (!existsSync(installed)) return false;
  return holdsAll(readPackages(installed), readPackages(path.join(root, 'package-lock.json')));
}

/**
 * True if everything that is locked and not optional is installed in that version.
 * @param {LockedPackages} installed
 * @param {LockedPackages} locked
 */
export function holdsAll(installed, locked) {
  return Object.entries(locked).every(
    ([folder, entry]) =>
      folder === '' ||
      entry.optional === true ||
      entry.devOptional === true ||
      installed[folder]?.version === entry.version,
  );
}

/**
 * @param {string} file
 * @returns {LockedPackages}
 */
function readPackages(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
}
