import type { Connection } from './connection.ts';
import { APPLICATION_ID, migrations } from './migrations/migrations.ts';

/**
 * Brings a library to the newest schema, each step in a transaction of its own together with its number, so that a kill leaves the
 * old schema or the new one. `steps` is a parameter for the tests of older libraries.
 */
export function migrate(connection: Connection, steps: readonly string[] = migrations): void {
  const { database } = connection;
  for (let version = schemaVersion(connection); version < steps.length; version++) {
    connection.write(() => {
      // Another process may have taken the step while this one waited for the lock.
      if (schemaVersion(connection) !== version) return;
      database.exec(steps[version] ?? '');
      database.pragma(`application_id = ${APPLICATION_ID}`);
      database.pragma(`user_version = ${version + 1}`);
    });
  }
}

function schemaVersion(connection: Connection): number {
  return Number(connection.database.pragma('user_version', { simple: true }));
}
