import type { Connection } from './store/connection.ts';
import { describeStoreError } from './store/failures.ts';

/** Another program's save is noticed within this time; the look-up reads one number that SQLite keeps in memory. */
const EVERY_MS = 1_500;

/** Calls `onChange` when another process (the command line, a second window) has written to the library. Returns how to stop. */
export function watchOtherWriters(connection: Connection, onChange: () => void): () => void {
  let seen = dataVersion(connection);
  const timer = setInterval(() => {
    const now = dataVersion(connection);
    if (now !== null && now !== seen) {
      seen = now;
      onChange();
    }
  }, EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}

/** Changes when, and only when, another connection has committed; null where the file cannot be read just now. */
function dataVersion(connection: Connection): number | null {
  try {
    return Number(connection.database.pragma('data_version', { simple: true }));
  } catch (error) {
    if (describeStoreError(connection.file, error)) return null;
    throw error;
  }
}
