import type { CheckReport } from '../../shared/checks/finding.ts';
import { type LibraryDates, NO_LIBRARY_DATES } from '../../shared/checks/library-dates.ts';
import { DEFAULT_PROFILE, type HouseProfile } from '../../shared/checks/profile.ts';
import type { Note } from '../../shared/markdown/notes.ts';
import type { PracticeField } from '../../shared/structure/data-practices.ts';
import type { Inspection } from '../../shared/structure/inspection.ts';
import type { VendorForm } from '../../shared/structure/lenses/vendors-lens.ts';
import { applyPagePatch, type Page, type PagePatch } from './preview/page-blocks.ts';

/** What the panels, marks and preview show: read from one state of the text, all of it together. */
export interface Analysis {
  readonly text: string;
  readonly inspection: Inspection;
  readonly report: CheckReport;
  /** How each vendor stands in the text. */
  readonly vendorForms: readonly VendorForm[];
  /** Which fields of each data practice can be written. */
  readonly practiceFields: readonly (readonly PracticeField[])[];
  readonly notes: readonly Note[];
  /** The rendered page; null when no preview was asked for. */
  readonly page: Page | null;
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
  readonly withPage: boolean;
  /** The reading whose page the window has, 0 for none: the answer says only what changed since. */
  readonly knownPage: number;
  readonly settings: CheckSettings;
}

/** From the analysis worker: everything but the text, which the window still has, and of the page only what changed. */
export type AnalysisAnswer =
  | ({ readonly id: number; readonly ok: true; readonly patch: PagePatch | null } & Omit<
      Analysis,
      'text' | 'page'
    >)
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
  read(text: string, withPage: boolean, settings?: CheckSettings): void;
}

type Wanted = Pick<AnalysisRequest, 'text' | 'withPage' | 'settings'>;

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
  let waiting: Wanted | null = null;
  let lastId = 0;
  let page: Page | null = null;
  let knownPage = 0;

  const start = (wanted: Wanted): void => {
    lastId += 1;
    running = { ...wanted, id: lastId, knownPage };
    port.send(running);
  };
  const pageOf = (id: number, patch: PagePatch | null): Page | null => {
    if (!patch) return null;
    page = applyPagePatch(page, patch);
    knownPage = id;
    return page;
  };
  port.listen((data) => {
    const done = running;
    if (!done || data.id !== done.id) return;
    running = null;
    const newPage = data.ok ? pageOf(data.id, data.patch) : null;
    const next = waiting;
    waiting = null;
    if (next) start(next);
    if (!data.ok) onFailure(data.message);
    // A reading of a text that has changed since is still shown: panels that lag a moment are better than panels that wait.
    else {
      const { inspection, report, notes, vendorForms, practiceFields } = data;
      onAnalysis({
        text: done.text,
        inspection,
        report,
        notes,
        vendorForms,
        practiceFields,
        page: newPage,
      });
    }
  });
  return {
    read(text, withPage, settings = DEFAULT_CHECK_SETTINGS) {
      if (running) waiting = { text, withPage, settings };
      else start({ text, withPage, settings });
    },
  };
}
