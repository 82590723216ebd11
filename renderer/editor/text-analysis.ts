import type { CheckReport } from '../../shared/checks/finding.ts';
import { type LibraryDates, NO_LIBRARY_DATES } from '../../shared/checks/library-dates.ts';
import { DEFAULT_PROFILE, type HouseProfile } from '../../shared/checks/profile.ts';
import type { Inspection } from '../../shared/structure/inspection.ts';

/** What the panels, marks and preview show: read from one state of the text, all of it together. */
export interface Analysis {
  readonly text: string;
  readonly inspection: Inspection;
  readonly report: CheckReport;
  /** The rendered body; null when no preview was asked for. */
  readonly html: string | null;
}

/** What a text is checked by and against. */
export interface CheckSettings {
  readonly profile: HouseProfile;
  readonly library: LibraryDates;
}

/** For texts that no house and no library knows. */
export const DEFAULT_CHECK_SETTINGS: CheckSettings = { profile: DEFAULT_PROFILE, library: NO_LIBRARY_DATES };

/** To the analysis worker. `id` counts up. */
export interface AnalysisRequest {
  readonly id: number;
  readonly text: string;
  readonly withHtml: boolean;
  readonly settings: CheckSettings;
}

/** From the analysis worker: everything but the text, which the window still has. */
export type AnalysisAnswer =
  | ({ readonly id: number; readonly ok: true } & Omit<Analysis, 'text'>)
  | { readonly id: number; readonly ok: false; readonly message: string };

/** The way to the worker; tests pass their own. */
export interface AnalysisPort {
  send(request: AnalysisRequest): void;
  /** Sets who hears the answers. */
  listen(listener: (answer: AnalysisAnswer) => void): void;
}

/** The way to a real worker. */
export function portOfWorker(worker: Worker): AnalysisPort {
  return {
    send: (request) => worker.postMessage(request),
    listen(listener) {
      worker.onmessage = ({ data }: MessageEvent<AnalysisAnswer>) => listener(data);
    },
  };
}

export interface Analyser {
  /** Asks for this text to be read; a text that was asked for later wins. */
  read(text: string, withHtml: boolean, settings?: CheckSettings): void;
}

interface AnalyserOptions {
  readonly port: AnalysisPort;
  readonly onAnalysis: (analysis: Analysis) => void;
  readonly onFailure: (message: string) => void;
}

/**
 * Keeps one reading in the worker at a time. What arrives meanwhile waits, and only the newest of it is read next, so that fast
 * typing never queues up work.
 */
export function createAnalyser({ port, onAnalysis, onFailure }: AnalyserOptions): Analyser {
  let running: AnalysisRequest | null = null;
  let waiting: AnalysisRequest | null = null;
  let lastId = 0;

  const start = (request: AnalysisRequest): void => {
    running = request;
    port.send(request);
  };
  port.listen((data) => {
    const done = running;
    running = null;
    const next = waiting;
    waiting = null;
    if (next) start(next);
    if (!done || data.id !== done.id) return;
    if (!data.ok) onFailure(data.message);
    // A reading of a text that has changed since is still shown: panels that lag a moment are better than panels that wait.
    else onAnalysis({ text: done.text, inspection: data.inspection, report: data.report, html: data.html });
  });
  return {
    read(text, withHtml, settings = DEFAULT_CHECK_SETTINGS) {
      lastId += 1;
      const request = { id: lastId, text, withHtml, settings };
      if (running) waiting = request;
      else start(request);
    },
  };
}
