import { DEFAULT_PROFILE, type HouseProfile } from '../../../shared/checks/profile.ts';
import { houseProfileSchema } from '../../../shared/checks/profile-schema.ts';
import type { Connection } from './connection.ts';

const KEY = 'house-profile';

/** The house's settings for checks that the library keeps; the default where none were made. */
export function loadHouseProfile(connection: Connection): HouseProfile {
  const json = connection.sql('SELECT value FROM library WHERE key = ?').pluck().get(KEY);
  return typeof json === 'string' ? houseProfileSchema.parse(JSON.parse(json)) : DEFAULT_PROFILE;
}

/** Keeps the house's settings for checks; durable when it returns. */
export function saveHouseProfile(connection: Connection, profile: HouseProfile): void {
  connection.write(() => {
    connection
      .sql(
        'INSERT INTO library (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
      )
      .run(KEY, JSON.stringify(profile));
  });
}
