import { describe, expect, test } from 'vitest';
import type { AlignmentLink, PassageSummary } from '../../../shared/align/alignment.ts';
import type { FacingPolicies } from '../../../shared/ipc/companies-requests.ts';
import { ask, openTestEngine } from '../../helpers/test-library.ts';

const FERRIES = `# Privacy Policy

## How long we keep it

We keep booking records for seven years and delete them after that retention period.

## Cookies

We set one cookie that remembers your language.

## Children

Our services are not meant for children below 16 years of age.
`;

const LAUNDRY = `# Privacy Notice

## Retention

Order records are kept for five years. After this retention period we delete them.

## Cookies on our site

A cookie remembers the branch you chose.
`;

const entry = { effectiveDate: null, note: '', kind: 'substantive', author: '' } as const;

async function twoPolicies() {
  const engine = openTestEngine();
  const save = async (company: string, text: string) => {
    const { policyId } = await ask(engine, 'policy.create', { company, name: 'Privacy', text });
    const version = await ask(engine, 'version.save', { policyId, text, ...entry });
    return { policyId, versionId: version.id };
  };
  const a = await save('Fernholm Ferries', FERRIES);
  const b = await save('Linnet Laundry', LAUNDRY);
  const pair = (versionA = a.versionId): Promise<FacingPolicies> =>
    ask(engine, 'align.pair', {
      job: 'pair',
      a: { kind: 'version', versionId: versionA },
      b: { kind: 'version', versionId: b.versionId },
    });
  return { engine, a, b, pair };
}

function passage({ alignment }: FacingPolicies, document: number, heading: string): PassageSummary {
  const found = alignment.documents[document]?.sections.find((section) => section.heading === heading);
  if (!found) throw new Error(`No passage "${heading}"`);
  return found;
}

function linkBetween(facing: FacingPolicies, x: string, y: string): AlignmentLink | undefined {
  const [from, to] = [passage(facing, 0, x).id, passage(facing, 1, y).id];
  return facing.alignment.links.find((link) => link.from === from && link.to === to);
}

describe('links between passages', () => {
  test('what the user says of a pair is kept, holds in a new version, and can be taken back', async () => {
    const { engine, a, b, pair } = await twoPolicies();
    const before = await pair();
    expect(linkBetween(before, 'Cookies', 'Cookies on our site')?.origin).toBe('computed');
    expect(linkBetween(before, 'Children', 'Retention')).toBeUndefined();
    const judge = (verdict: 'confirmed' | 'broken' | null, x: string, y: string) =>
      ask(engine, 'align.judge', {
        verdict,
        from: {
          policyId: b.policyId,
          anchor: { ...passage(before, 1, y).anchor, path: [...passage(before, 1, y).path] },
        },
        to: {
          policyId: a.policyId,
          anchor: { ...passage(before, 0, x).anchor, path: [...passage(before, 0, x).path] },
        },
      });
    await judge('broken', 'Cookies', 'Cookies on our site');
    await judge('confirmed', 'Children', 'Retention');
    const edited = FERRIES.replace('seven years', 'eight years').replace(
      '## Cookies',
      '## New\n\nWords.\n\n## Cookies',
    );
    const version = await ask(engine, 'version.save', { policyId: a.policyId, text: edited, ...entry });
    const after = await pair(version.id);
    expect(linkBetween(after, 'Cookies', 'Cookies on our site')).toBeUndefined();
    expect(linkBetween(after, 'Children', 'Retention')).toMatchObject({ origin: 'confirmed', score: 1 });

    await judge('confirmed', 'Cookies', 'Cookies on our site');
    expect(linkBetween(await pair(), 'Cookies', 'Cookies on our site')?.origin).toBe('confirmed');
    await judge(null, 'Cookies', 'Cookies on our site');
    await judge(null, 'Children', 'Retention');
    expect((await pair()).alignment.links).toEqual(before.alignment.links);
  });

  test('refuses a policy that is not there, and two passages of one policy', async () => {
    const { engine, a } = await twoPolicies();
    const at = (policyId: number) => ({ policyId, anchor: { path: ['X'], hash: '00' } });
    for (const [to, code] of [
      [a.policyId, 'bad-request'],
      [99, 'not-found'],
    ] as const) {
      const answer = await engine.handle('align.judge', {
        verdict: 'broken',
        from: at(a.policyId),
        to: at(to),
      });
      expect(answer).toMatchObject({ ok: false, error: { code } });
    }
  });

  test('coverage and facts of all policies stand in the order asked for', async () => {
    const { engine, a, b } = await twoPolicies();
    const texts = [b, a].map(({ versionId }) => ({ kind: 'version' as const, versionId }));
    const table = await ask(engine, 'align.table', { job: 'table', texts });
    expect(table.texts).toEqual([
      { label: 'Linnet Laundry Privacy', text: LAUNDRY },
      { label: 'Fernholm Ferries Privacy', text: FERRIES },
    ]);
    const children = table.fineCoverage.filter(({ topic }) => topic === 'children');
    expect(children.map(({ status }) => status)).toEqual(['absent', 'covered']);
    const { facts } = await ask(engine, 'align.facts', { job: 'facts', texts });
    const age = facts.rows.find(({ id }) => id === 'minimum-age');
    expect(age?.cells.map(({ values }) => values.map(({ text }) => text))).toEqual([[], ['16 years']]);
  });

  test('the documents of one company are checked against each other', async () => {
    const { engine, a } = await twoPolicies();
    const text = FERRIES.replace('seven years', 'two years').replace('Privacy Policy', 'Cookie Policy');
    const { policyId } = await ask(engine, 'policy.create', {
      company: 'Fernholm Ferries',
      name: 'Cookies',
      text,
    });
    const other = await ask(engine, 'version.save', { policyId, text, ...entry });
    const { report, texts } = await ask(engine, 'align.sisters', {
      job: 'sisters',
      texts: [a.versionId, other.id].map((versionId) => ({ kind: 'version' as const, versionId })),
    });
    expect(texts.map(({ label }) => label)).toEqual(['Privacy', 'Cookies']);
    const [finding] = report.findings;
    expect(finding).toMatchObject({ kind: 'period', severity: 'warning' });
    expect(
      finding?.places.map(({ document, range }) => texts[document]?.text.slice(range.from, range.to)),
    ).toEqual([expect.stringContaining('seven years'), expect.stringContaining('two years')]);
  });

  test('the report holds what the view shows, in each of its forms', async () => {
    const { engine, a, b } = await twoPolicies();
    const texts = [a, b].map(({ versionId }) => ({ kind: 'version' as const, versionId }));
    const html = await ask(engine, 'align.report', { job: 'r', texts, form: 'html' });
    expect(html).toMatch(/^<!doctype html>/i);
    expect(html).toContain('16 years');
    const csv = await ask(engine, 'align.report', { job: 'r', texts, form: 'facts-csv' });
    expect(csv).toMatch(/Minimum age.*16 years/);
    const workbook = await ask(engine, 'align.report', { job: 'r', texts, form: 'xlsx' });
    expect(typeof workbook === 'string' ? workbook : String.fromCharCode(...workbook.slice(0, 2))).toBe('PK');
  });
});
