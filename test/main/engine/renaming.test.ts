import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Engine } from '../../../main/engine/engine.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';
import { ask, openTestEngine } from '../../helpers/test-library.ts';

async function withVersion(engine: Engine, company: string, name: string): Promise<number> {
  const { policyId } = await ask(engine, 'policy.create', { company, name, text: 'Begun.' });
  await saveVersion(engine, policyId, `# ${name}\n\nOf ${company}.\n`);
  return policyId;
}

function saveVersion(engine: Engine, policyId: number, text: string): Promise<unknown> {
  const said = { effectiveDate: null, note: '', kind: 'substantive', author: 'Mara Lindqvist' } as const;
  return ask(engine, 'version.save', { policyId, text, ...said });
}

async function labels(engine: Engine): Promise<readonly string[]> {
  const { companies } = await ask(engine, 'library.list', {});
  return companies.flatMap(({ slug, policies }) => policies.map((policy) => `${slug}/${policy.slug}`));
}

async function meant(engine: Engine, label: string): Promise<number | null> {
  const [company = '', policy = ''] = label.split('/');
  return (await ask(engine, 'policy.find', { company, policy })).policyId;
}

describe('renaming', () => {
  test('a policy moves to another company, old references lead to it, and it can move back', async () => {
    const engine = openTestEngine();
    const id = await withVersion(engine, 'Fernholm Ferries', 'Terms');
    await ask(engine, 'policy.rename', {
      policyId: id,
      name: 'Fare Rules',
      company: 'Quillbank',
      slug: 'Fares!',
    });
    expect(await labels(engine)).toEqual(['quillbank/fares']);
    expect(await meant(engine, 'quillbank/fares')).toBe(id);
    expect(await meant(engine, 'fernholm-ferries/terms')).toBe(id);
    expect(await meant(engine, 'fernholm-ferries/fares')).toBeNull();
    const [before] = await ask(engine, 'policy.former-names', { policyId: id });
    expect(before).toMatchObject({ name: 'Terms', slug: 'terms', company: 'Fernholm Ferries' });
    await ask(engine, 'policy.rename', {
      policyId: id,
      name: 'Terms',
      company: 'Fernholm Ferries',
      slug: 'terms',
    });
    expect(await labels(engine)).toEqual(['fernholm-ferries/terms']);
    expect(await meant(engine, 'quillbank/fares')).toBe(id);
    expect((await ask(engine, 'policy.former-names', { policyId: id })).map(({ name }) => name)).toEqual([
      'Fare Rules',
      'Terms',
    ]);
    expect((await ask(engine, 'library.verify', { job: 'v' })).problems).toEqual([]);
  });

  test('a company keeps its policies and its old short name; one that is given again means the new owner', async () => {
    const engine = openTestEngine();
    const id = await withVersion(engine, 'Fernholm', 'Terms');
    const { companies } = await ask(engine, 'library.list', {});
    await ask(engine, 'company.rename', {
      companyId: companies[0]?.id ?? 0,
      name: 'Halden Lines',
      slug: 'halden',
    });
    expect(await meant(engine, 'fernholm/terms')).toBe(id);
    expect(await meant(engine, 'halden/terms')).toBe(id);
    const privacy = await withVersion(engine, 'Halden Lines', 'Privacy');
    expect(await labels(engine)).toEqual(['halden/privacy', 'halden/terms']);
    await ask(engine, 'policy.rename', { policyId: privacy, name: 'Privacy', slug: 'terms-of-privacy' });
    const again = await withVersion(engine, 'Halden Lines', 'Privacy');
    expect(await meant(engine, 'halden/privacy')).toBe(again);
  });

  test('a name that is taken is refused, and nothing is recorded', async () => {
    const engine = openTestEngine();
    const id = await withVersion(engine, 'Fernholm', 'Terms');
    await withVersion(engine, 'Quillbank', 'Terms');
    const { companies } = await ask(engine, 'library.list', {});
    const answers = await Promise.all([
      engine.handle('policy.rename', { policyId: id, name: 'Terms', company: 'Quillbank' }),
      engine.handle('company.rename', {
        companyId: companies[0]?.id ?? 0,
        name: 'Fernholm',
        slug: 'quillbank',
      }),
    ]);
    expect(answers).toMatchObject([{ error: { code: 'exists' } }, { error: { code: 'exists' } }]);
    await ask(engine, 'policy.rename', { policyId: id, name: 'Terms' });
    expect(await ask(engine, 'policy.former-names', { policyId: id })).toEqual([]);
  });

  test('a policy that was shared goes on in its branch after it was renamed', async () => {
    const engine = openTestEngine();
    const folder = join(temporaryFolder(), 'team.git');
    const id = await withVersion(engine, 'Fernholm', 'Terms');
    await ask(engine, 'exchange.push', { job: 'p', folder, policyIds: [id], create: true });
    await ask(engine, 'policy.rename', { policyId: id, name: 'Rules', company: 'Halden', slug: 'rules' });
    await saveVersion(engine, id, '# Rules\n\nOf Halden.\n');
    const { policies } = await ask(engine, 'exchange.push', {
      job: 'p',
      folder,
      policyIds: [id],
      create: false,
    });
    expect(policies).toMatchObject([
      { branch: 'fernholm/terms', policy: 'halden/rules', added: 1, versions: 2 },
    ]);
    expect(await ask(engine, 'exchange.list', { job: 'l', folder })).toMatchObject([
      { policyId: id, state: 'same', here: 2 },
    ]);
    const pulled = await ask(engine, 'exchange.pull', { job: 'p', folder });
    expect(pulled.policies).toMatchObject([{ policy: 'halden/rules', outcome: 'up-to-date' }]);
    expect(await labels(engine)).toEqual(['halden/rules']);
    expect(execFileSync('git', ['-C', folder, 'branch', '--list'], { encoding: 'utf8' })).toContain(
      'fernholm/terms',
    );
  });
});
