import { type Settings, settingsSchema } from '../../shared/ipc/app-requests.ts';
import type { Client } from './client.ts';
import { createStore, type Store } from './store.ts';

type ViewValue = string | number | boolean;

/** Settings in memory and on their way to the disk. */
export interface Preferences {
  readonly store: Store<Settings>;
  load(): Promise<void>;
  change(part: Partial<Settings>): void;
  /** Remembers a small choice of a view by name. */
  remember(name: string, value: ViewValue): void;
  recall(name: string, fallback: string): string;
  recallFlag(name: string, fallback: boolean): boolean;
  recallNumber(name: string, fallback: number): number;
  rememberLayout(group: string, sizes: readonly number[]): void;
}

/** Settings change in bursts while a panel is dragged; one write after it rests is enough. */
const WRITE_DELAY_MS = 400;

/** Makes the settings of this window; nothing is written before `load` has read what is there. */
export function createPreferences(client: Client): Preferences {
  const store = createStore<Settings>(settingsSchema.parse({}));
  let pending: Partial<Settings> = {};
  let timer: ReturnType<typeof setTimeout> | undefined;

  const write = (): void => {
    const settings = pending;
    pending = {};
    void client.request('settings.set', { settings });
  };
  const change = (part: Partial<Settings>): void => {
    store.patch(part);
    pending = { ...pending, ...part };
    clearTimeout(timer);
    timer = setTimeout(write, WRITE_DELAY_MS);
  };
  const recalled = (name: string): ViewValue | undefined => store.get().view[name];

  return {
    store,
    change,
    async load() {
      const answer = await client.request('settings.get', {});
      if (answer.ok) store.set(answer.value);
    },
    remember(name, value) {
      if (recalled(name) !== value) change({ view: { ...store.get().view, [name]: value } });
    },
    recall(name, fallback) {
      const value = recalled(name);
      return typeof value === 'string' ? value : fallback;
    },
    recallFlag(name, fallback) {
      const value = recalled(name);
      return typeof value === 'boolean' ? value : fallback;
    },
    recallNumber(name, fallback) {
      const value = recalled(name);
      return typeof value === 'number' ? value : fallback;
    },
    rememberLayout: (group, sizes) => change({ layout: { ...store.get().layout, [group]: [...sizes] } }),
  };
}
