import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Engine } from '../../../main/engine/engine.ts';
import { ask, openTestEngine } from '../../helpers/test-library.ts';

const text = (date: string, days: number): string =>
  `# Terms\n\nEffective ${date}\n\nWe keep data for ${days} days.\n\n## Document history\n\n* May 2, 2019: This document.\n* March 1, 2015: First published.\n`;

async function withTwo(engine: Engine): Promise<{ policyId: number; first: number; second: number }> {
  const { policyId } = await ask(engine, 'policy.create', { company: 'Fernholm', name: 'Terms', text: 'x' });
  const save = (content: string, effectiveDate: string): Promise<{ id: number }> =>
    ask(engine, 'version.save', {
      policyId,
      text: content,
      effectiveDate,
      note: 'n',
      kind: 'substantive',
      author: '',
    });
  const first = await save(text('June 1, 2017', 30), '2017-06-01');
  const second = await save(text('May 2, 2019', 60), '2019-05-02');
  return { policyId, first: first.id, second: second.id };
}

test('a correction is an entry of the chain, and the version says what it says', async () => {
  const engine = openTestEngine();
  const { policyId, first } = await withTwo(engine);
  await ask(engine, 'search.run', { query: 'days', limit: 10 });
  const corrected = await ask(engine, 'version.correct', {
    versionId: first,
    effectiveDate: '2016-01-01',
    note: 'Better words.',
    kind: 'editorial',
    author: 'Ida Fenwick',
  });
  expect(corrected).toMatchObject({
    number: 1,
    effectiveDate: '2016-01-01',
    note: 'Better words.',
    kind: 'editorial',
    correction: { number: 3, author: 'Ida Fenwick', before: { effectiveDate: '2017-06-01', note: 'n' } },
  });
  expect(await ask(engine, 'search.run', { query: '"30 days"', limit: 10 })).toMatchObject([
    { fromVersion: 1, toVersion: 1, fromDate: '2016-01-01', toDate: '2016-01-01' },
  ]);
  const { versions, policy, problems } = await ask(engine, 'policy.get', { policyId });
  expect(versions.map(({ number, effectiveDate }) => [number, effectiveDate])).toEqual([
    [2, '2019-05-02'],
    [1, '2016-01-01'],
  ]);
  expect([policy.versions, policy.latest?.number, problems]).toEqual([2, 2, []]);
  expect((await ask(engine, 'library.verify', { job: 'v' })).problems).toEqual([]);
  const proof = JSON.parse(await ask(engine, 'policy.proof', { policyId }));
  expect(proof.versions.map((entry: { effectiveDate: string }) => entry.effectiveDate)).toEqual([
    '2017-06-01',
    '2019-05-02',
    '2016-01-01',
  ]);
  // Repeating an old text must not make the search believe that it stands now.
  const hits = async (query: string): Promise<number[][]> =>
    (await ask(engine, 'search.run', { query, limit: 10 })).map((hit) => [hit.fromVersion, hit.toVersion]);
  expect(await hits('"30 days"')).toEqual([[1, 1]]);
  expect(await hits('"60 days"')).toEqual([[2, 2]]);
});

test('a later version follows a correction, and the last correction holds', async () => {
  const engine = openTestEngine();
  const { policyId, first } = await withTwo(engine);
  const entry = { effectiveDate: null, kind: 'substantive', author: '' } as const;
  await ask(engine, 'version.correct', { versionId: first, note: 'once', ...entry });
  await ask(engine, 'version.correct', { versionId: first, note: 'twice', ...entry });
  await ask(engine, 'version.save', {
    policyId,
    text: 'New text of 90 days.',
    note: 'three',
    ...entry,
    baseVersion: 2,
  });
  const { versions } = await ask(engine, 'policy.get', { policyId });
  expect(versions.map(({ number, note }) => [number, note])).toEqual([
    [5, 'three'],
    [2, 'n'],
    [1, 'twice'],
  ]);
  const [hit] = await ask(engine, 'search.run', { query: '"90 days"', limit: 10 });
  expect([hit?.fromVersion, hit?.toVersion]).toEqual([5, 5]);
});

test('a missing version gets its text, stands where its date says, and takes nobody’s place', async () => {
  const engine = openTestEngine();
  const { policyId } = await withTwo(engine);
  const before = await ask(engine, 'policy.get', { policyId });
  expect(before.missing?.map(({ date }) => date)).toEqual(['2015-03-01']);
  const file = join(mkdtempSync(join(tmpdir(), 'codicil-test-')), 'old.md');
  writeFileSync(file, '# Terms\n\nWe keep data for 7 days.\n');
  const attached = await ask(engine, 'version.attach', {
    policyId,
    effectiveDate: '2015-03-01',
    note: 'First published.',
    author: '',
    link: 'https://fernholm.example/2015',
    from: { path: file },
  });
  expect(attached).toMatchObject({
    number: 3,
    effectiveDate: '2015-03-01',
    source: { kind: 'imported', from: 'old.md', url: 'https://fernholm.example/2015' },
  });
  const after = await ask(engine, 'policy.get', { policyId });
  expect([after.missing, after.policy.latest?.number, after.problems]).toEqual([[], 2, []]);
  const empty = await engine.handle('version.attach', {
    policyId,
    effectiveDate: '2014-03-01',
    note: '',
    author: '',
    link: '',
    from: { text: '  \n' },
  });
  expect(empty).toMatchObject({ ok: false, error: { code: 'bad-request' } });
});
