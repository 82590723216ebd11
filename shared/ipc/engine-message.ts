import type { Result } from '../model/result.ts';
import type { EngineRequest, EventName, Events } from './contract.ts';

/**
 * What Electron's main process and the engine process say to each other, over `utilityProcess` or a forked Node with
 * structured-clone ("advanced") serialization. Each side reads messages in order; the engine may answer out of order.
 */

/** Main to engine. The engine validates `args` again, because it is the side that acts on them. */
export type EngineCommand =
  | {
      readonly kind: 'open';
      readonly libraryFile: string;
      /** The folder of templates and samples that comes with the program. */
      readonly resourcesDir: string;
      /** Fill a library that is new with the sample policies. */
      readonly withSamples: boolean;
      /** The library was there before: say that it is missing, instead of making a new one. */
      readonly mustExist?: boolean;
    }
  | {
      readonly kind: 'request';
      readonly id: number;
      readonly name: EngineRequest;
      readonly args: unknown;
    }
  /** Finish what is being written, close the library, then exit with 0. */
  | { readonly kind: 'close' };

/** Engine to main. `opened` answers `open`, once: until it is a success, every request fails with its error. */
export type EngineReport =
  | { readonly kind: 'opened'; readonly result: Result<null> }
  | { readonly kind: 'answer'; readonly id: number; readonly result: Result<unknown> }
  | {
      [Name in EventName]: { readonly kind: 'event'; readonly event: Name; readonly payload: Events[Name] };
    }[EventName];
