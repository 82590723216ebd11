import { utilityProcess } from 'electron';
import type { EngineChannel } from './engine-channel.ts';
import { startNode } from './start-node.ts';
import { hasStoreNode, storeNode } from './store-node.ts';

/** Starts the engine as Electron's utility process, or, where this Electron is too old for the store, in a Node beside it. */
export function startEngineProcess(script: string): EngineChannel {
  return hasStoreNode() ? startUtility(script) : startNode(script, storeNode());
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
