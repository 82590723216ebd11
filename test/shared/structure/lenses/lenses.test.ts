import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../../shared/markdown/parse-document.ts';
import { applyEdits, normaliseText } from '../../../../shared/model/text.ts';
import { inspect } from '../../../../shared/structure/inspect.ts';
import { renameEmail, renameEntity, writeDate } from '../../../../shared/structure/lenses/details-lens.ts';
import type { LensEdits } from '../../../../shared/structure/lenses/edits.ts';
import { addHistoryEntry } from '../../../../shared/structure/lenses/history-lens.ts';
import {
  changeLevel,
  moveSection,
  renameSection,
  renumberSections,
} from '../../../../shared/structure/lenses/outline-lens.ts';
import { renameTerm } from '../../../../shared/structure/lenses/terms-lens.ts';
import {
  addVendor,
  removeVendor,
  sortVendors,
  updateVendor,
} from '../../../../shared/structure/lenses/vendors-lens.ts';
import { readShared, sharedDir } from '../../../helpers/shared-data.ts';
import { INVENTED_POLICY, SMALL_POLICY } from './invented-policy.ts';
import { type Policy, randomEdit, readPolicy, violation } from './laws.ts';

/** How often the laws are tried; LENS_RUNS=100000 is the long run, over all policies together. */
const RUNS = Number(process.env['LENS_RUNS'] ?? 400);
/** LENS_SEED draws other edits. */
const SEED = Number(process.env['LENS_SEED'] ?? 1);
const INVENTED_RUNS = Math.min(RUNS, 2000);

type Lens = (policy: Policy) => LensEdits;

/** The lines that an edit takes away (-) and puts in (+). */
function changed(text: string, lens: Lens): string[] {
  const edits = lens(readPolicy(text));
  if (!edits) return ['not writable'];
  const [before, after] = [text.split('\n'), applyEdits(text, edits).split('\n')];
  let start = 0;
  while (start < before.length && before[start] === after[start]) start++;
  let end = 0;
  while (end < Math.min(before.length, after.length) - start && before.at(-1 - end) === after.at(-1 - end))
    end++;
  return [
    ...before.slice(start, before.length - end).map((line) => `-${line}`),
    ...after.slice(start, after.length - end).map((line) => `+${line}`),
  ];
}

/** Every policy of the corpus: its documents, the seeds and both sides of the pairs. */
function corpusPolicies(): string[] {
  const list = (folder: string): string[] => readdirSync(join(sharedDir ?? '', folder)).sort();
  const texts = (folder: string): string[] =>
    list(folder).flatMap((name) => (/\.(?:md|txt)$/.test(name) ? [`${folder}/${name}`] : []));
  const pairs = list('corpus/pairs').filter((name) => /^\d+$/.test(name));
  return [
    ...texts('seeds').filter((file) => !/readme/i.test(file)),
    ...texts('corpus/documents').filter((file) => !/readme/i.test(file)),
    ...pairs.flatMap((pair) => texts(`corpus/pairs/${pair}`)),
  ];
}

const sectionAt = (policy: Policy, heading: string): number =>
  policy.inspection.sections.findIndex((section) => section.heading === heading);

describe('outline', () => {
  it('renames a section with the links to it', () => {
    const lens: Lens = (policy) =>
      renameSection(
        policy.document,
        policy.inspection,
        sectionAt(policy, '2. Your rights'),
        '2. What you may ask',
      );
    expect(changed(INVENTED_POLICY, lens)).toEqual(
      expect.arrayContaining([
        '-## 2. Your rights',
        '+## 2. What you may ask',
        '+"Personal Data" means any data about you. See [rights](#2-what-you-may-ask) and Section 2, Your Rights.',
      ]),
    );
  });

  it.each([
    ['# A\n', '1. *B* [c]', '# 1. \\*B\\* \\[c\\]\n'],
    ['A\n===\n', '- B', '\\- B\n===\n'],
    ['## A ##\n', 'B #', '## B \\# ##\n'],
  ])('writes %j as %j', (text, title, after) => {
    const { document, inspection } = readPolicy(text);
    expect(applyEdits(text, renameSection(document, inspection, 0, title) ?? [])).toBe(after);
  });

  it('makes a section and those below it deeper', () => {
    expect(
      changed('# A\n\n## B\n\nC\n-\n\n## D\n', ({ document, inspection }) =>
        changeLevel(document, inspection, 2, 1),
      ),
    ).toEqual(['-C', '--', '+### C']);
    expect(
      changed(SMALL_POLICY, ({ document, inspection }) => changeLevel(document, inspection, 1, 1)),
    ).toEqual(['-## A', '-', '-Text of A.', '-', '-### A1', '+### A', '+', '+Text of A.', '+', '+#### A1']);
  });

  it('leaves the six levels to nobody', () => {
    const { document, inspection } = readPolicy('# A\n\n###### B\n');
    expect([changeLevel(document, inspection, 0, -1), changeLevel(document, inspection, 0, 1)]).toEqual([
      null,
      null,
    ]);
  });

  it('moves a section with those below it, up and down and to the end', () => {
    const text = '# T\n\n## A\n\na\n\n### A1\n\n## B\n\nb\n';
    const move = (index: number, before: number): string => {
      const { document, inspection } = readPolicy(text);
      return applyEdits(text, moveSection(document, inspection, index, before) ?? []);
    };
    expect(move(1, 4)).toBe('# T\n\n## B\n\nb\n\n## A\n\na\n\n### A1\n');
    expect(move(3, 1)).toBe('# T\n\n## B\n\nb\n\n## A\n\na\n\n### A1\n');
    expect(move(2, 1)).toBe('# T\n\n### A1\n\n## A\n\na\n\n## B\n\nb\n');
    expect(move(1, 1)).toBe(text);
    expect(move(1, 3)).toBe(text);
  });

  it('numbers headings and the references to them', () => {
    expect(
      changed(INVENTED_POLICY, ({ document, inspection }) => renumberSections(document, inspection)),
    ).toEqual([
      '-Write to [help@larkspur.example](mailto:help@larkspur.example), as section 4 says.',
      '-',
      '-## 4. Vendors',
      '+Write to [help@larkspur.example](mailto:help@larkspur.example), as section 3 says.',
      '+',
      '+## 3. Vendors',
    ]);
  });
});

describe('details', () => {
  it.each([
    ['Effective May 2, 2019', 'Effective January 31, 2024'],
    ['Last updated: 2nd of May 2019', 'Last updated: 31st of January 2024'],
    ['Last updated: 7 Nov 2018', 'Last updated: 31 Jan 2024'],
    ['LAST UPDATED: NOVEMBER 7, 2018', 'LAST UPDATED: JANUARY 31, 2024'],
    ['Last updated: 2018-11-07', 'Last updated: 2024-01-31'],
    ['Last updated: 11/07/2018', 'Last updated: 01/31/2024'],
    ['Last updated: 13/07/2018', 'Last updated: 31/01/2024'],
    ['Last updated: 12. März 2022', 'Last updated: 2024-01-31'],
  ])('writes a date like "%s"', (before, after) => {
    const { document, inspection } = readPolicy(`${before}\n`);
    expect(applyEdits(`${before}\n`, writeDate(document, inspection, 0, '2024-01-31') ?? [])).toBe(
      `${after}\n`,
    );
  });

  it('gives no date that no calendar has', () => {
    const { document, inspection } = readPolicy('Effective May 2, 2019\n');
    expect(writeDate(document, inspection, 0, '2024-02-30')).toBeNull();
  });

  it('leaves an address alone that markup runs through, and mends its target', () => {
    const text = 'By mail to [leg](mailto:legal@seeds.example)al@seeds.example.\n';
    expect(
      changed(text, ({ document, inspection }) => renameEmail(document, inspection, 0, 'a@b.example')),
    ).toEqual([
      '-By mail to [leg](mailto:legal@seeds.example)al@seeds.example.',
      '+By mail to [leg](mailto:a@b.example)al@seeds.example.',
    ]);
  });

  it('replaces an address in text and target, and a company everywhere', () => {
    expect(
      changed(INVENTED_POLICY, ({ document, inspection }) =>
        renameEmail(document, inspection, 0, 'us@lark.example'),
      ),
    ).toEqual([
      '-Write to [help@larkspur.example](mailto:help@larkspur.example), as section 4 says.',
      '+Write to [us@lark.example](mailto:us@lark.example), as section 4 says.',
    ]);
    expect(
      changed('Acme, Inc. ("Acme") is ours. By Acme, Inc.\n', ({ document, inspection }) =>
        renameEntity(document, inspection, 0, 'Beet GmbH'),
      ),
    ).toEqual(['-Acme, Inc. ("Acme") is ours. By Acme, Inc.', '+Beet GmbH ("Acme") is ours. By Beet GmbH']);
  });
});

describe('terms', () => {
  it('renames a term in the singular and the plural', () => {
    const lens: Lens = ({ document, inspection }) =>
      renameTerm(
        document,
        inspection,
        inspection.definedTerms.findIndex(({ term }) => term === 'Online Services'),
        'Digital Offerings',
      );
    expect(changed(INVENTED_POLICY, lens).at(-1)).toBe(
      '+Larkspur Seeds, LLC ("Larkspur", "we") sells seeds. We call our sites and apps the "**Digital Offerings**". Each Digital Offering is ours.',
    );
  });
});

describe('vendors', () => {
  const fields = { name: 'Yarrow', purpose: 'Mail', country: 'Malta', links: ['https://yarrow.example/p'] };
  const named = (policy: Policy, name: string): number =>
    policy.inspection.vendors.findIndex((vendor) => vendor.name === name);

  it('changes cells and nothing beside them', () => {
    const lens: Lens = (policy) =>
      updateVendor(policy.document, policy.inspection, named(policy, 'Postbox'), { purpose: 'Help | desk' });
    expect(changed(INVENTED_POLICY, lens)).toEqual([
      '-Postbox | Support desk | USA | [Policy](https://postbox.example/privacy)',
      '+Postbox | Help \\| desk | USA | [Policy](https://postbox.example/privacy)',
    ]);
  });

  it('keeps the link around a name, and fills an empty cell', () => {
    expect(
      changed(INVENTED_POLICY, (policy) =>
        updateVendor(policy.document, policy.inspection, named(policy, 'Mint'), { name: 'Coin' }),
      ),
    ).toEqual([
      '-[Mint](https://mint.example/) | Payments | Australia | [Mint](https://mint.example/privacy)',
      '+[Coin](https://mint.example/) | Payments | Australia | [Mint](https://mint.example/privacy)',
    ]);
    expect(
      changed(INVENTED_POLICY, (policy) =>
        updateVendor(policy.document, policy.inspection, named(policy, 'Attic'), { purpose: 'Storage' }),
      ),
    ).toEqual(['-Attic | | Ireland |', '+Attic | Storage | Ireland |']);
  });

  it('adds a row in the manner of the table, and an item in that of the list', () => {
    expect(
      changed(INVENTED_POLICY, ({ document, inspection }) => addVendor(document, inspection, fields)),
    ).toEqual(['+Yarrow | Mail | Malta | [Privacy policy](https://yarrow.example/p) |']);
    expect(
      changed(SMALL_POLICY, ({ document, inspection }) =>
        addVendor(document, inspection, { ...fields, name: 'Beet' }),
      ),
    ).toEqual(['+| Beet | Mail |']);
    const list = 'We use these processors:\n\n* [Beet](https://beet.example/p). Newsletter.\n';
    expect(changed(list, ({ document, inspection }) => addVendor(document, inspection, fields))).toEqual([
      '+* [Yarrow](https://yarrow.example/p). Mail.',
    ]);
  });

  it('removes a row with the rows that continue it', () => {
    expect(
      changed(INVENTED_POLICY, (policy) =>
        removeVendor(policy.document, policy.inspection, named(policy, 'Mint')),
      ),
    ).toEqual([
      '-[Mint](https://mint.example/) | Payments | Australia | [Mint](https://mint.example/privacy)',
      '-[More](https://mint.example/more)',
    ]);
  });

  it('sorts the rows by name', () => {
    const text = applyEdits(INVENTED_POLICY, sortVendors(readPolicy(INVENTED_POLICY).document) ?? []);
    expect(inspect(parseDocument(text)).vendors.map(({ name }) => name)).toEqual([
      'Attic',
      'Mint',
      'Postbox',
      'Beet',
      'Kale',
    ]);
  });
});

describe('history', () => {
  const entry = { iso: '2024-01-31', note: 'Changed *it*.' };

  it.each([
    [INVENTED_POLICY, ['+* 31 January 2024: Changed \\*it\\*.']],
    [SMALL_POLICY, ['+| 2024-01-31 | Changed \\*it\\*. |']],
    ['# P\n\nText.\n', ['+## Document history', '+', '+* 31 January 2024: Changed \\*it\\*.', '+']],
    [
      '# P\n\n## Version history\n\n1. **May 2, 2019** – First.\n',
      ['+1. **January 31, 2024** – Changed \\*it\\*.'],
    ],
  ])('adds an entry in the document’s own manner (%#)', (text, lines) => {
    expect(changed(text, ({ document, inspection }) => addHistoryEntry(document, inspection, entry))).toEqual(
      lines,
    );
  });
});

describe('laws', () => {
  it.each([
    ['an invented policy', INVENTED_POLICY],
    ['a small one', SMALL_POLICY],
  ])('hold on random edits of %s', (_, text) => {
    const policy = readPolicy(text);
    fc.assert(
      fc.property(randomEdit, (edit) => {
        expect(violation(policy, edit)).toBeNull();
      }),
      { numRuns: INVENTED_RUNS, seed: SEED },
    );
  });

  it.skipIf(sharedDir === null)('hold on real policies', () => {
    const files = corpusPolicies();
    for (const [index, file] of files.entries()) {
      const policy = readPolicy(normaliseText(readShared(file)));
      const numRuns = Math.max(2, Math.ceil((RUNS - 400) / files.length));
      for (const edit of fc.sample(randomEdit, { numRuns, seed: SEED + index }))
        expect(violation(policy, edit), `${file}: ${JSON.stringify(edit)}`).toBeNull();
    }
  });
});
