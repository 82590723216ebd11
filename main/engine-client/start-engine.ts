import { utilityProcess } from 'electron';
import type { EngineChannel } from './engine-channel.ts';
import { startNode } from './start-node.ts';

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
