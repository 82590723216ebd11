import { useSyncExternalStore } from 'react';

/** A value that changes over time and tells who listens. */
export interface Store<State> {
  get(): State;
  /** Replaces the state; listeners hear of it only when the value is another one. */
  set(next: State): void;
  /** Merges into the state. */
  patch(part: Partial<State>): void;
  subscribe(listener: () => void): () => void;
}

/** Makes a store. Listeners are called in order of subscription, after the state has changed. */
export function createStore<State>(initial: State): Store<State> {
  let state = initial;
  const listeners = new Set<() => void>();
  const set = (next: State): void => {
    if (Object.is(next, state)) return;
    state = next;
    for (const listener of [...listeners]) listener();
  };
  return {
    get: () => state,
    set,
    patch: (part) => set({ ...state, ...part }),
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}

/** Renders again when what `select` takes from the store changes; `select` must return the same object for the same state. */
export function useStore<State, Part>(store: Store<State>, select: (state: State) => Part): Part {
  return useSyncExternalStore(store.subscribe, () => select(store.get()));
}
