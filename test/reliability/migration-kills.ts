import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { openConnection } from '../../main/engine/store/connection.ts';
import { migrate } from '../../main/engine/store/migrate.ts';
import { migrations } from '../../main/engine/store/migrations/migrations.ts';
import { openLibrary } from '../../main/engine/store/open-library.ts';
import { appendVersion, listAllVersions, loadVersionText } from '../../main/engine/store/versions.ts';
import { plainPolicy } from '../helpers/plain-policy.ts';
import { type Environment, freshFolder, root } from './environment.ts';
import type { Outcome } from './harnesses.ts';

const TEXT = 'We ferry you within 7 days.';

/**
 * Kills the program before its k-th write or flush while it brings an old library to the newest schema, for k = 1, 2, … (every `step`-th)
 * until it gets through. Each time the file must hold exactly one released schema with its rows, and open as the newest.
 */
export function killMigrations(
  environment: Environment,
  releases: readonly number[],
  step: number,
  bad: boolean,
): Outcome {
  const folder = freshFolder(environment, 'migrate');
  const schemas = migrations.map((_, index) => schemaOf(oldLibrary(folder, index + 1)));
  const faults: string[] = [];
  let kills = 0;
  for (const release of releases) {
    const old = oldLibrary(folder, release);
    for (let k = 1; ; k += step) {
      const file = join(folder, 'library.codicil');
      for (const name of readdirSync(folder))
        if (name.startsWith('library.codicil')) rmSync(join(folder, name));
      copyFileSync(old, file);
      if (!killedAt(environment, file, k, bad)) break;
      kills += 1;
      const fault = judge(file, release, schemas);
      if (fault) faults.push(`schema ${release}, call ${k}: ${fault}`);
    }
  }
  const report = { released: releases, kills, faults: faults.slice(0, 5) };
  return { sound: faults.length === 0 && kills > 0, report: JSON.stringify(report) };
}

function killedAt({ faultInjector }: Environment, file: string, k: number, bad: boolean): boolean {
  const args = [join(root, 'test/reliability/migrate-program.ts'), file, ...(bad ? ['--bad'] : [])];
  const fault = { FI_MATCH: `${file}*`, FI_OPS: 'write,fsync', FI_NTH: `${k}`, FI_MODE: 'kill' };
  const env = { ...process.env, LD_PRELOAD: faultInjector, ...fault };
  const { signal, status, stderr } = spawnSync(process.execPath, args, { env, encoding: 'utf8' });
  if (signal === null && status !== 0) throw new Error(stderr);
  return signal === 'SIGKILL';
}

function judge(file: string, release: number, schemas: readonly string[]): string | null {
  const database = new Database(file);
  const version = Number(database.pragma('user_version', { simple: true }));
  database.close();
  if (version < release) return `the schema went back to ${version}`;
  if (schemaOf(file) !== schemas[version - 1])
    return `half a step: it says schema ${version}, and has other tables`;
  const opened = openLibrary(file);
  if (!opened.ok) return opened.error.message;
  const { connection } = opened.value;
  const texts = listAllVersions(connection).map((held) => loadVersionText(connection, held));
  connection.close();
  return texts.length === 1 && texts[0]?.ok && texts[0].value === TEXT ? null : 'the version is not there';
}

/** A library as the release with that schema made it, with one version; made once. */
function oldLibrary(folder: string, release: number): string {
  const file = join(folder, `schema-${release}`);
  if (existsSync(file)) return file;
  writeFileSync(file, '');
  const connection = openConnection(file);
  migrate(connection, migrations.slice(0, release));
  connection.write(() => {
    const id = plainPolicy(connection, 'Fernholm', 'Terms');
    const entry = {
      text: TEXT,
      effectiveDate: null,
      savedAt: '2019-01-01T00:00:00.000Z',
      author: '',
      note: '',
    };
    appendVersion(connection, id, { ...entry, kind: 'substantive', source: { kind: 'written' } });
  });
  connection.close();
  return file;
}

function schemaOf(file: string): string {
  const database = new Database(file);
  const rows = database.prepare('SELECT type, name, sql FROM sqlite_schema ORDER BY type, name').all();
  database.close();
  return JSON.stringify(rows);
}
