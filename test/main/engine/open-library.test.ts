import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { openConnection } from '../../../main/engine/store/connection.ts';
import { migrate } from '../../../main/engine/store/migrate.ts';
import { migrations } from '../../../main/engine/store/migrations/migrations.ts';
import { openLibrary } from '../../../main/engine/store/open-library.ts';
import { listCompanies } from '../../../main/engine/store/policies.ts';
import { listVersions, loadVersionText } from '../../../main/engine/store/versions.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';
import { addPolicy, openTestLibrary, unwrap } from '../../helpers/test-library.ts';

/** A sound library's bytes, written out and closed. */
function soundLibrary(): Buffer {
  const { connection } = unwrap(openLibrary(join(temporaryFolder(), 'sound.codicil')));
  addPolicy(connection, [
    '# Terms\n\nWe ferry you.'.repeat(200),
    '# Terms\n\nWe ferry you twice.'.repeat(200),
  ]);
  connection.close();
  return readFileSync(connection.file);
}

const damages: Readonly<Record<string, (bytes: Buffer) => Buffer>> = {
  empty: () => Buffer.alloc(0),
  zeros: (bytes) => Buffer.alloc(bytes.length),
  'one byte': (bytes) => bytes.subarray(0, 1),
  'half a header': (bytes) => bytes.subarray(0, 50),
  'a header only': (bytes) => bytes.subarray(0, 100),
  'half a file': (bytes) => bytes.subarray(0, bytes.length / 2),
  'another magic': (bytes) => changed(bytes, (copy) => copy.write('SQLite format 9', 0)),
  'page size 0': (bytes) => changed(bytes, (copy) => copy.writeUInt16BE(0, 16)),
  'noise in the schema': (bytes) => changed(bytes, (copy) => copy.fill(0xa5, 100, 2000)),
  'another program': (bytes) => changed(bytes, (copy) => copy.writeInt32BE(0x31323334, 68)),
  'a newer app': (bytes) => changed(bytes, (copy) => copy.writeInt32BE(migrations.length + 1, 60)),
  'no schema number': (bytes) => changed(bytes, (copy) => copy.writeInt32BE(0, 60)),
  'a negative schema number': (bytes) => changed(bytes, (copy) => copy.writeInt32BE(-1, 60)),
  'another encoding': (bytes) => changed(bytes, (copy) => copy.writeInt32BE(9, 56)),
  text: () => Buffer.from('We ferry you.'.repeat(100)),
};

function changed(bytes: Buffer, change: (copy: Buffer) => unknown): Buffer {
  const copy = Buffer.from(bytes);
  change(copy);
  return copy;
}

const hash = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex');

describe('openLibrary', () => {
  test('makes a library where there is none, whole, and opens it again', () => {
    const file = join(temporaryFolder(), 'new', 'library.codicil');
    const { connection, created } = unwrap(openLibrary(file));
    expect(created).toBe(true);
    addPolicy(connection, ['one']);
    connection.close();
    const again = openTestLibrary(file);
    expect(listCompanies(again)[0]?.policies[0]?.versions).toBe(1);
    expect(listCompanies(again)[0]?.policies[0]?.years).toEqual([{ year: 2010, versions: 1 }]);
    expect(readdirSync(join(file, '..')).filter((name) => name.includes('new-'))).toEqual([]);
  });

  for (const [name, damage] of Object.entries(damages)) {
    test(`refuses ${name}, names the file and leaves every byte`, () => {
      const file = join(temporaryFolder(), 'library.codicil');
      writeFileSync(file, damage(soundLibrary()));
      const before = hash(file);
      const opened = openLibrary(file);
      expect(opened).toMatchObject({ ok: false, error: { message: expect.stringContaining(file) } });
      expect(hash(file)).toBe(before);
    });
  }

  test('refuses a log without its library', () => {
    const file = join(temporaryFolder(), 'library.codicil');
    writeFileSync(`${file}-wal`, 'something');
    expect(openLibrary(file)).toMatchObject({ ok: false, error: { code: 'library-damaged' } });
    expect(existsSync(file)).toBe(false);
  });

  test('says busy when another program holds the library', () => {
    const { connection } = unwrap(openLibrary(join(temporaryFolder(), 'library.codicil')));
    const other = new Database(connection.file);
    other.exec('BEGIN EXCLUSIVE');
    connection.database.pragma('busy_timeout = 50');
    expect(() => addPolicy(connection, ['one'])).toThrow(/locked|busy/);
    other.close();
    connection.close();
  });
});

describe('migrate', () => {
  test('keeps the rows of a library of every released schema', () => {
    for (let released = 1; released < migrations.length; released++) {
      const file = join(temporaryFolder(), 'library.codicil');
      writeFileSync(file, '');
      const old = openConnection(file);
      migrate(old, migrations.slice(0, released));
      const texts = ['We keep it for 7 days.', 'We keep it for 9 days.'];
      const before = addPolicy(old, texts);
      old.close();
      const connection = openTestLibrary(file);
      expect(connection.database.pragma('user_version', { simple: true })).toBe(migrations.length);
      const after = listVersions(connection, before[0]?.policyId ?? 0).reverse();
      expect(after).toEqual(before);
      expect(after.map((version) => unwrap(loadVersionText(connection, version)))).toEqual(texts);
    }
  });

  test('a step that fails leaves the old schema', () => {
    const file = join(temporaryFolder(), 'library.codicil');
    writeFileSync(file, '');
    const connection = openConnection(file);
    migrate(connection, migrations.slice(0, 1));
    expect(() =>
      migrate(connection, [migrations[0] ?? '', 'CREATE TABLE half (x); CREATE TABLE half (x);']),
    ).toThrow();
    expect(connection.database.pragma('user_version', { simple: true })).toBe(1);
    expect(
      connection.database.prepare("SELECT count(*) FROM sqlite_schema WHERE name = 'half'").pluck().get(),
    ).toBe(0);
    connection.close();
  });
});
