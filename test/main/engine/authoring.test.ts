import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { EventName } from '../../../shared/ipc/contract.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';
import { ask, openTestEngine } from '../../helpers/test-library.ts';

const notice = {
  id: null,
  name: 'Notice of change',
  tags: ['notice', ' terms '],
  text: 'We tell you first.\n',
};

test('clauses are kept, changed, deleted and brought back, and outlive the library’s closing', async () => {
  const file = join(temporaryFolder(), 'library.codicil');
  const engine = openTestEngine(file);
  const heard: EventName[] = [];
  engine.onEvent((name) => heard.push(name));
  const { id } = await ask(engine, 'clause.save', notice);
  await ask(engine, 'clause.save', { ...notice, name: 'A clause before it', tags: [] });
  await ask(engine, 'clause.save', { ...notice, id, name: 'NOTICE of change' });
  const again = openTestEngine(file);
  expect(await ask(again, 'clause.list', {})).toMatchObject([
    { name: 'A clause before it', tags: [] },
    { origin: 'own', id, name: 'NOTICE of change', tags: ['notice', 'terms'], text: 'We tell you first.' },
  ]);
  await ask(again, 'clause.delete', { id });
  expect((await ask(again, 'clause.list', {})).map(({ name }) => name)).toEqual(['A clause before it']);
  expect(await again.handle('clause.delete', { id })).toMatchObject({ error: { code: 'not-found' } });
  expect(await ask(again, 'clause.save', { ...notice, id })).toEqual({ id });
  expect(heard).toEqual(['clauses.changed', 'clauses.changed', 'clauses.changed']);
});

test('two clauses cannot have one name, whatever its capitals', async () => {
  const engine = openTestEngine();
  await ask(engine, 'clause.save', notice);
  expect(await engine.handle('clause.save', { ...notice, name: ' NOTICE OF CHANGE ' })).toMatchObject({
    error: { code: 'exists', message: 'There is a clause named "NOTICE OF CHANGE" already.' },
  });
  expect(await engine.handle('clause.save', { ...notice, name: '  ' })).toMatchObject({
    error: { message: 'A clause needs a name.' },
  });
});

test('the house profile is kept in the library, and texts of the library are checked by it', async () => {
  const file = join(temporaryFolder(), 'library.codicil');
  const engine = openTestEngine(file);
  const text = '# Terms\n\nEffective March 3, 2020.\n\nWe will utilise the the ferry.\n';
  const { policyId } = await ask(engine, 'policy.create', { company: 'Fernholm', name: 'Terms', text });
  const ref = { kind: 'draft', policyId } as const;
  const rules = async (): Promise<string[]> =>
    (await ask(engine, 'text.check', { ref })).findings.map(({ rule, severity }) => `${rule} ${severity}`);
  expect(await rules()).toEqual(['repeated-word warning']);
  const profile = {
    disabledRules: [],
    severities: { 'repeated-word': 'error' },
    preferredWordings: [{ avoid: 'utilise', prefer: 'use' }],
    requiredSections: ['Contact'],
    knownTerms: [],
  } as const;
  await ask(engine, 'profile.set', { profile });
  expect(await rules()).toEqual(['house-wording info', 'repeated-word error', 'required-section warning']);
  const other = await ask(engine, 'text.check', {
    ref,
    profile: { ...profile, disabledRules: ['repeated-word', 'required-section'] },
  });
  expect(other.findings.map(({ rule }) => rule)).toEqual(['house-wording']);
  expect(await ask(openTestEngine(file), 'profile.get', {})).toEqual(profile);
});

test('a draft is checked against the dates of the versions before it, a version against its own', async () => {
  const engine = openTestEngine();
  const dated = (date: string): string => `# Terms\n\nEffective ${date}.\n\nWe ferry you.\n`;
  const { policyId } = await ask(engine, 'policy.create', {
    company: 'Fernholm',
    name: 'Terms',
    text: dated('3 March 2020'),
  });
  const version = await ask(engine, 'version.save', {
    policyId,
    text: dated('3 March 2020'),
    effectiveDate: '2020-03-13',
    note: '',
    kind: 'substantive',
    author: '',
  });
  await ask(engine, 'draft.save', { policyId, baseVersion: 1, text: dated('4 March 2020') });
  const messages = async (ref: Parameters<typeof ask<'text.check'>>[2]['ref']): Promise<string[]> =>
    (await ask(engine, 'text.check', { ref })).findings.map(({ message }) => message);
  expect(await messages({ kind: 'draft', policyId })).toEqual([
    'Version 1 in the library took effect on 2020-03-13; the date given here, 2020-03-04, is before that.',
  ]);
  expect(await messages({ kind: 'version', versionId: version.id })).toEqual([
    'The library keeps this text as the version of 2020-03-13; here it says 2020-03-03.',
  ]);
});
