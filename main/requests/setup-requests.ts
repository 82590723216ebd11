import { BrowserWindow, type IpcMainInvokeEvent, ipcMain } from 'electron';
import { requestChannel } from '../../shared/ipc/bridge.ts';
import {
  type EngineRequest,
  type RequestArgs,
  type RequestName,
  requests,
} from '../../shared/ipc/contract.ts';
import { fail, type Result } from '../../shared/model/result.ts';
import type { EngineClient } from '../engine-client/engine-client.ts';
import { appOrigin } from '../protocol/protocols.ts';
import type { RunningExports } from '../publishing/running-exports.ts';
import type { MainHandler, MainHandlers, MainRequest } from './handler-types.ts';

/** Answers the pages' requests: checks who asks and what, answers what needs Electron, passes the rest to the engine. */
export function setupRequests(handlers: MainHandlers, engine: EngineClient, exports: RunningExports): void {
  ipcMain.handle(requestChannel, async (event, name: unknown, args: unknown) => {
    const window = senderWindow(event);
    try {
      if (name === 'job.cancel') stopExport(args, exports); // the engine's part is stopped by the engine
      return await answer(name, args, window, handlers, engine);
    } catch (error) {
      return fail('internal', 'Something went wrong inside Codicil.', detailsOf(error));
    }
  });
}

/** The window of ours whose own page asks. Frames and foreign pages are refused by an error, which they cannot tell from a missing handler. */
function senderWindow(event: IpcMainInvokeEvent): BrowserWindow {
  const frame = event.senderFrame;
  const window = frame ? BrowserWindow.fromWebContents(event.sender) : null;
  const own = frame && frame.parent === null && frame.url.startsWith(`${appOrigin}/`);
  if (!own || !window) throw new Error('This page may not ask.');
  return window;
}

function stopExport(args: unknown, exports: RunningExports): void {
  const parsed = requests['job.cancel'].args.safeParse(args);
  if (parsed.success) exports.cancel(parsed.data.job);
}

function answer(
  name: unknown,
  args: unknown,
  window: BrowserWindow,
  handlers: MainHandlers,
  engine: EngineClient,
): Promise<Result<unknown>> | Result<unknown> {
  if (!isRequestName(name)) return fail('bad-request', 'There is no such request.');
  const parsed = requests[name].args.safeParse(args);
  if (!parsed.success)
    return fail('bad-request', `The request ${name} has wrong arguments.`, parsed.error.message);
  if (isEngineRequest(name)) return engine.request(name, parsed.data as RequestArgs<typeof name>);
  const handler = handlers[name] as MainHandler<MainRequest>;
  return handler(parsed.data as RequestArgs<MainRequest>, window);
}

function isRequestName(name: unknown): name is RequestName {
  return typeof name === 'string' && Object.hasOwn(requests, name);
}

function isEngineRequest(name: RequestName): name is EngineRequest {
  return requests[name].owner === 'engine';
}

function detailsOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
