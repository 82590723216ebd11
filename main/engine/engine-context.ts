import type {
  EngineRequest,
  EventName,
  Events,
  KeeperRequest,
  RequestArgs,
  RequestValue,
} from '../../shared/ipc/contract.ts';
import type { Result } from '../../shared/model/result.ts';
import type { FactColumns } from './fact-columns.ts';
import type { Jobs } from './jobs.ts';
import type { LibraryGuard } from './library-guard.ts';
import type { Connection } from './store/connection.ts';
import type { VerifiedChains } from './verified-chains.ts';

/** What a handler may use. */
export interface EngineContext {
  readonly connection: Connection;
  readonly jobs: Jobs;
  readonly factColumns: FactColumns;
  readonly chains: VerifiedChains;
  readonly guard: LibraryGuard;
  /** The folder of templates and samples that comes with the program. */
  readonly resourcesDir: string;
  emit<Name extends EventName>(name: Name, payload: Events[Name]): void;
}

/** Answers one request; its arguments have been validated. */
export type Handler<Name extends EngineRequest> = (
  context: EngineContext,
  args: RequestArgs<Name>,
) => Result<RequestValue<Name>> | Promise<Result<RequestValue<Name>>>;

export type Handlers = { readonly [Name in Exclude<EngineRequest, KeeperRequest>]: Handler<Name> };
