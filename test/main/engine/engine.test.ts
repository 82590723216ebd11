import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';
import { ask, openTestEngine } from '../../helpers/test-library.ts';

const TEXT = '# Privacy Policy\n\nEffective March 3, 2020.\n\nWe keep your data for 30 days.\n';

async function withPolicy(
  text = TEXT,
): Promise<{ engine: ReturnType<typeof openTestEngine>; policyId: number }> {
  const engine = openTestEngine();
  const { policyId } = await ask(engine, 'policy.create', {
    company: 'Fernholm Ferries',
    name: 'Privacy Policy',
    text,
  });
  return { engine, policyId };
}

const entry = { effectiveDate: '2020-03-03', note: 'First.', kind: 'substantive', author: 'Mara' } as const;

describe('engine', () => {
  test('refuses arguments that are not those of the contract, in one line', async () => {
    const engine = openTestEngine();
    expect(await engine.handle('policy.get', { policyId: 'x' })).toEqual({
      ok: false,
      error: {
        code: 'bad-request',
        message: 'policy.get: Invalid input: expected number, received string (policyId).',
      },
    });
    expect(await engine.handle('toString' as never, {})).toMatchObject({
      ok: false,
      error: { code: 'bad-request' },
    });
    expect(await engine.handle('settings.get' as never, {})).toMatchObject({
      ok: false,
      error: { code: 'bad-request' },
    });
  });

  test('a draft survives closing the library; saving a version takes its place', async () => {
    const file = join(temporaryFolder(), 'library.codicil');
    const first = openTestEngine(file);
    const { policyId } = await ask(first, 'policy.create', {
      company: 'Fernholm',
      name: 'Terms',
      text: TEXT,
    });
    await ask(first, 'draft.save', { policyId, baseVersion: null, text: `${TEXT}More.\n` });
    const second = openTestEngine(file);
    expect((await ask(second, 'policy.get', { policyId })).draft?.text).toBe(`${TEXT}More.\n`);
    const version = await ask(second, 'version.save', { policyId, text: `${TEXT}More.\n`, ...entry });
    expect(version).toMatchObject({
      number: 1,
      previousHash: null,
      effectiveDate: '2020-03-03',
      author: 'Mara',
    });
    expect(await ask(second, 'policy.get', { policyId })).toMatchObject({
      draft: null,
      versions: [version],
      problems: [],
    });
  });

  test('proposes date, note and kind from what changed', async () => {
    const { engine, policyId } = await withPolicy();
    expect(await ask(engine, 'version.propose', { policyId, text: TEXT })).toMatchObject({
      effectiveDate: '2020-03-03',
      changed: true,
    });
    await ask(engine, 'version.save', { policyId, text: TEXT, ...entry });
    const proposed = await ask(engine, 'version.propose', {
      policyId,
      text: TEXT.replace('30 days', '90 days'),
    });
    expect(proposed).toMatchObject({
      kind: 'substantive',
      changed: true,
      note: expect.stringContaining('90'),
    });
    expect(await ask(engine, 'version.propose', { policyId, text: TEXT })).toMatchObject({ changed: false });
  });

  test('compares versions with progress, and publishes both', async () => {
    const { engine, policyId } = await withPolicy();
    const a = await ask(engine, 'version.save', { policyId, text: TEXT, ...entry });
    const b = await ask(engine, 'version.save', { policyId, text: TEXT.replace('30', '90'), ...entry });
    const refs = {
      a: { kind: 'version', versionId: a.id },
      b: { kind: 'version', versionId: b.id },
    } as const;
    const view = await ask(engine, 'compare.run', { job: 'j', ...refs });
    expect(view.comparison.a.label).toBe('fernholm-ferries/privacy-policy@1');
    expect(view.comparison.changes.map(({ kind }) => kind)).toEqual(['replace']);
    expect(await ask(engine, 'publish.comparisonHtml', refs)).toContain('90');
    expect(await ask(engine, 'publish.html', { ref: refs.b })).toContain('We keep your data for 90 days.');
  });

  test('says what it cannot find', async () => {
    const engine = openTestEngine();
    const answers = await Promise.all([
      engine.handle('policy.get', { policyId: 7 }),
      engine.handle('draft.save', { policyId: 7, baseVersion: null, text: '' }),
      engine.handle('version.save', { policyId: 7, text: '', ...entry }),
      engine.handle('text.load', { ref: { kind: 'version', versionId: 7 } }),
      engine.handle('text.load', { ref: { kind: 'draft', policyId: 7 } }),
      engine.handle('company.rename', { companyId: 7, name: 'x' }),
    ]);
    expect(answers.map((answer) => (answer.ok ? 'ok' : answer.error.code))).toEqual(
      answers.map(() => 'not-found'),
    );
  });

  test('a name that is taken is refused; renaming changes what people see, not references', async () => {
    const { engine, policyId } = await withPolicy();
    const again = await engine.handle('policy.create', {
      company: 'fernholm ferries',
      name: 'Privacy  Policy',
      text: '',
    });
    expect(again).toMatchObject({ ok: false, error: { code: 'exists' } });
    await ask(engine, 'policy.rename', { policyId, name: 'Privacy Notice' });
    const { companies } = await ask(engine, 'library.list', {});
    expect(companies[0]?.policies[0]).toMatchObject({ name: 'Privacy Notice', slug: 'privacy-policy' });
  });

  test('tells listeners what changed', async () => {
    const engine = openTestEngine();
    const heard: unknown[] = [];
    const stop = engine.onEvent((name, payload) => heard.push([name, payload]));
    const { policyId } = await ask(engine, 'policy.create', { company: 'A', name: 'B', text: 'c' });
    stop();
    await ask(engine, 'draft.discard', { policyId });
    expect(heard).toEqual([['library.changed', { policyId }]]);
  });
});
