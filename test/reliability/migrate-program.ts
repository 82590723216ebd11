// Opens a library and so brings it to the newest schema: the program under test of `kill during a migration`.
// node test/reliability/migrate-program.ts LIBRARY [--bad]      `--bad` takes each statement by itself, without a transaction.
import Database from 'better-sqlite3';
import { migrations } from '../../main/engine/store/migrations/migrations.ts';
import { openLibrary } from '../../main/engine/store/open-library.ts';

const [file = '', flag] = process.argv.slice(2);
if (flag === '--bad') migrateCarelessly();
else {
  const opened = openLibrary(file);
  if (!opened.ok) throw new Error(opened.error.message);
  opened.value.connection.close();
}

function migrateCarelessly(): void {
  const database = new Database(file);
  const from = Number(database.pragma('user_version', { simple: true }));
  for (const [index, step] of migrations.entries()) {
    if (index < from) continue;
    for (const table of step.split(/(?<=STRICT(?:, WITHOUT ROWID)?;)/)) database.exec(table);
    database.pragma(`user_version = ${index + 1}`);
  }
  database.close();
}
