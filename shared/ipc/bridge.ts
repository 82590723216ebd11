import type { Result } from '../model/result.ts';
import type { EventName, Events, RequestArgs, RequestName, RequestValue } from './contract.ts';

/** What the preload script puts on `window.codicil`: the page's only way out. Plain data crosses, never objects with code. */
export interface CodicilBridge {
  /** Sends one request; expected failures arrive as values, and it never rejects. */
  request<Name extends RequestName>(name: Name, args: RequestArgs<Name>): Promise<Result<RequestValue<Name>>>;
  /** Hears an event's payload, never Electron's own event object; the function returned stops listening. */
  listen<Name extends EventName>(event: Name, listener: (payload: Events[Name]) => void): () => void;
  /** The path on disk of a file that was dropped or chosen; empty for one made in memory. */
  pathForFile(file: File): string;
}

declare global {
  interface Window {
    readonly codicil: CodicilBridge;
  }
}

/** Electron channels behind the bridge: one to ask, one to be told. */
export const requestChannel = 'codicil:request';
export const eventChannel = 'codicil:event';
