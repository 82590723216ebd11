import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { buildStale } from '../build/build.ts';
import { root } from '../build/targets.mjs';
import { copyStandIn, standInVersion } from '../package/stand-in-dist.ts';
import { runCommand } from '../runtime/command.mjs';
import { type Electron, ensureElectron } from '../runtime/electron.mjs';
import { say } from '../runtime/say.mjs';
import { toolFile } from '../runtime/tools.ts';

// npm run package [-- --release]: an unpacked app in release/, or, with the official Electron, everything that is released.
/** Fuses that the stand-in is too old to have. */
const newerFuses = ['-c.electronFuses.grantFileProtocolExtraPrivileges=false'];
const forRelease = process.argv.includes('--release');
await buildStale();
const electron = await ensureElectron(process.execPath);
process.exitCode = await packageWith(electron);

async function packageWith({ kind, path: electronPath }: Electron): Promise<number> {
  if (kind === 'official') return runBuilder([...newerFuses, ...(forRelease ? [] : ['--dir'])]);
  if (forRelease) {
    say('a release needs the official Electron, and there is only the stand-in: nothing was packaged.');
    return 2;
  }
  say('packaging with the stand-in Electron, for a smoke test only: do not hand this to anybody.');
  const release = path.join(root, 'release');
  mkdirSync(release, { recursive: true });
  const dist = copyStandIn(electronPath, release);
  try {
    return await runBuilder([
      '--linux',
      'dir',
      `-c.electronDist=${dist}`,
      `-c.electronVersion=${standInVersion}`,
      '-c.directories.output=release/stand-in',
    ]);
  } finally {
    rmSync(dist, { recursive: true, force: true });
  }
}

function runBuilder(args: readonly string[]): Promise<number> {
  return runCommand(process.execPath, [toolFile('electron-builder'), ...args, '--publish=never'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
}
