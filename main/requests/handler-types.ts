import type { BrowserWindow } from 'electron';
import type { EngineRequest, RequestArgs, RequestName, RequestValue } from '../../shared/ipc/contract.ts';
import type { Result } from '../../shared/model/result.ts';

/** Requests that Electron's main process answers itself. */
export type MainRequest = Exclude<RequestName, EngineRequest>;

/** Answers one request for the window that asked. */
export type MainHandler<Name extends MainRequest> = (
  args: RequestArgs<Name>,
  window: BrowserWindow,
) => Promise<Result<RequestValue<Name>>> | Result<RequestValue<Name>>;

/** One handler for every request of main; a missing one does not compile. */
export type MainHandlers = { readonly [Name in MainRequest]: MainHandler<Name> };
