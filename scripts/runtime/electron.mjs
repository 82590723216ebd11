import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import https from 'node:https';
import path from 'node:path';
import { root } from '../build/targets.mjs';
import { runCommand, runQuietly } from './command.mjs';
import { MissingError, say } from './say.mjs';
import { installStandIn, standInFolder, standInsExist } from './stand-in.mjs';

/**
 * An Electron to run the app in.
 * @typedef {{ readonly path: string, readonly kind: 'official' | 'stand-in' }} Electron
 */

/** Where Electron's own installer looks first; if this does not answer in time, nor will the download. */
const downloadHost = 'github.com';
const probeMilliseconds = 5000;

/**
 * An Electron that is there already: the official one, else the stand-in, else null.
 * @returns {Electron | null}
 */
export function findElectron() {
  const official = officialPath();
  if (official) return { path: official, kind: 'official' };
  const standIn = standInPath();
  return existsSync(standIn) ? { path: standIn, kind: 'stand-in' } : null;
}

/**
 * Finds Electron, fetching it where there is none: the official one where its download can be reached, else the stand-in.
 * @param {string} node
 * @returns {Promise<Electron>}
 */
export async function ensureElectron(node) {
  const electron = findElectron() ?? (await fetchElectron(node));
  if (electron.kind === 'stand-in') {
    say('using a stand-in Electron (25.1.1), for tests and for trying the app only: not for release.');
  }
  return electron;
}

/** @param {string} node */
async function fetchElectron(node) {
  if (!standInsExist || (await downloadIsReachable())) {
    say('getting Electron ...');
    await runCommand(node, [path.join(root, 'node_modules/electron/install.js')], {
      stdio: ['ignore', 2, 2],
    });
    const official = officialPath();
    if (official) return /** @type {const} */ ({ path: official, kind: 'official' });
  }
  if (!standInsExist) {
    throw new MissingError(
      'Electron could not be downloaded. Run "npx install-electron" where its releases can be reached, or copy node_modules/electron/dist from such a machine.',
    );
  }
  installStandIn('electron', 'in place of Electron, whose download cannot be reached', shapeStandIn);
  return /** @type {const} */ ({ path: standInPath(), kind: 'stand-in' });
}

function officialPath() {
  const folder = path.join(root, 'node_modules/electron');
  const note = path.join(folder, 'path.txt');
  if (!existsSync(note)) return null;
  const file = path.join(folder, 'dist', readFileSync(note, 'utf8'));
  return existsSync(file) ? file : null;
}

function standInPath() {
  return path.join(standInFolder('electron'), 'electron');
}

/** A mirror or a proxy is somebody's deliberate setting: then the download itself is the test. */
async function downloadIsReachable() {
  const configured = ['ELECTRON_MIRROR', 'npm_config_electron_mirror', 'HTTPS_PROXY', 'https_proxy'];
  if (configured.some((name) => process.env[name])) return true;
  return new Promise((resolve) => {
    const request = https.request({ host: downloadHost, method: 'HEAD', timeout: probeMilliseconds });
    request.on('response', () => resolve(true));
    request.on('timeout', () => request.destroy(new Error('no answer')));
    request.on('error', () => resolve(false));
    request.end();
  });
}

/**
 * Unpacks the Electron out of the package, without the app that it was shipped with, and with a loader for ours.
 * @param {string} packageFolder
 */
function shapeStandIn(packageFolder) {
  const folder = path.join(packageFolder, 'electron');
  mkdirSync(folder);
  const archive = path.join(packageFolder, 'release/app.tar.gz');
  const unpacked = runQuietly('tar', ['-xzf', archive, '-C', folder, '--warning=no-unknown-keyword']);
  if (!unpacked.ok) throw new MissingError(`the stand-in Electron cannot be unpacked: ${unpacked.output}`);
  const resources = path.join(folder, 'resources');
  for (const part of ['app', 'app-update.yml']) {
    rmSync(path.join(resources, part), { recursive: true, force: true });
  }
  cpSync(path.join(root, 'scripts/stand-in/electron/loader'), path.join(resources, 'app'), {
    recursive: true,
  });
  // Under the name "electron" it knows itself as unpackaged.
  renameSync(path.join(folder, '@wingconsoledesktop'), path.join(folder, 'electron'));
  chmodSync(path.join(folder, 'electron'), 0o755);
  return folder;
}
