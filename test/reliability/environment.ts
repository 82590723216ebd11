import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout. */
export const root = fileURLToPath(new URL('../..', import.meta.url));
/** The harnesses that stand beside a contributor's checkout. */
const harnesses = join(root, '../shared/reliability');

/** Where the harnesses are and what they run with. */
export interface Environment {
  /** A scratch folder of this run. */
  readonly folder: string;
  /** The path of a harness. */
  harness(name: string): string;
  readonly faultInjector: string;
  readonly clockSkew: string;
}

/** Why the harnesses cannot run here; null when they can. */
export function missingForHarnesses(): string | null {
  if (!existsSync(harnesses)) return `${harnesses} is not there`;
  if (process.platform !== 'linux') return 'they preload libraries as Linux does';
  if (spawnSync('gcc', ['--version']).status !== 0) return 'gcc is not there';
  return null;
}

/** Compiles what has to be compiled and makes the scratch folder, with the program's state inside of it. */
export function prepareEnvironment(): Environment {
  const folder = mkdtempSync(join(tmpdir(), 'codicil-harness-'));
  process.env['XDG_STATE_HOME'] = join(folder, 'state');
  process.env['BS3_FROM'] = root;
  return {
    folder,
    // The real path: a harness that is reached by a link takes itself for a module.
    harness: (name) => join(realpathSync(harnesses), name),
    faultInjector: compile(folder, 'faultinj'),
    clockSkew: compile(folder, 'clockskew'),
  };
}

/** An empty folder of that name in the scratch folder. */
export function freshFolder({ folder }: Environment, name: string): string {
  const fresh = join(folder, `${name}-${process.hrtime.bigint()}`);
  mkdirSync(fresh, { recursive: true });
  return fresh;
}

/** Whether disks can be mounted here: a real full disk and a real power cut need that. */
export function canMount(): boolean {
  return process.getuid?.() === 0 && spawnSync('mkfs.ext4', ['-V']).status === 0;
}

/** The command line of one of our own programs in this folder. */
export function ours(program: string, ...args: readonly (string | number)[]): string {
  return [process.execPath, join(root, 'test/reliability', program), ...args].join(' ');
}

function compile(folder: string, name: string): string {
  const library = join(folder, `${name}.so`);
  const flags = ['-O2', '-shared', '-fPIC', '-o', library, join(harnesses, `${name}.c`), '-ldl', '-lpthread'];
  execFileSync('gcc', flags, { stdio: 'inherit' });
  return library;
}
