import { type EngineRequest, type KeeperRequest, requests } from '../../shared/ipc/contract.ts';
import type { EngineCommand, EngineReport } from '../../shared/ipc/engine-message.ts';
import { assertNever, fail, ok, type Result } from '../../shared/model/result.ts';
import type { Engine, EngineOptions } from './engine.ts';

/**
 * The engine as a process: started by Electron's `utilityProcess` (messages over `process.parentPort`) or forked by it with a Node of
 * the right age (messages over `process.send`). `open` says which library. When the library
 * cannot be opened it stays, answers every request with that failure and says so once, so that the window can keep the text.
 */

/** better-sqlite3 aborts the whole process below this version of Node-API, so it must not even be loaded there. */
const NEEDED_NODE_API = 10;

/** Electron's MessagePort to the parent, as far as it is used here. */
interface ParentPort {
  on(event: 'message', listener: (message: { readonly data: unknown }) => void): void;
  postMessage(message: unknown): void;
}

/** What was opened last, to open it again. */
let options: EngineOptions | null = null;
/** What asks whether the library can be opened by now: it was busy, the disk was full, or it was repaired. A draft asks every few seconds. */
const opensAgain: ReadonlySet<EngineRequest> = new Set(['library.list', 'draft.save']);
let opening: Promise<void> | null = null;
let engine: Result<Engine> = fail('internal', 'The library has not been opened yet.');
/** Commands take effect in order; answers come when they are ready. */
let queue: Promise<void> = Promise.resolve();
const report = connectParent((command) => {
  queue = queue.then(() => obey(command));
});

async function obey(command: EngineCommand): Promise<void> {
  switch (command.kind) {
    case 'open':
      return open(command);
    case 'request':
      void answer(command.id, command);
      return;
    case 'close':
      return close();
    default:
      return assertNever(command);
  }
}

async function open(wanted: EngineOptions): Promise<void> {
  if (engine.ok) engine.value.close();
  options = wanted;
  engine = await start(wanted);
  if (engine.ok)
    engine.value.onEvent((event, payload) => report({ kind: 'event', event, payload } as EngineReport));
  report({ kind: 'opened', result: engine.ok ? ok(null) : engine });
  report({
    kind: 'event',
    event: 'engine.status',
    payload: engine.ok
      ? { state: 'ready', message: engine.value.rollback[0] ?? '' }
      : { state: 'stopped', message: engine.error.message },
  });
}

/** Several may ask at once; there is one library to open. */
function openOnce(wanted: EngineOptions): Promise<void> {
  opening ??= open(wanted).finally(() => {
    opening = null;
  });
  return opening;
}

async function start(options: EngineOptions): Promise<Result<Engine>> {
  if (Number(process.versions['napi'] ?? 0) < NEEDED_NODE_API)
    return fail(
      'unsupported',
      `The library needs Node-API ${NEEDED_NODE_API}, and this runtime has ${process.versions['napi'] ?? 'none'}.`,
    );
  const { openEngine } = await import('./engine.ts');
  return openEngine({ ...options, withBackups: true, withWarmUp: true, watchesOthers: true });
}

async function answer(
  id: number,
  { name, args }: Extract<EngineCommand, { kind: 'request' }>,
): Promise<void> {
  report({ kind: 'answer', id, result: await resultOf(name, args) });
}

async function resultOf(name: EngineRequest, args: unknown): Promise<Result<unknown>> {
  if (name === 'library.begin') return begin();
  if (name === 'library.backups' || name === 'library.restore') return keep(name, args);
  if (!engine.ok && opensAgain.has(name) && options) await openOnce(options);
  return engine.ok ? engine.value.handle(name, args) : engine;
}

/** The one way to a new library where one was before; a file that is there, sound or not, is never replaced by it. */
async function begin(): Promise<Result<unknown>> {
  if (!options || engine.ok) return engine.ok ? fail('conflict', 'A library is open.') : engine;
  const asked = options;
  await openOnce({ ...asked, mustExist: false });
  options = { ...asked, mustExist: true };
  return engine.ok ? ok(null) : engine;
}

/** What is asked of a library that may not be open at all. */
async function keep(name: Exclude<KeeperRequest, 'library.begin'>, args: unknown): Promise<Result<unknown>> {
  if (!options) return engine;
  const { backupsOf, restoreBackup } = await import('./library-keeper.ts');
  if (name === 'library.backups') return backupsOf(options.libraryFile);
  const parsed = requests[name].args.safeParse(args);
  if (!parsed.success) return fail('bad-request', `${name}: a file is needed.`);
  if (engine.ok) engine.value.close();
  engine = fail('busy', 'The library is being restored.');
  const restored = restoreBackup(options.libraryFile, parsed.data.file);
  await open(options);
  return restored;
}

function close(): void {
  if (engine.ok) engine.value.close();
  process.exit(0);
}

function connectParent(receive: (command: EngineCommand) => void): (message: EngineReport) => void {
  const port = 'parentPort' in process ? (process.parentPort as ParentPort | null) : null;
  if (port) {
    port.on('message', ({ data }) => receive(data as EngineCommand));
    return (message) => port.postMessage(message);
  }
  process.on('message', (message) => receive(message as EngineCommand));
  process.on('disconnect', close); // the app has ended, however: nothing is left to do
  return (message) => {
    if (process.connected) process.send?.(message);
  };
}
