import { fork } from 'node:child_process';
import { utilityProcess } from 'electron';
import type { EngineCommand, EngineReport } from '../../shared/ipc/engine-message.ts';

/** A running engine process, however it was started. */
export interface EngineChannel {
  readonly send: (command: EngineCommand) => void;
  readonly onReport: (listener: (report: EngineReport) => void) => void;
  /** Called once when the process is gone; the code is null after a signal. */
  readonly onExit: (listener: (code: number | null) => void) => void;
  readonly kill: () => void;
}

/** The Node-API version that the store's native part needs; in an older one it aborts the process. */
const neededNodeApi = 10;

/** Starts the engine as Electron's utility process, or, where this Electron is too old for the store, in the Node that `CODICIL_NODE` names. */
export function startEngineProcess(script: string): EngineChannel {
  if (Number(process.versions['napi'] ?? 0) >= neededNodeApi) return startUtility(script);
  return startNode(script, process.env['CODICIL_NODE'] ?? 'node');
}

function startUtility(script: string): EngineChannel {
  const child = utilityProcess.fork(script, [], { serviceName: 'Codicil library', stdio: 'inherit' });
  return {
    send: (command) => child.postMessage(command),
    onReport: (listener) => child.on('message', listener),
    onExit: (listener) => child.once('exit', listener),
    kill: () => child.kill(),
  };
}

/** "Advanced" serialization carries bytes and other plain values as the utility process does. */
export function startNode(script: string, node: string): EngineChannel {
  const child = fork(script, [], { execPath: node, execArgv: [], serialization: 'advanced' });
  return {
    send: (command) => {
      if (child.connected) child.send(command);
    },
    onReport: (listener) => child.on('message', (message) => listener(message as unknown as EngineReport)),
    onExit: (listener) => {
      let told = false;
      const tell = (code: number | null): void => {
        if (!told) listener(code);
        told = true;
      };
      child.once('exit', tell);
      child.once('error', () => tell(null));
    },
    kill: () => child.kill('SIGKILL'),
  };
}
