import { createStore, type Store } from '../app/store.ts';
import { type Analysis, type AnalysisPort, type CheckSettings, createAnalyser } from './text-analysis.ts';

/** What was last read from the text, and whether the last attempt failed. */
export interface ReadingState {
  readonly analysis: Analysis | null;
  readonly failure: string | null;
}

export interface Reading {
  readonly store: Store<ReadingState>;
  /** The text has changed: read it soon. */
  touch(): void;
  /** Another document: forget what was read and read this one at once. */
  restart(): void;
  /** Whether readings include the rendered page; turning it on reads at once. */
  wantPage(wanted: boolean): void;
}

interface ReadingOptions {
  readonly port: AnalysisPort;
  /** The text as it stands; null when no document is open. */
  readonly text: () => string | null;
  /** What the open document is checked by. */
  readonly settings?: () => CheckSettings;
}

/** Panels follow typing after this pause; below 100 ms the worker would mostly read states nobody sees. */
const PAUSE_MS = 120;
/** While typing goes on they still follow this often; the promise is half a second. */
const MAX_WAIT_MS = 350;

/** Keeps the reading of the open document current without ever making a keystroke wait. */
export function createReading({ port, text, settings }: ReadingOptions): Reading {
  const store = createStore<ReadingState>({ analysis: null, failure: null });
  let withPage = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let firstUnread = 0;

  const analyser = createAnalyser({
    port,
    onAnalysis: (analysis) => store.set({ analysis, failure: null }),
    onFailure: (failure) => store.patch({ failure }),
  });
  const readNow = (): void => {
    clearTimeout(timer);
    firstUnread = 0;
    const current = text();
    if (current !== null) analyser.read(current, withPage, settings?.());
  };

  return {
    store,
    touch() {
      const now = Date.now();
      if (firstUnread === 0) firstUnread = now;
      clearTimeout(timer);
      timer = setTimeout(readNow, Math.max(0, Math.min(PAUSE_MS, firstUnread + MAX_WAIT_MS - now)));
    },
    restart() {
      store.set({ analysis: null, failure: null });
      readNow();
    },
    wantPage(wanted) {
      const turnedOn = wanted && !withPage;
      withPage = wanted;
      if (turnedOn) readNow();
    },
  };
}
