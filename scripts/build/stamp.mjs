import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { dist, presentEntries, root, targets } from './targets.mjs';

/** @typedef {import('./targets.mjs').Target} Target */

/**
 * A short name for the state of a target's sources: path, size and time of every file below them. Reading contents instead would cost
 * ten times as much on each start of the command line, and a checkout that touches times only costs one build too many.
 * @param {Target} target
 */
export function sourceStamp(target) {
  const hash = createHash('sha256');
  for (const source of target.sources) addPath(hash, source);
  return hash.digest('hex');
}

/**
 * The targets whose sources changed since they were last built.
 * @param {readonly string[]} names
 */
export function staleTargets(names = targets.map((target) => target.name)) {
  return targets.filter(
    (target) =>
      names.includes(target.name) &&
      presentEntries(target).length > 0 &&
      readStamp(target) !== sourceStamp(target),
  );
}

/**
 * Remembers in a built folder from which sources it was built.
 * @param {string} folder
 * @param {string} stamp
 */
export function writeStamp(folder, stamp) {
  writeFileSync(path.join(folder, stampName), stamp);
}

const stampName = '.stamp';

/** @param {Target} target */
function readStamp(target) {
  try {
    return readFileSync(path.join(dist, target.name, stampName), 'utf8');
  } catch (error) {
    if (isMissing(error)) return '';
    throw error;
  }
}

/**
 * @param {import('node:crypto').Hash} hash
 * @param {string} relative
 */
function addPath(hash, relative) {
  const stats = statSync(path.join(root, relative), { throwIfNoEntry: false });
  if (stats?.isDirectory()) {
    for (const name of readdirSync(path.join(root, relative)).sort()) addPath(hash, `${relative}/${name}`);
  } else if (stats) {
    hash.update(`${relative}\0${stats.size}\0${stats.mtimeMs}\n`);
  }
}

/** @param {unknown} error */
function isMissing(error) {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
