import { spawn } from 'node:child_process';
import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { migrations } from '../../main/engine/store/migrations/migrations.ts';
import { jumpTheClock } from './clock-jumps.ts';
import { judgeDamagedLibraries } from './damaged-libraries.ts';
import { type Environment, freshFolder, ours, root } from './environment.ts';
import { killMigrations } from './migration-kills.ts';

/** What a harness said: whether it found the program sound, and its report. */
export interface Outcome {
  readonly sound: boolean;
  readonly report: string;
}

/** Short ones prove that the harnesses see and that nothing is badly wrong; full ones are the figures of docs/benchmarks.md. */
export type Length = 'short' | 'full';

/** One harness with two programs under test. */
export interface Harness {
  readonly name: string;
  /** Needs a disk of its own, so root. */
  readonly mounts?: true;
  /** Only in full runs, because it takes minutes at any length. */
  readonly long?: true;
  /** A writer that is broken on purpose: the harness must find it unsound. */
  bad(environment: Environment, length: Length): Promise<Outcome>;
  /** Ours: must be found sound. */
  good(environment: Environment, length: Length): Promise<Outcome>;
}

/** All of them, the quick ones first. */
export const harnesses: readonly Harness[] = [
  {
    name: 'two programs at once',
    // On a library that is there already: the reference refuses, in so many words, to make one while another does, and then loses nothing.
    bad: (environment) =>
      untilUnsound(() =>
        twoInstances(environment, 2, referenceAt(environment, '--bad swallow --n 300 --delay 4'), 'existing'),
      ),
    good: (environment, length) =>
      twoInstances(
        environment,
        length === 'full' ? 3 : 2,
        (folder) => savesAt(folder, length === 'full' ? 60 : 8),
        'new',
      ),
  },
  {
    name: 'power cut replayed from a trace',
    bad: (environment) =>
      replay(
        environment,
        'bad',
        30,
        referenceAt(environment, '--n 20 --sync NORMAL'),
        environment.harness('verify.mjs'),
      ),
    good: (environment, length) => {
      const [saves, points] = length === 'full' ? [60, 200] : [6, 12];
      return replay(environment, 'good', points, (folder) => savesAt(folder, saves), judge);
    },
  },
  {
    name: 'power cut replayed, our store weakened to NORMAL',
    long: true,
    bad: (environment) =>
      replay(environment, 'normal', 60, (folder) => savesAt(folder, 30, 0, 'NORMAL'), judge),
    good: (environment) => replay(environment, 'full', 60, (folder) => savesAt(folder, 30, 0, 'FULL'), judge),
  },
  {
    name: 'clock jumps',
    bad: (environment) => jumpTheClock(environment, true),
    good: (environment) => jumpTheClock(environment, false),
  },
  {
    name: 'kill during a migration',
    bad: async (environment) => killMigrations(environment, [1], 9, true),
    good: async (environment, length) => {
      const released = migrations.map((_, index) => index + 1).slice(0, -1);
      return killMigrations(
        environment,
        length === 'full' ? released : [1],
        length === 'full' ? 1 : 9,
        false,
      );
    },
  },
  {
    name: 'SIGKILL while saving',
    bad: (environment) => untilUnsound(() => killLoop(environment, 4, acknowledgesFirst(environment))),
    good: (environment, length) =>
      killLoop(environment, length === 'full' ? 500 : 3, (folder) => savesAt(folder, 1_000_000)),
  },
  {
    name: 'SIGKILL while the command line saves',
    long: true,
    bad: (environment) => untilUnsound(() => killLoop(environment, 4, acknowledgesFirst(environment))),
    good: (environment) => killLoop(environment, 500, commandLineAt, 1500),
  },
  {
    name: 'damaged libraries',
    long: true,
    bad: (environment) => judgeDamagedLibraries(environment, true),
    good: (environment) => judgeDamagedLibraries(environment, false),
  },
  {
    name: 'calls fail',
    // The short form fails one write in eighteen once, from making the library to the last save: ten runs instead of 450.
    bad: (environment) => sweep(environment, referenceAt(environment, '--bad swallow --n 4'), FEW_FAILURES),
    good: (environment, length) =>
      sweep(
        environment,
        (folder) => savesAt(folder, 3),
        length === 'full' ? ['--step', '3', '--sticky', ...ALL_FAILURES] : ['--step', '18', ...ONE_FAILURE],
      ),
  },
  {
    name: 'a full disk',
    long: true,
    mounts: true,
    bad: (environment) =>
      fullDisk(environment, (folder) =>
        reference(environment, folder, `${folder}.acks`, '--bad swallow --n 2000'),
      ),
    good: (environment) =>
      fullDisk(environment, (folder) => ({
        write: ours('save-writer.ts', `${folder}/library.codicil`, `${folder}.acks`, 4000, 25),
        verify: ours('save-verifier.ts', `${folder}/library.codicil`, `${folder}.acks`),
      })),
  },
  {
    name: 'the power cut under a disk',
    long: true,
    mounts: true,
    bad: (environment) =>
      powerCut(environment, 6, (folder, acks) =>
        reference(environment, folder, acks, '--n 100000 --sync NORMAL'),
      ),
    good: (environment) =>
      powerCut(environment, 10, (folder, acks) => ({
        write: ours('save-writer.ts', `${folder}/library.codicil`, acks),
        verify: ours('save-verifier.ts', `${folder}/library.codicil`, acks),
      })),
  },
];

const ALL_FAILURES = ['--ops', 'write,fsync,truncate', '--errs', 'ENOSPC,EIO', '--modes', 'fail,short'];
const ONE_FAILURE = ['--ops', 'write', '--errs', 'ENOSPC', '--modes', 'fail'];
const FEW_FAILURES = [...ONE_FAILURE, '--step', '10', '--maxk', '40'];

const judge = join(root, 'test/reliability/judge-library.ts');

const ATTEMPTS = 6;

/** A program under test and its judge, as command lines. */
interface Pair {
  readonly write: string;
  readonly verify: string;
}
type PairAt = (folder: string) => Pair;

function reference({ harness }: Environment, folder: string, acks: string, flags: string): Pair {
  const place = `--db ${folder}/library.codicil --ack ${acks}`;
  const run = (program: string): string => `${process.execPath} ${harness(program)} ${place}`;
  return { write: `${run('writer.mjs')} ${flags}`, verify: run('verify.mjs') };
}

function referenceAt(environment: Environment, flags: string): PairAt {
  return (folder) => reference(environment, folder, `${folder}/acks`, flags);
}

function savesAt(folder: string, ...more: readonly (string | number)[]): Pair {
  const place = [`${folder}/library.codicil`, `${folder}/acks`] as const;
  return { write: ours('save-writer.ts', ...place, ...more), verify: ours('save-verifier.ts', ...place) };
}

function commandLineAt(folder: string): Pair {
  return { ...savesAt(folder), write: ours('cli-writer.ts', `${folder}/library.codicil`, `${folder}/acks`) };
}

async function twoInstances(
  environment: Environment,
  n: number,
  pair: PairAt,
  begin: 'new' | 'existing',
): Promise<Outcome> {
  const folder = freshFolder(environment, 'two');
  const { write, verify } = pair(folder);
  if (begin === 'existing') await runShell(single(write), {});
  const args = ['--cmd', write, '--ack', `${folder}/acks`, '--verify', verify, '--n', `${n}`];
  return run(environment.harness('twoinstances.mjs'), args);
}

/** Acknowledges before it commits. Its texts are long, so that most of its time lies between the two. */
function acknowledgesFirst(environment: Environment): PairAt {
  return referenceAt(environment, '--bad ackfirst --n 100000 --size 1000000');
}

/** A writer that only a race shows to be broken may win it by chance, but not each time. */
async function untilUnsound(attempt: () => Promise<Outcome>): Promise<Outcome> {
  for (let left = ATTEMPTS - 1; ; left--) {
    const outcome = await attempt();
    if (!outcome.sound || left === 0) return outcome;
  }
}

/** The same writer for one save. */
function single(write: string): string {
  return write.replace(/--n \d+/, '--n 1').replace(/(acks) \d+/, '$1 1');
}

function killLoop(environment: Environment, kills: number, pair: PairAt, longest = 400): Promise<Outcome> {
  const folder = freshFolder(environment, 'kill');
  const { write, verify } = pair(folder);
  const args = [
    '--cmd',
    write,
    '--ack',
    `${folder}/acks`,
    '--verify',
    verify,
    '--kills',
    `${kills}`,
    '--max',
    `${longest}`,
  ];
  return run(environment.harness('killloop.mjs'), args);
}

function sweep(environment: Environment, pair: PairAt, more: readonly string[]): Promise<Outcome> {
  const { write, verify } = pair('{dir}');
  const so = ['--so', environment.faultInjector, '--match', '*/library.codicil*'];
  return run(environment.harness('iosweep.mjs'), ['--cmd', write, '--verify', verify, ...so, ...more]);
}

/** Traces a writer on a library that is there already, then rebuilds what a disk could hold at many moments. */
async function replay(
  environment: Environment,
  name: string,
  points: number,
  pair: PairAt,
  verify: string,
): Promise<Outcome> {
  const folder = freshFolder(environment, `replay-${name}`);
  const initial = `${folder}-before`;
  const trace = `${folder}.trace`;
  const { write } = pair(folder);
  await runShell(single(write), {});
  cpSync(folder, initial, { recursive: true });
  mkdirSync(initial, { recursive: true });
  await runShell(write, {
    LD_PRELOAD: environment.faultInjector,
    FI_MATCH: `${folder}/library.codicil*`,
    FI_MARK: `${folder}/acks`,
    FI_TRACE: trace,
  });
  const args = ['--trace', trace, '--root', folder, '--db', 'library.codicil', '--verify', verify];
  return run(environment.harness('crashreplay.mjs'), [
    ...args,
    '--points',
    `${points}`,
    '--initial',
    initial,
  ]);
}

function fullDisk(environment: Environment, pair: PairAt): Promise<Outcome> {
  const { write, verify } = pair('{dir}');
  return runShell(`bash ${environment.harness('diskfull.sh')} 4M '${write}' '${verify}'`, {
    TMPDIR: environment.folder,
  });
}

function powerCut(
  environment: Environment,
  cuts: number,
  pair: (folder: string, acks: string) => Pair,
): Promise<Outcome> {
  const acks = `${freshFolder(environment, 'cut')}/acks`;
  const { write } = pair('{dir}', acks);
  // What had been told before the cut: the program goes on for a moment after it.
  const { verify } = pair('{dir}', `${acks}.told`);
  return runShell(`bash ${environment.harness('powercut.sh')} ${cuts} '${write}' ${acks} '${verify}'`, {});
}

function run(script: string, args: readonly string[]): Promise<Outcome> {
  return collect(spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'inherit'] }));
}

function runShell(command: string, env: Readonly<Record<string, string>>): Promise<Outcome> {
  const options = {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'] as ['ignore', 'pipe', 'inherit'],
  };
  return collect(spawn('/bin/sh', ['-c', command], options));
}

function collect(child: ReturnType<typeof spawn>): Promise<Outcome> {
  let report = '';
  child.stdout?.on('data', (data) => {
    report += data;
  });
  return new Promise((resolve) => {
    child.on('close', (code) => resolve({ sound: code === 0, report: report.trim() }));
  });
}
