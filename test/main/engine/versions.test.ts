import { describe, expect, test } from 'vitest';
import { currentVersion, versionInForce } from '../../../main/engine/store/current-version.ts';
import { verifyChain } from '../../../main/engine/store/verify.ts';
import { appendVersion, listVersions, loadVersionText } from '../../../main/engine/store/versions.ts';
import { addPolicy, newVersion, openTestLibrary, unwrap } from '../../helpers/test-library.ts';

/** More than two key frames' worth. */
const MANY = 140;

describe('versions', () => {
  test('every text of a long chain comes back as it was saved', () => {
    const connection = openTestLibrary();
    const texts = Array.from({ length: MANY }, (_, index) =>
      Array.from(
        { length: 40 },
        (_, line) => `Clause ${line}: we keep it for ${(index * line) % 17} days.`,
      ).join('\n'),
    );
    texts[70] = 'ångström 🛳️ \u0000 \uFEFF end';
    const saved = addPolicy(connection, texts);
    const again = openTestLibrary(connection.file);
    expect(saved.map((version) => unwrap(loadVersionText(again, version)))).toEqual(texts);
  });

  test('versions cannot be changed or deleted, whatever the statement', () => {
    const connection = openTestLibrary();
    addPolicy(connection, ['one', 'two']);
    const statements = [
      "UPDATE version SET note = 'x'",
      'DELETE FROM version',
      'UPDATE version_text SET body = zeroblob(3)',
      'DELETE FROM version_text',
      'REPLACE INTO version_text (version_id, base, body) VALUES (1, NULL, zeroblob(3))',
      'DELETE FROM policy',
    ];
    const outcomes = statements.map((statement) => {
      try {
        connection.database.exec(statement);
        return 'done';
      } catch (error) {
        return error instanceof Error && /cannot be|FOREIGN KEY/.test(error.message)
          ? 'refused'
          : String(error);
      }
    });
    expect(outcomes).toEqual(statements.map(() => 'refused'));
  });

  test('a version that does not follow the newest one is refused by the database itself', () => {
    const connection = openTestLibrary();
    addPolicy(connection, ['one', 'two']);
    const copy = `INSERT INTO version SELECT NULL, policy_id, number + 5, effective_date, saved_at, author, note, kind, source, words, text_hash, previous_hash, entry_hash FROM version WHERE number = 2`;
    expect(() => connection.database.exec(copy)).toThrow('must follow');
  });

  test('synchronous is FULL after the first write', () => {
    const connection = openTestLibrary();
    addPolicy(connection, ['one']);
    expect(connection.database.pragma('synchronous', { simple: true })).toBe(2);
    expect(connection.database.pragma('journal_mode', { simple: true })).toBe('wal');
  });

  test('the newest version counts as latest, unless an old text was imported after it', () => {
    const connection = openTestLibrary();
    const [first] = addPolicy(connection, ['2010', '2011']);
    const policyId = first?.policyId ?? 0;
    const old = { ...newVersion('2005'), effectiveDate: '2005-01-01' };
    const imported = { ...old, source: { kind: 'imported', from: 'old.md', format: 'markdown' } } as const;
    connection.write(() => appendVersion(connection, policyId, imported));
    expect(currentVersion(listVersions(connection, policyId))?.number).toBe(2);
    expect(versionInForce(listVersions(connection, policyId), '2010-12-31')?.number).toBe(1);
    expect(versionInForce(listVersions(connection, policyId), '2006-01-01')?.number).toBe(3);
    expect(versionInForce(listVersions(connection, policyId), '2004-01-01')).toBeNull();
    connection.write(() => appendVersion(connection, policyId, old)); // written: a restored text is the latest again
    expect(currentVersion(listVersions(connection, policyId))?.number).toBe(4);
  });
});

describe('verifyChain', () => {
  /** Gets past the triggers the way another program would. */
  function tamper(sql: string): readonly { readonly place: string; readonly message: string }[] {
    const connection = openTestLibrary();
    addPolicy(connection, [
      '# One\n\nWe keep it.',
      '# One\n\nWe keep it for 7 days.',
      '# One\n\nWe keep it for 9 days.',
    ]);
    for (const name of connection.database
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'")
      .pluck()
      .all())
      connection.database.exec(`DROP TRIGGER ${name}`);
    connection.database.pragma('foreign_keys = OFF');
    connection.database.exec(sql);
    const steps = verifyChain(openTestLibrary(connection.file), 1, 'f/p');
    for (let next = steps.next(); ; next = steps.next()) if (next.done) return next.value;
  }
  const places = (sql: string): string[] => [...new Set(tamper(sql).map(({ place }) => place))];

  test('finds nothing in a chain that nobody touched', () => expect(tamper('SELECT 1')).toEqual([]));
  test('finds a changed note', () =>
    expect(places("UPDATE version SET note = 'x' WHERE number = 2")).toEqual(['f/p@2']));
  test('finds a changed date', () =>
    expect(places("UPDATE version SET effective_date = '2009-01-01' WHERE number = 1")).toEqual(['f/p@1']));
  test('finds a changed source, even one that reads the same', () =>
    expect(places(`UPDATE version SET source = '{ "kind":"written"}' WHERE number = 3`)).toEqual(['f/p@3']));
  test('finds a deleted version', () =>
    expect(
      places('DELETE FROM version_text WHERE version_id = 2; DELETE FROM version WHERE number = 2'),
    ).toEqual(['f/p@3']));
  test('finds a text exchanged for another one', () =>
    expect(
      places(
        'UPDATE version_text SET (base, body) = (SELECT base, body FROM version_text WHERE version_id = 1) WHERE version_id = 3',
      ),
    ).toEqual(['f/p@3']));

  test('finds every flipped bit of every stored text', () => {
    const source = openTestLibrary();
    addPolicy(source, ['We keep it for 7 days.', 'We keep it for 9 days.']);
    const bodies = source.database
      .prepare('SELECT version_id AS id, length(body) AS bytes FROM version_text')
      .all() as {
      id: number;
      bytes: number;
    }[];
    const connection = openTestLibrary(source.file);
    connection.database.exec('DROP TRIGGER version_text_is_immutable');
    const missed: string[] = [];
    for (const { id, bytes } of bodies) {
      const body = connection.database
        .prepare('SELECT body FROM version_text WHERE version_id = ?')
        .pluck()
        .get(id) as Buffer;
      for (let bit = 0; bit < bytes * 8; bit++) {
        const flipped = Buffer.from(body);
        flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        connection.database.prepare('UPDATE version_text SET body = ? WHERE version_id = ?').run(flipped, id);
        const steps = verifyChain(connection, 1, 'f/p');
        let next = steps.next();
        while (!next.done) next = steps.next();
        // A flipped bit may still inflate to the same text (an unused bit of the frame); then nothing was altered.
        const wrong = next.value.some(({ place }) => place === `f/p@${id}`);
        if (!wrong && !sameText(connection, id)) missed.push(`${id}:${bit}`);
      }
      connection.database.prepare('UPDATE version_text SET body = ? WHERE version_id = ?').run(body, id);
    }
    expect(missed).toEqual([]);
  });
});

function sameText(connection: ReturnType<typeof openTestLibrary>, id: number): boolean {
  const fresh = openTestLibrary(connection.file);
  const version = listVersions(fresh, 1).find((candidate) => candidate.id === id);
  return version !== undefined && loadVersionText(fresh, version).ok;
}
