import { DEFAULT_PROFILE, type HouseProfile } from '../../shared/checks/profile.ts';
import type { Result } from '../../shared/model/result.ts';
import type { Client } from './client.ts';
import { createStore, type Store } from './store.ts';

/** The house's settings for checks in this window; the library keeps them. */
export interface HouseProfiles {
  readonly store: Store<HouseProfile>;
  load(): Promise<void>;
  change(profile: HouseProfile): Promise<Result<null>>;
}

/** Makes the house profile of this window; until it has been read, checks go by the default. */
export function createHouseProfiles(client: Client): HouseProfiles {
  const store = createStore<HouseProfile>(DEFAULT_PROFILE);
  client.on('profile.changed', ({ profile }) => store.set(profile));
  return {
    store,
    async load() {
      const answer = await client.request('profile.get', {});
      if (answer.ok) store.set(answer.value);
    },
    async change(profile) {
      const before = store.get();
      store.set(profile);
      const answer = await client.request('profile.set', { profile });
      if (!answer.ok) store.set(before);
      return answer;
    },
  };
}
