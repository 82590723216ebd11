import type {
  EngineRequest,
  EventName,
  Events,
  RequestArgs,
  RequestValue,
} from '../../shared/ipc/contract.ts';
import type { EngineCommand, EngineReport } from '../../shared/ipc/engine-message.ts';
import { fail, type Result } from '../../shared/model/result.ts';
import type { EngineChannel } from './engine-channel.ts';

/** What the client needs from its surroundings. */
export interface EngineClientOptions {
  /** What the engine is to open: sent again after a restart. */
  readonly open: Extract<EngineCommand, { kind: 'open' }>;
  readonly start: () => EngineChannel;
  readonly emit: <Name extends EventName>(event: Name, payload: Events[Name]) => void;
}

/** The engine seen from Electron's main process: ask it, and stop it in good order. */
export interface EngineClient {
  request<Name extends EngineRequest>(
    name: Name,
    args: RequestArgs<Name>,
  ): Promise<Result<RequestValue<Name>>>;
  status(): Events['engine.status'];
  /** Lets the engine finish its writes and close the library; resolves when it is gone. */
  close(): Promise<void>;
}

/** A crash is answered by a restart, unless the last one is this near: then something is wrong that a restart does not mend. */
const quietMillisecondsBetweenRestarts = 60_000;
/** How long a closing engine may take before it is stopped the hard way; every save is durable when it is answered. */
const closeMilliseconds = 5_000;

const stoppedMessage =
  'The library process has stopped. Your text is safe in the editor; copy it out or restart Codicil to save it.';

/** Starts the engine and keeps it running. */
export function createEngineClient(options: EngineClientOptions): EngineClient {
  const pending = new Map<number, (result: Result<never>) => void>();
  let channel: EngineChannel | null = null;
  let status: Events['engine.status'] = { state: 'stopped', message: '' };
  let lastId = 0;
  let lastRestart = Number.NEGATIVE_INFINITY;
  let closing = false;

  function setStatus(next: Events['engine.status']): void {
    if (next.state === status.state && next.message === status.message) return;
    status = next;
    options.emit('engine.status', next);
  }

  function start(): void {
    setStatus({ state: 'starting', message: '' });
    const started = options.start();
    channel = started;
    started.onReport(receive);
    started.onExit((code) => handleExit(code));
    started.send(options.open);
  }

  function receive(report: EngineReport): void {
    switch (report.kind) {
      case 'opened':
        if (report.result.ok) setStatus({ state: 'ready', message: '' });
        else setStatus({ state: 'stopped', message: report.result.error.message });
        return;
      case 'answer':
        pending.get(report.id)?.(report.result as Result<never>);
        pending.delete(report.id);
        return;
      case 'event':
        if (report.event === 'engine.status') setStatus(report.payload);
        else options.emit(report.event, report.payload);
    }
  }

  function handleExit(code: number | null): void {
    channel = null;
    for (const answer of pending.values()) answer(fail('internal', stoppedMessage, `exit code ${code}`));
    pending.clear();
    if (closing) return;
    const now = performance.now();
    if (now - lastRestart < quietMillisecondsBetweenRestarts) {
      setStatus({ state: 'stopped', message: stoppedMessage });
      return;
    }
    lastRestart = now;
    start();
  }

  function request<Name extends EngineRequest>(
    name: Name,
    args: RequestArgs<Name>,
  ): Promise<Result<RequestValue<Name>>> {
    const current = channel;
    if (!current) return Promise.resolve(fail('internal', stoppedMessage));
    lastId += 1;
    const id = lastId;
    return new Promise((resolve) => {
      pending.set(id, resolve);
      current.send({ kind: 'request', id, name, args });
    });
  }

  function close(): Promise<void> {
    closing = true;
    const current = channel;
    if (!current) return Promise.resolve();
    return new Promise((resolve) => {
      const hardStop = setTimeout(() => current.kill(), closeMilliseconds);
      current.onExit(() => {
        clearTimeout(hardStop);
        resolve();
      });
      current.send({ kind: 'close' });
    });
  }

  start();
  return { request, status: () => status, close };
}
