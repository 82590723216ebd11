import type { EngineCommand, EngineReport } from '../../shared/ipc/engine-message.ts';

/** A running engine process, however it was started. */
export interface EngineChannel {
  readonly send: (command: EngineCommand) => void;
  readonly onReport: (listener: (report: EngineReport) => void) => void;
  /** Called once when the process is gone; the code is null after a signal. */
  readonly onExit: (listener: (code: number | null) => void) => void;
  readonly kill: () => void;
}
