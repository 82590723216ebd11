import { type EngineRequest, type EventName, type Events, requests } from '../../shared/ipc/contract.ts';
import { fail, ok, type Result } from '../../shared/model/result.ts';
import type { EngineContext, Handler, Handlers } from './engine-context.ts';
import { openFactColumns } from './fact-columns.ts';
import { alignmentHandlers } from './handlers/alignment-handlers.ts';
import { authoringHandlers } from './handlers/authoring-handlers.ts';
import { comparisonHandlers } from './handlers/comparison-handlers.ts';
import { draftHandlers } from './handlers/draft-handlers.ts';
import { exchangeHandlers } from './handlers/exchange-handlers.ts';
import { importHandlers } from './handlers/import-handlers.ts';
import { libraryHandlers } from './handlers/library-handlers.ts';
import { lifelineHandlers } from './handlers/lifeline-handlers.ts';
import { lookHandlers } from './handlers/look-handlers.ts';
import { policyHandlers } from './handlers/policy-handlers.ts';
import { publishHandlers } from './handlers/publish-handlers.ts';
import { searchHandlers } from './handlers/search-handlers.ts';
import { siteHandlers } from './handlers/site-handlers.ts';
import { textHandlers } from './handlers/text-handlers.ts';
import { versionHandlers } from './handlers/version-handlers.ts';
import { importSamples } from './import/import-samples.ts';
import { openJobs } from './jobs.ts';
import { offerBackup, openLibraryGuard } from './library-guard.ts';
import { libraryStateFolder } from './library-location.ts';
import { describeStoreError } from './store/failures.ts';
import { openLibrary } from './store/open-library.ts';
import { openVerifiedChains } from './verified-chains.ts';
import { warmUpComparison } from './warm-up.ts';
import { watchOtherWriters } from './watch-writers.ts';

export interface EngineOptions {
  readonly libraryFile: string;
  /** The folder of templates and samples that comes with the program. */
  readonly resourcesDir: string;
  /** Fill a library that is new with the sample policies; the window does, the command line never. */
  readonly withSamples?: boolean;
  /** Fail where there is no library, instead of making one; commands that only read do. */
  readonly mustExist?: boolean;
  /** Make a backup by itself when the newest is a day old; the window does, the command line only when asked. */
  readonly withBackups?: boolean;
  /** Make the first comparison as quick as a later one, by itself soon after the start; the window does. */
  readonly withWarmUp?: boolean;
  /** Tell of what other processes write to the library; the window does. */
  readonly watchesOthers?: boolean;
}

export type EngineListener = <Name extends EventName>(name: Name, payload: Events[Name]) => void;

/** The one owner of a library. */
export interface Engine {
  /** Validates and answers one request; never rejects for an expected failure. */
  handle(name: EngineRequest, args: unknown): Promise<Result<unknown>>;
  /** Listens to events; the function returned stops listening. */
  onEvent(listener: EngineListener): () => void;
  /** What was lost when an older copy was put in the library's place; one line each, empty when all is well. */
  readonly rollback: readonly string[];
  /** Stops every job and closes the library. */
  close(): void;
}

const handlers: Handlers = {
  ...libraryHandlers,
  ...policyHandlers,
  ...draftHandlers,
  ...versionHandlers,
  ...textHandlers,
  ...authoringHandlers,
  ...alignmentHandlers,
  ...comparisonHandlers,
  ...searchHandlers,
  ...lifelineHandlers,
  ...importHandlers,
  ...exchangeHandlers,
  ...publishHandlers,
  ...siteHandlers,
  ...lookHandlers,
};

/** Opens (or makes) a library and answers requests on it. */
export function openEngine(options: EngineOptions): Result<Engine> {
  const stateFolder = libraryStateFolder(options.libraryFile);
  const opened = openLibrary(options.libraryFile, options.mustExist);
  if (!opened.ok) return { ok: false, error: offerBackup(opened.error, stateFolder) };
  const { connection, created } = opened.value;
  const listeners = new Set<EngineListener>();
  const emit: EngineContext['emit'] = (name, payload) => {
    for (const listener of listeners) listener(name, payload);
  };
  const context: EngineContext = {
    connection,
    jobs: openJobs(),
    factColumns: openFactColumns(),
    chains: openVerifiedChains(connection),
    guard: openLibraryGuard(connection, stateFolder, options.withBackups ?? false, (message) =>
      emit('engine.status', { state: 'ready', message }),
    ),
    resourcesDir: options.resourcesDir,
    emit,
  };
  if (created && options.withSamples) {
    const samples = importSamples(connection, options.resourcesDir);
    if (!samples.ok) {
      connection.close();
      return samples;
    }
  }
  if (options.withBackups) context.guard.versionsAdded();
  const callOff = options.withWarmUp ? warmUpComparison(context.jobs, options.resourcesDir) : null;
  const stopWatching = options.watchesOthers
    ? watchOtherWriters(connection, () => emit('library.changed', { policyId: null }))
    : () => undefined;
  return ok({
    rollback: context.guard.rollback.map(({ place, message }) => `${place}: ${message}`),
    handle: (name, args) => answer(context, name, args),
    onEvent(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      callOff?.();
      stopWatching();
      context.jobs.cancelAll();
      connection.close();
    },
  });
}

async function answer(context: EngineContext, name: EngineRequest, args: unknown): Promise<Result<unknown>> {
  const request = Object.hasOwn(requests, name) ? requests[name] : undefined;
  if (request?.owner !== 'engine' || !isHandled(name))
    return fail('bad-request', `The engine knows no request "${name}".`);
  const parsed = request.args.safeParse(args);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const place = issue?.path.length ? ` (${issue.path.join('.')})` : '';
    return fail('bad-request', `${name}: ${issue?.message ?? 'invalid arguments'}${place}.`);
  }
  try {
    // The map's type ties each handler to the arguments that its own schema gives.
    return await (handlers[name] as Handler<keyof Handlers>)(context, parsed.data as never);
  } catch (error) {
    const failure = describeStoreError(context.connection.file, error);
    if (failure) return { ok: false, error: failure };
    return fail('internal', `${name} failed because of a fault in Codicil.`, stackOf(error));
  }
}

/** The rest is answered by the process around the engine, which outlives an open library. */
function isHandled(name: EngineRequest): name is keyof Handlers {
  return Object.hasOwn(handlers, name);
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
