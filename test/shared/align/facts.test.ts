import { describe, expect, it } from 'vitest';
import { factChanges } from '../../../shared/align/fact-changes.ts';
import { buildFacts } from '../../../shared/align/facts.ts';
import type { FactId } from '../../../shared/align/facts-table.ts';
import { isSameVendor } from '../../../shared/align/same-vendor.ts';

const before = `# Wren Privacy

Last updated March 1, 2020.

Wren Letters Ltd is the controller. Our Data Protection Officer answers at dpo@wren-letters.example.

## Retention

After you delete your account we keep your data in our backups for 7 days.

We keep access logs for 30 days.

## Transfers

Data are transferred to the United States under Standard Contractual Clauses.

## Vendors

| Vendor | Purpose | Country |
| --- | --- | --- |
| Nimbus Hosting Services (NHS) | Hosting | Ireland |
| Paybird | Payments | USA |

## Security

We notify you of a data breach. The service is not meant for children under 16.
`;

function values(text: string, id: FactId): string[] {
  const cell = buildFacts([{ label: 'a', text }]).rows.find((row) => row.id === id)?.cells[0];
  return [cell?.status ?? '', ...(cell?.values.map((value) => `${value.text} @${value.fromLine}`) ?? [])];
}

/** The lines of a comparison after replacing words, without length and readability. */
function changes(...replacements: readonly (readonly [find: string, replacement: string])[]): string[] {
  const after = replacements.reduce((text, [find, replacement]) => text.replace(find, replacement), before);
  return factChanges(
    buildFacts([
      { label: 'before', text: before },
      { label: 'after', text: after },
    ]),
  )
    .filter(({ fact }) => fact !== 'length' && fact !== 'readability')
    .map(({ text }) => text);
}

describe('facts', () => {
  it('reads as a minimum age only what says who may use the service', () => {
    const text = `# Children

We do not sell the data of users under 16 years of age.

You must be at least 13 years old to open an account.

Some features are not shown to people under the age of 18.
`;
    expect(values(text, 'minimum-age')).toEqual(['stated', '13 years @5']);
  });

  it('names an officer once, and not for an address that begins like one', () => {
    const text = `# Contact

Write to dpo@heron.example.

Our Data Protection Officer (DPO) is Ada Reed.

# Complaints

The DPO answers complaints.
`;
    expect(values(text, 'contact')).toEqual(['stated', 'dpo@heron.example @3', 'Data Protection Officer @5']);
  });

  it('counts a country only where data go there', () => {
    const text = `# International transfers

If you live in Spain, Heron Iberia answers to you. International transfers of your data go to servers in Canada.
`;
    expect(values(text, 'transfers')).toEqual(['stated', 'Canada @3']);
  });

  it.each<readonly [FactId, readonly string[]]>([
    ['retention', ['stated', '30 days @11']],
    ['backup', ['stated', '7 days @9']],
    ['deletion', ['unquantified']],
    ['breach-notice', ['unquantified']],
    ['minimum-age', ['stated', '16 years @26']],
    ['legal-entities', ['stated', 'Wren Letters Ltd @5']],
    ['vendors', ['stated', 'Nimbus Hosting Services (NHS) (Ireland) @21', 'Paybird (USA) @22']],
    ['transfers', ['stated', 'Standard Contractual Clauses @15', 'United States @15']],
    ['dates', ['stated', '2020-03-01 (last updated) @3']],
  ])('reads %s', (id, expected) => {
    expect(values(before, id)).toEqual(expected);
  });

  it('names officers and addresses to write to', () => {
    expect(values(before, 'contact')).toEqual([
      'stated',
      'dpo@wren-letters.example @5',
      'Data Protection Officer @5',
    ]);
  });

  it('measures length and readability', () => {
    expect(values(before, 'length')[1]).toMatch(/^\d+ words in 5 passages @0$/);
    expect(values(before, 'readability')[1]).toMatch(/^\d+ of 100 \(Flesch reading ease\) @0$/);
    const easy = '# Cats\n\nThe cat sat on the mat. The dog ran to the man. We like the sun and the sea.';
    const ease = (text: string): number => Number.parseInt(values(text, 'readability')[1] ?? '', 10);
    expect(ease(easy)).toBeGreaterThan(ease(before));
  });

  it('says which passages treat a subject that has no value', () => {
    const cell = buildFacts([{ label: 'a', text: before }]).rows.find(({ id }) => id === 'breach-notice')
      ?.cells[0];
    expect(cell?.passages).toEqual([{ fromLine: 24, toLine: 26 }]);
  });

  it('joins vendors that go by different names', () => {
    const other = before.replace('Nimbus Hosting Services (NHS)', 'NHS').replace('Paybird', 'Sparrow Pay');
    const { vendors } = buildFacts([
      { label: 'a', text: before },
      { label: 'b', text: other },
    ]);
    expect(vendors.map(({ name, namedBy }) => [name, namedBy.map(({ document }) => document)])).toEqual([
      ['Nimbus Hosting Services (NHS)', [0, 1]],
      ['Paybird', [0]],
      ['Sparrow Pay', [1]],
    ]);
  });
});

describe('vendors by name', () => {
  it.each([
    ['Paybird', 'Paybird, Inc.', true],
    ['PayBird LLC', 'paybird', true],
    ['Great Northern Servers', 'GNS', true],
    ['Quick Mail (fka Slow Mail)', 'Slow Mail', true],
    ['Paybird', 'Paybeard', false],
    ['Paybird Cloud', 'Paybird', false],
  ])('%s and %s', (x, y, same) => {
    expect(isSameVendor(x, y)).toBe(same);
    expect(isSameVendor(y, x)).toBe(same);
  });
});

describe('facts of two versions', () => {
  it('says nothing of a text that stayed', () => {
    expect(changes()).toEqual([]);
  });

  it('pairs an old period with the new one', () => {
    expect(changes(['for 7 days', 'for up to 60 days'])).toEqual(['kept in backups 7 days to up to 60 days']);
  });

  it('keeps two periods of one kind apart by their sentences', () => {
    const two = 'We keep access logs for 30 days.\n\nWe keep invoices for 10 years.';
    expect(changes(['We keep access logs for 30 days.', two])).toEqual(['+ retention 10 years']);
  });

  it('names vendors that came and went, with their country', () => {
    expect(changes(['| Paybird | Payments | USA |', '| Mailgoose | Newsletters | USA |'])).toEqual([
      '− vendor Paybird (USA)',
      '+ vendor Mailgoose (USA)',
    ]);
  });

  it('takes a vendor under another name for the same', () => {
    expect(changes(['| Paybird | Payments | USA |', '| Paybird, Inc. | Payments | USA |'])).toEqual([]);
  });

  it('takes a company written with another comma for the same', () => {
    expect(changes(['Wren Letters Ltd is', 'Wren Letters, Ltd. is'])).toEqual([]);
    expect(changes(['Wren Letters Ltd is', 'Wren Letters GmbH is'])).toEqual([
      '− legal entity Wren Letters Ltd',
      '+ legal entity Wren Letters GmbH',
    ]);
  });

  it('shows dates, ages and places as changes', () => {
    expect(changes(['March 1, 2020', 'June 5, 2021'], ['under 16', 'under 13'])).toEqual([
      'minimum age 16 years to 13 years',
      'date 2020-03-01 (last updated) to 2021-06-05 (last updated)',
    ]);
  });
});

describe('periods', () => {
  it.each([
    ['After you cancel, backups are kept after up to 90 days of rest.', 'up to 90 days'],
    ['We delete your data within a period of 30 days after you ask.', 'within 30 days'],
    ['Logs are kept for no longer than 14 days.', 'no longer than 14 days'],
    ['After your account ends. We keep invoices for 10 years.', '10 years'],
  ])('reads "%s" as %s', (sentence, expected) => {
    const table = buildFacts([{ label: 'a', text: `# Keeping\n\n${sentence}\n` }]);
    const texts = table.rows.flatMap(({ cells }) =>
      cells.flatMap((cell) => cell.values.map(({ text }) => text)),
    );
    expect(texts).toContain(expected);
  });
});
