import { existsSync } from 'node:fs';
import path from 'node:path';
import { MissingError } from './say.mjs';
import { installStandIn, standInFolder, standInsExist } from './stand-in.mjs';

/** The oldest Node with the Node-API (10) that the store needs. */
const oldestNode = [22, 14];
/** From here on Node runs TypeScript files without being asked to. */
const typesByDefault = [22, 18];

/**
 * A Node that is new enough: the running one, or a stand-in that is there already, else null.
 * @returns {string | null}
 */
export function findNode() {
  if (isAtLeast(oldestNode)) return process.execPath;
  const standIn = standInNode();
  return existsSync(standIn) ? standIn : null;
}

/** Finds a Node that is new enough, fetching the stand-in where there is none. */
export function ensureNode() {
  const found = findNode();
  if (found) return found;
  if (!standInsExist) throw new MissingError(tooOld());
  try {
    installStandIn('node', `because Node ${process.versions.node} is too old for the store`, keepAsIs);
  } catch (error) {
    if (error instanceof MissingError) throw new MissingError(`${tooOld()} And ${error.message}`);
    throw error;
  }
  return standInNode();
}

/**
 * Switches for running a TypeScript file in the Node that `ensureNode` gave.
 * @param {string} node
 */
export function typeScriptSwitches(node) {
  const needed = node === process.execPath && !isAtLeast(typesByDefault);
  return needed ? ['--experimental-strip-types', '--disable-warning=ExperimentalWarning'] : [];
}

function standInNode() {
  return path.join(standInFolder('node'), 'bin', 'node');
}

function tooOld() {
  return `Codicil needs Node ${oldestNode.join('.')} or later; this is ${process.versions.node}. Get a current one from https://nodejs.org.`;
}

/** @param {string} packageFolder */
function keepAsIs(packageFolder) {
  return packageFolder;
}

/** @param {readonly number[]} wanted major and minor */
function isAtLeast(wanted) {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [wantedMajor = 0, wantedMinor = 0] = wanted;
  return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
}
