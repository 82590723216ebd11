import { type ChildProcess, fork } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fail, type Result } from '../../../shared/model/result.ts';
import type { GivenNames } from './describe-policy.ts';
import type { ImportQuestion, ReadPolicy } from './import-worker.ts';

/** No real policy takes a second; a file that takes this long was made to. */
const TIME_LIMIT_MS = 8000;
/** What a parser may keep in its heap, in MB, and in all. Both are far above what 50 MB of text need to be refused or read. */
const HEAP_LIMIT_MB = 512;
const RESIDENT_LIMIT_BYTES = 800 * 1024 * 1024;
const WATCH_EVERY_MS = 50;

/** Parses files one after the other in a child process that is replaced when it misbehaves. */
export interface FileParser {
  parse(file: string, given?: GivenNames): Promise<Result<ReadPolicy>>;
  /** Stops what is being parsed and ends the process. */
  close(): void;
}

/** Starts no process before the first file. */
export function openFileParser(): FileParser {
  let child: ChildProcess | null = null;
  let closed = false;
  return {
    async parse(file, given = {}) {
      if (closed) return fail('cancelled', 'Stopped.');
      const worker: ChildProcess = child ?? startWorker();
      child = worker;
      const result = await ask(worker, { file, given });
      if (worker.exitCode !== null || worker.signalCode !== null || worker.killed) child = null;
      return closed ? fail('cancelled', 'Stopped.') : result;
    },
    close() {
      closed = true;
      child?.kill('SIGKILL');
      child = null;
    },
  };
}

function ask(worker: ChildProcess, question: ImportQuestion): Promise<Result<ReadPolicy>> {
  const name = basename(question.file);
  return new Promise((resolve) => {
    let stopReason: string | null = null;
    const stop = (reason: string): void => {
      stopReason ??= reason;
      worker.kill('SIGKILL');
    };
    const timer = setTimeout(() => stop('it takes too long to read'), TIME_LIMIT_MS);
    const watch = setInterval(() => {
      if (residentBytes(worker.pid) > RESIDENT_LIMIT_BYTES) stop('it needs too much memory to read');
    }, WATCH_EVERY_MS);
    const settle = (result: Result<ReadPolicy>): void => {
      clearTimeout(timer);
      clearInterval(watch);
      worker.off('message', onMessage);
      worker.off('exit', onExit);
      worker.off('error', onError);
      resolve(result);
    };
    const onMessage = (message: unknown): void => settle(message as Result<ReadPolicy>);
    const onExit = (): void =>
      settle(
        fail(
          'unreadable',
          `${name} was refused: ${stopReason ?? 'reading it needs too much memory or fails'}.`,
        ),
      );
    const onError = (error: Error): void =>
      settle(fail('internal', `${name} could not be read: the import process did not start.`, error.message));
    worker.on('message', onMessage);
    worker.on('exit', onExit);
    worker.on('error', onError);
    worker.send(question, (error) => {
      if (error)
        settle(fail('internal', `${name} could not be read: the import process has ended.`, error.message));
    });
  });
}

function startWorker(): ChildProcess {
  return fork(workerFile(), [], {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    serialization: 'advanced',
    execArgv: [`--max-old-space-size=${HEAP_LIMIT_MB}`],
    // In Electron the running program is Electron itself, which then acts as Node.
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: '' },
  });
}

/** Beside this file in the source, in dist/engine for the engine and beside dist/cli for the command line. */
function workerFile(): string {
  const candidates = ['./import-worker.ts', './import-worker.mjs', '../engine/import-worker.mjs'];
  const found = candidates
    .map((candidate) => fileURLToPath(new URL(candidate, import.meta.url)))
    .find((file) => existsSync(file));
  if (!found) throw new Error('The import worker is missing from the installation');
  return found;
}

/** Resident memory of a process; 0 where the system does not say (then only the heap limit holds). */
function residentBytes(pid: number | undefined): number {
  if (process.platform !== 'linux' || pid === undefined) return 0;
  try {
    const pages = Number(readFileSync(`/proc/${pid}/statm`, 'latin1').split(' ')[1]);
    return pages * 4096;
  } catch (error) {
    if (error instanceof Error && 'code' in error) return 0; // it has ended
    throw error;
  }
}
