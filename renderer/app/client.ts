import type { CodicilBridge } from '../../shared/ipc/bridge.ts';
import type { EventName, Events, RequestArgs, RequestName, RequestValue } from '../../shared/ipc/contract.ts';
import { fail, type Result } from '../../shared/model/result.ts';

/** The window's only way to the other processes; every answer is a value, also when a process has gone away. */
export interface Client {
  request<Name extends RequestName>(name: Name, args: RequestArgs<Name>): Promise<Result<RequestValue<Name>>>;
  /** Calls `listener` for each event until the returned function is called. */
  on<Name extends EventName>(name: Name, listener: (event: Events[Name]) => void): () => void;
  /** The path of a file that was dropped onto the window; empty when it has none. */
  pathForFile(file: File): string;
}

/** Wraps the preload's bridge so that a broken connection is a failure like any other, never a rejection. */
export function createClient(bridge: CodicilBridge): Client {
  return {
    async request(name, args) {
      try {
        return await bridge.request(name, args);
      } catch (error) {
        return fail(
          'internal',
          'Codicil could not reach its engine. Your text stays in the editor.',
          String(error),
        );
      }
    },
    on: (name, listener) => bridge.listen(name, listener),
    pathForFile: (file) => bridge.pathForFile(file),
  };
}

/** A fresh name for a long request, under which its progress is reported and it can be cancelled. */
export function newJobId(): string {
  return crypto.randomUUID();
}
