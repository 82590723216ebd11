import { describe, expect, test } from 'vitest';
import { readPassages } from '../../../main/engine/store/passages.ts';
import { searchLibrary } from '../../../main/engine/store/search.ts';
import { catchUpIndex } from '../../../main/engine/store/search-index.ts';
import { findMatches, parseSearchQuery } from '../../../main/engine/store/search-query.ts';
import { searchWhen } from '../../../main/engine/store/search-when.ts';
import type { SearchFilter } from '../../../shared/ipc/history-requests.ts';
import { addPolicy, openTestLibrary, unwrap } from '../../helpers/test-library.ts';

const A = '# Terms\n\nWe ferry you.';
const B = '# Terms\n\nWe ferry you.\n\nDisputes go to binding\narbitration in Åland.';
const C = '# Terms\n\nWe ferry you and your bicycle.\n\nDisputes go to binding\narbitration in Åland.';

function search(
  query: string,
  texts: readonly string[] = [A, B, B.replace('We', 'Gladly we'), C, A],
): string[] {
  const connection = openTestLibrary();
  addPolicy(connection, texts);
  for (const _ of catchUpIndex(connection));
  return unwrap(searchLibrary(connection, query, 20)).map(
    (hit) =>
      `${hit.fromVersion}-${hit.toVersion} line ${hit.line}: ${hit.matches.map(({ from, to }) => hit.excerpt.slice(from, to)).join('|')}`,
  );
}

describe('searchLibrary', () => {
  test('groups the versions that have a passage', () =>
    expect(search('arbitration')).toEqual(['2-4 line 6: arbitration']));
  test('a passage that comes back is two ranges', () =>
    expect(search('"we ferry you" -bicycle -gladly')).toEqual([
      '5-5 line 3: We ferry you',
      '1-2 line 3: We ferry you',
    ]));
  test('finds a phrase across a line end', () =>
    expect(search('"binding arbitration"')).toEqual(['2-4 line 5: binding\narbitration']));
  test('finds beginnings of words', () => expect(search('arbit*')).toEqual(['2-4 line 6: arbitration']));
  test('ignores case and accents', () => expect(search('ALAND')).toEqual(['2-4 line 6: Åland']));
  test('all words must be there', () => expect(search('ferry arbitration')).toEqual([]));
  test('no query is no syntax error', () =>
    expect(
      ['"', '*', 'AND', 'a" OR "b', '(', 'x:y', '-', '^a', 'NEAR(a b)'].map(
        (query) => search(query, [A]).length,
      ),
    ).toEqual(Array(9).fill(0)));

  test('catches up with versions added later, also when two catch up in turns', () => {
    const connection = openTestLibrary();
    addPolicy(
      connection,
      Array.from({ length: 150 }, (_, index) => `Clause one.\n\nClause number${index}.`),
    );
    const one = catchUpIndex(connection);
    const two = catchUpIndex(connection);
    for (let done = 0; done < 2; ) done = Number(one.next().done) + Number(two.next().done);
    expect(unwrap(searchLibrary(connection, 'one', 9))).toMatchObject([{ fromVersion: 1, toVersion: 150 }]);
    expect(unwrap(searchLibrary(connection, 'number77', 9))).toMatchObject([
      { fromVersion: 78, toVersion: 78 },
    ]);
    addPolicy(connection, ['Clause one. Again.']);
    for (const _ of catchUpIndex(connection));
    expect(unwrap(searchLibrary(connection, '"clause one" -again', 9))).toMatchObject([
      { fromVersion: 1, toVersion: 150 },
    ]);
  });
});

test('readPassages joins wrapped lines and keeps items, rows and long lines apart', () => {
  const long = 'word '.repeat(40).trim();
  const text = `# Title\nwrapped\nline\n- item\n  more\n- next\n| a | b |\n| - | - |\n\n${long}\n${long}\n`;
  expect(readPassages(text).map(({ line, text: passage }) => [line, passage])).toEqual([
    [1, '# Title'],
    [2, 'wrapped\nline'],
    [4, '- item\n  more'],
    [6, '- next'],
    [7, '| a | b |'],
    [8, '| - | - |'],
    [10, long],
    [11, long],
  ]);
});

test('findMatches marks what the query means', () => {
  const text = 'Cookies, cookie walls and a Cookie Wall.';
  const marked = findMatches(text, parseSearchQuery('"cookie wall" cookies')).map(({ from, to }) =>
    text.slice(from, to),
  );
  expect(marked).toEqual(['Cookies', 'Cookie Wall']);
});

describe('searchLibrary with a filter', () => {
  const first =
    '# Privacy\n\nWe ferry you.\n\n## Keeping data\n\n### Tickets\n\nTickets are kept for a week.';
  const second = first.replace('a week', 'a month');
  const found = (filter: SearchFilter, query = 'kept'): string[] => {
    const connection = openTestLibrary();
    addPolicy(connection, [first, second]); // in force from 2010 and 2011 on
    addPolicy(connection, ['Rückgabe\n========\n\nDogs are kept on a lead.'], 'Terms');
    for (const _ of catchUpIndex(connection));
    return unwrap(searchLibrary(connection, query, 20, filter)).map(
      ({ policy, fromVersion, section }) => `${policy}@${fromVersion} ${section.join('/')}`,
    );
  };
  const month = 'privacy-policy@2 Privacy/Keeping data/Tickets';
  const week = 'privacy-policy@1 Privacy/Keeping data/Tickets';
  const dogs = 'terms@1 Rückgabe';

  test('tells the headings above each passage', () => expect(found({}).sort()).toEqual([week, month, dogs]));
  test('by company and policy', () => {
    expect(found({ company: 'fernholm-ferries' })).toHaveLength(3);
    expect(found({ company: 'another' })).toEqual([]);
    expect(found({ policyId: 2 })).toEqual([dogs]);
  });
  test('by days on which a version was in force', () => {
    expect(found({ from: '2010-06-01', to: '2010-07-01' }).sort()).toEqual([week, dogs]);
    expect(found({ from: '2011-01-01' }).sort()).toEqual([month, dogs]);
    expect(found({ to: '2009-12-31' })).toEqual([]);
  });
  test('by words of a heading, whatever their case and accents', () => {
    expect(found({ section: 'keeping DATA' }).sort()).toEqual([week, month]);
    expect(found({ section: 'ruckgabe' })).toEqual([dogs]);
    expect(found({ section: 'nowhere' })).toEqual([]);
  });
  test('takes the quotation marks of word processors', () =>
    expect(found({}, '“are kept on”')).toEqual([dogs]));
});

test('searchWhen tells when words entered, left and came back, and who has them now', () => {
  const connection = openTestLibrary();
  const without = 'We ferry you.';
  const having = `${without}\n\nDisputes go to arbitration.`;
  addPolicy(connection, [without, having, having, without, having]);
  addPolicy(connection, [having, without], 'Terms');
  for (const _ of catchUpIndex(connection));
  const answer = unwrap(searchWhen(connection, 'arbitration')).map(({ policy, entered, hasNow, times }) => [
    policy,
    entered,
    hasNow,
    times.map(({ version, until }) => [version, until?.version ?? null, until?.date ?? null]),
  ]);
  expect(answer).toEqual([
    ['terms', '2010-01-01', false, [[1, 2, '2011-01-01']]],
    [
      'privacy-policy',
      '2011-01-01',
      true,
      [
        [2, 4, '2013-01-01'],
        [5, null, null],
      ],
    ],
  ]);
  expect(unwrap(searchWhen(connection, 'arbitration', { policyId: 2 }))).toHaveLength(1);
  expect(unwrap(searchWhen(connection, '"'))).toEqual([]);
});
