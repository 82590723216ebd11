import Database from 'better-sqlite3';
import { type RecentTexts, rememberRecentTexts } from './recent-texts.ts';

/** How long a writer waits for another one before it says busy, in milliseconds. Saves take a few, so this is patience enough. */
const BUSY_TIMEOUT_MS = 5000;
const FULL = 2;
/** Of 4, 8 and 16 KB the one in which entries of about 1 KB leave the least room unused; takes effect in a new file only. */
const PAGE_BYTES = 16384;

/** One open library. Every write goes through `write`, every read of more than one row set through `read`. */
export interface Connection {
  readonly file: string;
  readonly database: Database.Database;
  readonly recentTexts: RecentTexts;
  /** A prepared statement, made once per connection and SQL text. */
  sql<Row = unknown>(source: string): Database.Statement<unknown[], Row>;
  /** Runs `work` in one immediate transaction; durable on the disk when it returns. */
  write<T>(work: () => T): T;
  /** Runs reads on one snapshot. */
  read<T>(work: () => T): T;
  close(): void;
}

/**
 * Opens a file for reading and writing with the settings that every connection has. `synchronous` is asserted after the first write,
 * because builds of SQLite with another default for WAL drop to NORMAL when they meet the journal mode, and NORMAL loses saves in a power cut.
 */
export function openConnection(file: string): Connection {
  const database = new Database(file, { fileMustExist: true, timeout: BUSY_TIMEOUT_MS });
  try {
    configure(database);
  } catch (error) {
    database.close();
    throw error;
  }
  return {
    file,
    database,
    recentTexts: rememberRecentTexts(),
    sql: preparedOnce(database),
    write: assertingFullSync(database),
    read: (work) => database.transaction(work).deferred(),
    close: () => database.close(),
  };
}

/**
 * Closes a database that is to be moved as one file. Closing alone also writes the log into the file, but says nothing when that fails
 * (a full disk) and leaves the log beside it. Throws what SQLite says.
 */
export function closeAsOneFile({ database, close }: Connection): void {
  try {
    const [done] = database.pragma('wal_checkpoint(TRUNCATE)') as { readonly busy: number }[];
    if (done?.busy !== 0) throw new Error('The log is still in use');
  } finally {
    close();
  }
}

function configure(database: Database.Database): void {
  database.pragma(`page_size = ${PAGE_BYTES}`);
  const mode = database.pragma('journal_mode = WAL', { simple: true });
  if (mode !== 'wal' && mode !== 'memory') throw new Error(`The journal mode is ${mode}, not WAL`);
  database.pragma('foreign_keys = ON');
  database.pragma('trusted_schema = OFF');
  database.pragma('recursive_triggers = ON'); // so that REPLACE cannot get past the triggers that forbid deleting
  database.pragma('cell_size_check = ON');
  database.prepare('SELECT count(*) FROM sqlite_schema').get(); // the journal mode takes effect with the first read
  database.pragma('synchronous = FULL');
}

function preparedOnce(database: Database.Database): Connection['sql'] {
  const statements = new Map<string, Database.Statement<unknown[]>>();
  return <Row>(source: string) => {
    let statement = statements.get(source);
    if (!statement) {
      statement = database.prepare<unknown[]>(source);
      statements.set(source, statement);
    }
    return statement as Database.Statement<unknown[], Row>;
  };
}

function assertingFullSync(database: Database.Database): Connection['write'] {
  let asserted = false;
  return (work) => {
    const value = database.transaction(work).immediate();
    if (!asserted) {
      requireFullSync(database);
      asserted = true;
    }
    return value;
  };
}

function requireFullSync(database: Database.Database): void {
  if (database.pragma('synchronous', { simple: true }) === FULL) return;
  database.pragma('synchronous = FULL');
  if (database.pragma('synchronous', { simple: true }) !== FULL)
    throw new Error('synchronous=FULL did not hold');
  database.pragma('wal_checkpoint(FULL)'); // makes the write before this line durable too
}
