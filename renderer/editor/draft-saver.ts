import type { Failure, Result } from '../../shared/model/result.ts';

/** Where the draft stands between the keyboard and the disk. */
export type SaveState =
  | { readonly kind: 'clean' }
  | { readonly kind: 'pending' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly savedAt: string }
  | { readonly kind: 'failed'; readonly failure: Failure };

export interface DraftSaver {
  /** The text has changed. */
  touch(): void;
  /** Saves now what is not saved, and waits for it; true when nothing is left unsaved. */
  flush(): Promise<boolean>;
  /** The text is on the disk by other means (a version was saved), or has gone. */
  settle(): void;
  /** Stops all timers; what is pending is not saved. Flush first. */
  dispose(): void;
}

interface DraftSaverOptions {
  /** Sends the current text to the engine; success only after it is on the disk. */
  readonly save: () => Promise<Result<{ readonly savedAt: string }>>;
  readonly onState: (state: SaveState) => void;
}

/** A pause in typing after which the draft is written; the promise to the user is 1 s. */
const PAUSE_MS = 700;
/** While typing goes on without a pause, the draft is written this often; the promise is 2 s. */
const MAX_WAIT_MS = 1_600;
/** After a failure (a full disk, a stopped engine) it is tried again by itself this often. */
const RETRY_MS = 4_000;

/**
 * Saves a draft by itself: after a pause, regularly while typing, again after failures. One save runs at a time; `saved` is only
 * said when the engine has answered and nothing was typed since.
 */
export function createDraftSaver({ save, onState }: DraftSaverOptions): DraftSaver {
  let dirty = false;
  let failed = false;
  let running: Promise<boolean> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let firstUnsaved = 0;
  let disposed = false;
  /** Told once, not at every keystroke. */
  let saidPending = false;

  const plan = (delay: number): void => {
    clearTimeout(timer);
    if (!disposed) timer = setTimeout(() => void saveOnce(), delay);
  };
  /** A failure stays in sight until a save has succeeded. */
  const sayProgress = (state: SaveState): void => {
    if (failed || (saidPending && state.kind === 'pending')) return;
    say(state);
  };
  const say = (state: SaveState): void => {
    saidPending = state.kind === 'pending';
    onState(state);
  };

  async function attempt(): Promise<boolean> {
    dirty = false;
    sayProgress({ kind: 'saving' });
    const answer = await save();
    running = null;
    failed = !answer.ok;
    if (answer.ok) {
      say(dirty ? { kind: 'pending' } : { kind: 'saved', savedAt: answer.value.savedAt });
      return true;
    }
    dirty = true;
    firstUnsaved = performance.now();
    say({ kind: 'failed', failure: answer.error });
    plan(RETRY_MS);
    return false;
  }

  async function saveOnce(): Promise<boolean> {
    clearTimeout(timer);
    while (running) await running;
    if (!dirty || disposed) return !dirty;
    running = attempt();
    return running;
  }

  return {
    touch() {
      const now = performance.now(); // a clock that nobody can set back
      if (!dirty) firstUnsaved = now;
      dirty = true;
      if (!running) sayProgress({ kind: 'pending' });
      plan(Math.max(0, Math.min(PAUSE_MS, firstUnsaved + MAX_WAIT_MS - now)));
    },
    async flush() {
      do {
        if (!(await saveOnce())) return false;
      } while (dirty && !disposed);
      return !dirty;
    },
    settle() {
      dirty = false;
      failed = false;
      clearTimeout(timer);
      say({ kind: 'clean' });
    },
    dispose() {
      disposed = true;
      clearTimeout(timer);
    },
  };
}
