import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { type CliContext, openCliContext } from '../../../main/cli/cli-context.ts';
import { runCli } from '../../../main/cli/run-cli.ts';
import { temporaryFolder } from '../../helpers/temporary-folder.ts';

const home = process.cwd();
afterEach(() => process.chdir(home));

interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** A folder with texts and a library of its own; `cli` runs commands there, `open` lets a test ask its engine. */
function openFolder(texts: Readonly<Record<string, string>>): {
  readonly cli: (...args: string[]) => Promise<Run>;
  readonly open: () => CliContext;
} {
  const folder = temporaryFolder();
  for (const [name, text] of Object.entries(texts)) writeFileSync(join(folder, name), text);
  process.chdir(folder);
  process.env['CODICIL_LIBRARY'] = join(folder, 'library.codicil');
  return {
    open: () => openCliContext(),
    async cli(...args) {
      let [out, err] = ['', ''];
      const context = openCliContext({
        print: async (text) => {
          out += text;
        },
        note: (text) => {
          err += text;
        },
      });
      return { code: await runCli(args, context), out, err };
    },
  };
}

const WREN = '# Cookies\n\nWe use cookies and web beacons.\n\n# Children\n\nNobody under 16 may join.\n';
const FINCH = '# Cookies\n\nWe set session cookies and web beacons.\n\n# Our boats\n\nThey are blue.\n';

describe('codicil align on the library', () => {
  test('heeds the links that the user confirmed and broke, says which, and can leave them out', async () => {
    const { cli, open } = openFolder({ 'wren.md': WREN, 'finch.md': FINCH });
    await cli('import', 'wren.md', '--company', 'Wren', '--policy', 'Privacy');
    await cli('import', 'finch.md', '--company', 'Finch', '--policy', 'Privacy');
    const refs = ['wren/privacy@latest', 'finch/privacy@latest'];
    const before = JSON.parse((await cli('align', ...refs, '--json')).out);
    expect(before.links).toMatchObject([{ from: 'a1', to: 'b1', origin: 'computed' }]);

    const context = open();
    const { companies } = await context.ask('library.list', {});
    const policyId = (slug: string): number =>
      companies.find((company) => company.slug === slug)?.policies[0]?.id ?? -1;
    const judge = (verdict: 'confirmed' | 'broken', a: number, b: number): Promise<null> =>
      context.ask('align.judge', {
        verdict,
        from: { policyId: policyId('wren'), anchor: before.documents[0].sections[a].anchor },
        to: { policyId: policyId('finch'), anchor: before.documents[1].sections[b].anchor },
      });
    await judge('broken', 0, 0);
    await judge('confirmed', 1, 1);
    context.close();

    const after = JSON.parse((await cli('align', ...refs, '--json')).out);
    expect(after.links).toMatchObject([{ from: 'a2', to: 'b2', origin: 'confirmed' }]);
    expect(after.brokenLinks).toEqual([{ from: 'a1', to: 'b1' }]);
    const { out } = await cli('align', ...refs);
    expect(out).toMatch(/you {3}Children \(line 5\)/);
    expect(out).toMatch(/not {3}Cookies \(line 1\)/);
    const without = JSON.parse((await cli('align', ...refs, '--json', '--without-judgements')).out);
    expect(without.links).toEqual(before.links);
    expect(without.brokenLinks).toEqual([]);
  });

  test('never says of a text in another language that it leaves something out', async () => {
    const german =
      '# Datenschutz\n\nWir speichern die Daten der Kunden nur so lange, wie es für den Vertrag nötig ist, und geben sie nicht an Dritte weiter.\n';
    const { cli } = openFolder({ 'wren.md': WREN, 'falke.md': german });
    const { out } = await cli('align', 'wren.md', 'falke.md', '--json');
    const alignment = JSON.parse(out);
    const statuses = new Set(
      [...alignment.coverage, ...alignment.fineCoverage]
        .filter(({ document }) => document === 1)
        .map(({ status }) => status),
    );
    expect([...statuses]).toEqual(['unread']);
    expect(alignment.diagnostics).toMatchObject([{ severity: 'warning', document: 1 }]);
    expect(alignment.diagnostics[0].message).toContain('German');
    expect((await cli('facts', 'wren.md', 'falke.md')).out).toContain('falke.md: not read');
  });
});

describe('codicil facts', () => {
  test('says what the second of two versions states differently, and what each states', async () => {
    const { cli } = openFolder({
      'old.md': '# Keeping\n\nWe keep access logs for 7 days.\n',
      'new.md': '# Keeping\n\nWe keep access logs for up to 60 days.\n',
    });
    const { out } = await cli('facts', '--changes', 'old.md', 'new.md');
    expect(out).toContain('retention 7 days to up to 60 days\n');
    const json = JSON.parse((await cli('facts', 'old.md', 'new.md', '--json')).out);
    expect(json).toMatchObject({ format: 'codicil.facts/1', documents: ['old.md', 'new.md'] });
    expect(json.changes[0]).toMatchObject({ fact: 'retention', kind: 'changed' });
    expect((await cli('facts', 'old.md')).out).toContain('old.md: 7 days (line 3)');
    expect(await cli('facts', '--changes', 'old.md')).toMatchObject({ code: 2 });
  });
});

describe('codicil sisters', () => {
  test('quotes the sentences that disagree, and exits with 1', async () => {
    const { cli } = openFolder({
      'privacy.md': '# Privacy policy\n\nCopies stay in our backups for up to 60 days.\n',
      'terms.md': '# Terms of service\n\nCopies stay in our backups for up to 30 days.\n',
    });
    const { code, out } = await cli('sisters', 'privacy.md', 'terms.md');
    expect(code).toBe(1);
    expect(out).toBe(
      'warning: privacy.md and terms.md differ on time in backups: up to 60 days and up to 30 days.\n' +
        '  privacy.md:3: Copies stay in our backups for up to 60 days.\n' +
        '  terms.md:3: Copies stay in our backups for up to 30 days.\n',
    );
    expect(await cli('sisters', 'privacy.md', 'privacy.md')).toMatchObject({ code: 0 });
    expect(await cli('sisters', 'privacy.md')).toMatchObject({ code: 2 });
  });
});
