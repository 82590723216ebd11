import { findProgram, runCommand, runQuietly } from './command.mjs';
import { MissingError, say } from './say.mjs';

/** What a virtual display and Electron need on Debian; fonts so that pictures and PDFs look like something. */
const debianPackages = [
  'xvfb',
  'xauth',
  'libgtk-3-0',
  'libnss3',
  'libasound2',
  'libgbm1',
  'libatk-bridge2.0-0',
  'libcups2',
  'libxss1',
  'libxtst6',
  'fonts-liberation',
];

/** True where a window can be shown without help. */
export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
}

/**
 * Sees to it that Electron can show a window here, real or virtual: as root on Debian by installing what is missing, else by naming it.
 * @param {string} electronPath
 */
export async function ensureDisplay(electronPath) {
  if (process.platform !== 'linux') return;
  if (missingParts(electronPath).length === 0) return;
  if (process.getuid?.() === 0 && findProgram('apt-get')) await installPackages();
  const missing = missingParts(electronPath);
  if (missing.length === 0) return;
  throw new MissingError(
    `this machine lacks ${missing.join(', ')}. On Debian or Ubuntu: sudo apt-get install ${debianPackages.join(' ')}`,
  );
}

/**
 * What to put before a command so that it has a display: nothing where there is one.
 * @returns {string[]}
 */
export function virtualDisplay() {
  return hasDisplay() ? [] : ['xvfb-run', '-a', '-s', '-screen 0 1920x1200x24'];
}

/**
 * The command that starts Electron here, before the app folder: inside a virtual display where there is no other, and without Chromium's
 * sandbox for root, who cannot have it (tests and build machines only; an ordinary user always runs sandboxed).
 * @param {string} electronPath
 * @returns {string[]}
 */
export function electronCommand(electronPath) {
  // A virtual display has no graphics card; trying one costs a crashed process at each start.
  const graphics = hasDisplay() ? [] : ['--disable-gpu'];
  return [...virtualDisplay(), electronPath, ...sandboxSwitches(), ...graphics];
}

/** Root cannot have Chromium's sandbox. */
export function sandboxSwitches() {
  return process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}

/** @param {string} electronPath */
function missingParts(electronPath) {
  const programs = hasDisplay() ? [] : ['xvfb-run', 'Xvfb', 'xauth'];
  return [...programs.filter((name) => !findProgram(name)), ...missingLibraries(electronPath)];
}

/** @param {string} electronPath */
function missingLibraries(electronPath) {
  const { output } = runQuietly('ldd', [electronPath]);
  return [...output.matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1] ?? '');
}

async function installPackages() {
  say('installing Debian packages for a virtual display and Electron ...');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const install = ['install', '-y', '-q', '--no-install-recommends', ...debianPackages];
  if (runQuietly('apt-get', install, { env }).ok) return;
  // A fresh machine has no package lists yet.
  await runCommand('apt-get', ['update', '-q'], { env, stdio: ['ignore', 'ignore', 2] });
  const second = runQuietly('apt-get', install, { env });
  if (!second.ok) say(`apt-get could not install them: ${second.output.trim().split('\n').at(-1)}`);
}
