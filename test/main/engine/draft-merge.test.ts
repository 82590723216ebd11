import { expect, test } from 'vitest';
import { ask, openTestEngine } from '../../helpers/test-library.ts';

const TEXT = '# Terms\n\nDogs travel on deck.\n\nWe keep data for 30 days.\n';
const entry = { effectiveDate: null, note: '', kind: 'substantive', author: '' } as const;

test('a draft is merged with the version that came in after it was begun', async () => {
  const engine = openTestEngine();
  const { policyId } = await ask(engine, 'policy.create', { company: 'Fernholm', name: 'Terms', text: TEXT });
  await ask(engine, 'version.save', { policyId, text: TEXT, ...entry, baseVersion: null });
  const mine = TEXT.replace('30', '60');
  await ask(engine, 'draft.save', { policyId, baseVersion: 1, text: mine });
  await ask(engine, 'version.save', { policyId, text: TEXT.replace('Dogs', 'Cats'), ...entry });
  const merge = await ask(engine, 'draft.merge', { job: 'm', policyId, baseVersion: 1, text: mine });
  expect([merge.base?.number, merge.theirs.number]).toEqual([1, 2]);
  const changed = merge.passages.filter(({ kind }) => kind !== 'same');
  expect(changed.map(({ kind }) => kind)).toEqual(['theirs', 'mine']);
});

test('a version is not put over one that its author has not seen', async () => {
  const engine = openTestEngine();
  const { policyId } = await ask(engine, 'policy.create', { company: 'Fernholm', name: 'Terms', text: TEXT });
  await ask(engine, 'version.save', { policyId, text: TEXT, ...entry, baseVersion: null });
  const again = { policyId, text: `${TEXT}\nMore.\n`, ...entry };
  const refused = await engine.handle('version.save', { ...again, baseVersion: null });
  expect(refused).toMatchObject({ ok: false, error: { code: 'conflict' } });
  expect(await ask(engine, 'version.save', { ...again, baseVersion: 1 })).toMatchObject({ number: 2 });
});
