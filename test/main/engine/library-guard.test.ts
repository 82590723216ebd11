import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openEngine } from '../../../main/engine/engine.ts';
import { libraryStateFolder } from '../../../main/engine/library-location.ts';
import { restoreLibrary } from '../../../main/engine/restore-library.ts';
import {
  listBackups,
  makeBackup,
  newestBackupBefore,
  rotateBackups,
} from '../../../main/engine/store/backups.ts';
import { openLibrary } from '../../../main/engine/store/open-library.ts';
import { listVersions, loadVersionText } from '../../../main/engine/store/versions.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';
import { addPolicy, ask, openTestEngine, openTestLibrary, unwrap } from '../../helpers/test-library.ts';

const entry = { effectiveDate: null, note: '', kind: 'substantive', author: '' } as const;

describe('backups', () => {
  test('hold every version, and are offered when the library is damaged; restoring keeps what it replaces', async () => {
    const file = join(temporaryFolder(), 'library.codicil');
    const engine = openTestEngine(file);
    const { policyId } = await ask(engine, 'policy.create', {
      company: 'Fernholm',
      name: 'Terms',
      text: 'x',
    });
    await ask(engine, 'version.save', { policyId, text: 'We ferry you.', ...entry });
    const backup = await ask(engine, 'library.backup', {});
    engine.close();
    writeFileSync(file, 'damage');
    const refused = openEngine({ libraryFile: file, resourcesDir: '' });
    expect(refused).toMatchObject({ ok: false, error: { message: expect.stringContaining(backup.file) } });
    const { kept } = unwrap(restoreLibrary(backup.file, file, libraryStateFolder(file), new Date()));
    expect(readFileSync(kept ?? '', 'utf8')).toBe('damage');
    const connection = openTestLibrary(file);
    const [version] = listVersions(connection, policyId);
    expect(version && unwrap(loadVersionText(connection, version))).toBe('We ferry you.');
  });

  test('a damaged backup is not restored', () => {
    const folder = temporaryFolder();
    const file = join(folder, 'library.codicil');
    unwrap(openLibrary(file)).connection.close();
    writeFileSync(join(folder, 'backup'), 'damage');
    const before = readFileSync(file);
    expect(restoreLibrary(join(folder, 'backup'), file, folder, new Date())).toMatchObject({
      ok: false,
      error: { code: 'library-damaged' },
    });
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(readdirSync(folder).filter((name) => name.includes('restoring'))).toEqual([]);
  });

  test('nothing is restored under a program that has the library open; what is replaced is never replaced itself', () => {
    const file = join(temporaryFolder(), 'library.codicil');
    const { connection } = unwrap(openLibrary(file));
    addPolicy(connection, ['one']);
    const backup = unwrap(makeBackup(connection, join(file, '..', 'backups'), new Date()));
    const restore = () => restoreLibrary(backup.file, file, libraryStateFolder(file), new Date(0));
    expect(restore()).toMatchObject({ ok: false, error: { code: 'busy' } });
    connection.close();
    const kept = [restore(), restore(), restore()].map((result) => unwrap(result).kept);
    expect(new Set(kept).size).toBe(3);
  });

  test('the one made last is the newest, whatever the clock said', async () => {
    const connection = openTestLibrary();
    const folder = join(temporaryFolder(), 'backups');
    const years = [2026, 2040, 2025, 2026];
    const made = years.map((year) => unwrap(makeBackup(connection, folder, new Date(Date.UTC(year, 0, 1)))));
    expect(listBackups(folder).map(({ file }) => file)).toEqual(made.map(({ file }) => file).reverse());
    expect(newestBackupBefore(folder, new Date(Date.UTC(2025, 5, 1)))?.file).toBe(made[2]?.file);
    expect(newestBackupBefore(folder, new Date(Date.UTC(2000, 5, 1)))).toBeNull();
  });

  test('the newest eight stay, and one of each of the last twelve months', () => {
    const folder = join(temporaryFolder(), 'backups');
    mkdirSync(folder);
    for (let month = 1; month <= 24; month++)
      for (const day of ['03', '17']) {
        const name = `${2020 + Math.floor((month - 1) / 12)}-${String(((month - 1) % 12) + 1).padStart(2, '0')}-${day}`;
        writeFileSync(join(folder, `library-${name}T08-00-00Z.codicil`), '');
      }
    writeFileSync(join(folder, 'something-else'), '');
    rotateBackups(folder);
    const days = listBackups(folder).map(({ madeAt }) => madeAt.slice(0, 10));
    expect(days).toEqual([
      ...[
        '2021-12-17',
        '2021-12-03',
        '2021-11-17',
        '2021-11-03',
        '2021-10-17',
        '2021-10-03',
        '2021-09-17',
        '2021-09-03',
      ],
      ...[
        '2021-08-17',
        '2021-07-17',
        '2021-06-17',
        '2021-05-17',
        '2021-04-17',
        '2021-03-17',
        '2021-02-17',
        '2021-01-17',
      ],
    ]);
    expect(readdirSync(folder)).toContain('something-else');
  });

  test('says when it cannot be made', () => {
    const connection = openTestLibrary();
    addPolicy(connection, ['one']);
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'in-the-way'), '');
    expect(makeBackup(connection, join(folder, 'in-the-way', 'x'), new Date())).toMatchObject({
      ok: false,
      error: { code: 'write-failed' },
    });
  });
});

test('an older copy put in the place of the library is noticed', async () => {
  const folder = temporaryFolder();
  const file = join(folder, 'library.codicil');
  const first = openTestEngine(file);
  const { policyId } = await ask(first, 'policy.create', { company: 'Fernholm', name: 'Terms', text: 'x' });
  await ask(first, 'version.save', { policyId, text: 'one', ...entry });
  first.close();
  copyFileSync(file, join(folder, 'old'));
  const second = openTestEngine(file);
  expect(second.rollback).toEqual([]);
  await ask(second, 'version.save', { policyId, text: 'two', ...entry });
  second.close();
  copyFileSync(join(folder, 'old'), file);
  const third = openTestEngine(file);
  expect(third.rollback).toEqual([expect.stringMatching(/^fernholm\/terms@2: .* is gone/)]);
  await ask(third, 'version.save', { policyId, text: 'another two', ...entry });
  third.close();
  const fourth = openTestEngine(file);
  expect((await ask(fourth, 'library.verify', { job: 'v' })).problems).toMatchObject([
    { place: 'fernholm/terms@2' },
  ]);
});
