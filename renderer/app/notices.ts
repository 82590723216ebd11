import type { Failure } from '../../shared/model/result.ts';
import { createStore, type Store } from './store.ts';

/** A short message in the corner of the window. */
export interface Notice {
  readonly id: number;
  readonly tone: 'info' | 'success' | 'error';
  readonly text: string;
  readonly details?: string;
  readonly action?: { readonly label: string; readonly run: () => void };
}

export interface Notices {
  readonly store: Store<readonly Notice[]>;
  add(notice: Omit<Notice, 'id'>): number;
  /** Says a failure; cancelled work is not worth a message. */
  addFailure(failure: Failure): void;
  dismiss(id: number): void;
}

/** More than this many at once cover the work; the oldest goes first. */
const MAX_NOTICES = 4;

/** Makes the list of messages that stand until they are dismissed (errors) or have been read (the rest). */
export function createNotices(): Notices {
  const store = createStore<readonly Notice[]>([]);
  let lastId = 0;
  const add = (notice: Omit<Notice, 'id'>): number => {
    lastId += 1;
    store.set([...store.get(), { ...notice, id: lastId }].slice(-MAX_NOTICES));
    return lastId;
  };
  return {
    store,
    add,
    addFailure(failure) {
      if (failure.code === 'cancelled') return;
      add({
        tone: 'error',
        text: failure.message,
        ...(failure.details ? { details: failure.details } : {}),
      });
    },
    dismiss: (id) => store.set(store.get().filter((notice) => notice.id !== id)),
  };
}
