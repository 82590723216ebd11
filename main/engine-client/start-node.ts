import { fork } from 'node:child_process';
import type { EngineReport } from '../../shared/ipc/engine-message.ts';
import type { EngineChannel } from './engine-channel.ts';

/** Starts the engine in a Node of its own. "Advanced" serialization carries bytes and other plain values as a utility process does. */
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
      // A Node that cannot be started gives this instead, and once more for each message it did not get.
      child.on('error', () => tell(null));
    },
    kill: () => child.kill('SIGKILL'),
  };
}
