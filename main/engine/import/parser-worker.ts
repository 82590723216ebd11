import { fork } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';

/** A place of its own in which files are parsed, and which can be ended at any moment. */
export interface ParserWorker {
  send(message: unknown): void;
  /** Calls back with each answer, and once when the place has ended; the function returned stops listening. */
  listen(onMessage: (message: unknown) => void, onEnd: () => void): () => void;
  /** Memory in use, in bytes; 0 where the system does not say. */
  residentBytes(): number;
  /** Processor time used so far, in milliseconds; null where the system does not say. */
  processorMilliseconds(): number | null;
  readonly ended: boolean;
  end(): void;
}

/** A process of its own keeps even a crash of the parser away; a thread is what an installed app can have. */
export type ParserIsolation = 'process' | 'thread';

/** What a parser may keep in its heap, in MB: far above what 50 MB of text need to be refused or read. */
const HEAP_LIMIT_MB = 512;

/** Inside Electron a process of Node cannot be started: the installed app's fuses forbid the program to act as Node. */
export function defaultIsolation(): ParserIsolation {
  return process.versions['electron'] === undefined ? 'process' : 'thread';
}

/** Starts a worker. */
export function startParserWorker(isolation: ParserIsolation): ParserWorker {
  return isolation === 'process' ? startProcess() : startThread();
}

function startProcess(): ParserWorker {
  const child = fork(workerFile(), [], {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    serialization: 'advanced',
    execArgv: [`--max-old-space-size=${HEAP_LIMIT_MB}`],
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  let ended = false;
  child.on('exit', () => {
    ended = true;
  });
  child.on('error', () => child.kill('SIGKILL'));
  return {
    // A message that cannot be delivered is followed by the end of the process, which is what callers wait for.
    send: (message) => void child.send(message as object, () => undefined),
    listen(onMessage, onEnd) {
      child.on('message', onMessage);
      child.on('exit', onEnd);
      child.on('error', onEnd);
      return () => {
        child.off('message', onMessage);
        child.off('exit', onEnd);
        child.off('error', onEnd);
      };
    },
    residentBytes: () => residentBytesOf(child.pid),
    processorMilliseconds: () => processorMillisecondsOf(child.pid),
    get ended() {
      return ended || child.killed;
    },
    end: () => void child.kill('SIGKILL'),
  };
}

function startThread(): ParserWorker {
  const thread = new Worker(workerFile(), {
    resourceLimits: { maxOldGenerationSizeMb: HEAP_LIMIT_MB },
    stdout: true,
    stderr: true,
  });
  let ended = false;
  thread.on('exit', () => {
    ended = true;
  });
  thread.on('error', () => void thread.terminate()); // running out of memory is an error, and then an exit
  thread.unref();
  return {
    send: (message) => thread.postMessage(message),
    listen(onMessage, onEnd) {
      thread.on('message', onMessage);
      thread.on('exit', onEnd);
      thread.ref();
      return () => {
        thread.off('message', onMessage);
        thread.off('exit', onEnd);
        thread.unref();
      };
    },
    residentBytes: () => 0, // its memory is that of the process around it
    processorMilliseconds: () => null,
    get ended() {
      return ended;
    },
    end: () => void thread.terminate(),
  };
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

function residentBytesOf(pid: number | undefined): number {
  return Number(readProcess(pid, 'statm')?.split(' ')[1] ?? 0) * 4096;
}

/** proc(5): user and system time are the 14th and 15th field of `stat`, in hundredths of a second; the second may hold spaces. */
function processorMillisecondsOf(pid: number | undefined): number | null {
  const stat = readProcess(pid, 'stat');
  if (stat === null) return null;
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

/** What the system tells of a process; null where it tells nothing, or when it has ended. */
function readProcess(pid: number | undefined, file: 'stat' | 'statm'): string | null {
  if (process.platform !== 'linux' || pid === undefined) return null;
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'latin1');
  } catch (error) {
    if (error instanceof Error && 'code' in error) return null;
    throw error;
  }
}
