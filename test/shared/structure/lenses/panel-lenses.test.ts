import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../../shared/model/text.ts';
import { writePeriod } from '../../../../shared/structure/lenses/commitments-lens.ts';
import { addDate, writeDate, writeTitle } from '../../../../shared/structure/lenses/details-lens.ts';
import { removeHistoryEntry, updateHistoryEntry } from '../../../../shared/structure/lenses/history-lens.ts';
import { retargetReference, updateLink } from '../../../../shared/structure/lenses/links-lens.ts';
import { moveNumberedSection } from '../../../../shared/structure/lenses/move-numbered-section.ts';
import {
  addPractice,
  removePractice,
  updatePractice,
} from '../../../../shared/structure/lenses/practices-lens.ts';
import { addVendor, updateVendor, vendorForms } from '../../../../shared/structure/lenses/vendors-lens.ts';
import { readPolicy } from './laws.ts';

type Policy = ReturnType<typeof readPolicy>;

/** The text after a lens wrote to it, or "not writable". */
function written(text: string, lens: (policy: Policy) => ReturnType<typeof addVendor>): string {
  const edits = lens(readPolicy(text));
  return edits ? applyEdits(text, edits) : 'not writable';
}

describe('periods', () => {
  it.each([
    ['We keep logs for 30 days.', 60, 'day', 'We keep logs for 60 days.'],
    ['We keep logs for thirty (30) days.', 60, 'day', 'We keep logs for sixty (60) days.'],
    ['We keep logs for a year.', 2, 'year', 'We keep logs for 2 years.'],
    ['We keep logs for 12 months.', 1, 'month', 'We keep logs for 1 month.'],
    ['We answer within 30 days.', 10, 'working-day', 'We answer within 10 working days.'],
    ['We answer within 5 business days.', 2, 'week', 'We answer within 2 weeks.'],
    ['We keep logs for one hundred and twenty days.', 45, 'day', 'We keep logs for forty-five days.'],
    [
      'Nobody under the age of 13 may have an account, child or not.',
      16,
      'age',
      'Nobody under the age of 16 may have an account, child or not.',
    ],
    ['We keep logs for 30 days.', 0, 'day', 'not writable'],
  ] as const)('%s → %i %s', (text, value, unit, expected) => {
    expect(
      written(text, ({ document, inspection }) => writePeriod(document, inspection, 0, { value, unit })),
    ).toBe(expected);
  });
});

const TABLE = `# Privacy

## What we collect

| Category of data | Purpose | Legal basis | Retention |
| --- | --- | --- | --- |
| Account data | To run your account | Contract | 2 years |
| Logs | Security | | 30 days |
`;
const LIST = `# Privacy

Information we collect:

* **Account data:** your name, to run your account.
* **Logs:** what you opened, to find faults.
`;

describe('data practices', () => {
  it('reads a table with its columns, and a list', () => {
    expect(readPolicy(TABLE).inspection.dataPractices).toMatchObject([
      {
        category: 'Account data',
        purpose: 'To run your account',
        basis: 'Contract',
        recipients: '',
        retention: '2 years',
      },
      { category: 'Logs', purpose: 'Security', basis: '', retention: '30 days' },
    ]);
    expect(readPolicy(LIST).inspection.dataPractices).toMatchObject([
      { category: 'Account data', purpose: 'your name, to run your account' },
      { category: 'Logs', purpose: 'what you opened, to find faults' },
    ]);
  });

  it('writes cells, also empty ones, adds rows and removes them', () => {
    const edit = (changes: Parameters<typeof updatePractice>[3]) => (policy: Policy) =>
      updatePractice(policy.document, policy.inspection, 1, changes);
    expect(written(TABLE, edit({ basis: 'Legitimate interests', retention: '60 days' }))).toContain(
      '| Logs | Security | Legitimate interests | 60 days |',
    );
    expect(written(TABLE, edit({ recipients: 'Nobody' }))).toBe('not writable');
    const fields = {
      category: 'Letters',
      purpose: 'Answering',
      basis: 'Contract',
      recipients: '',
      retention: '1 year',
    };
    expect(written(TABLE, ({ document, inspection }) => addPractice(document, inspection, fields))).toContain(
      '| Logs | Security | | 30 days |\n| Letters | Answering | Contract | 1 year |\n',
    );
    expect(
      written(TABLE, ({ document, inspection }) => removePractice(document, inspection, 0)),
    ).not.toContain('Account');
    expect(
      written('# P\n\nText.\n', ({ document, inspection }) => addPractice(document, inspection, fields)),
    ).toContain('## What data we process\n\n| Data | Purpose | Legal basis | Recipients | Kept for |');
  });

  it('writes list entries in the list’s own way', () => {
    expect(
      written(LIST, ({ document, inspection }) =>
        updatePractice(document, inspection, 1, { category: 'Server logs' }),
      ),
    ).toContain('* **Server logs:** what you opened, to find faults.\n');
    const fields = {
      category: 'Letters',
      purpose: 'what you write',
      basis: '',
      recipients: '',
      retention: '',
    };
    expect(written(LIST, ({ document, inspection }) => addPractice(document, inspection, fields))).toContain(
      'to find faults.\n* **Letters:** what you write.\n',
    );
  });
});

describe('links and references', () => {
  const text =
    '# T\n\n## 1. A\n\nSee [our *old* terms](https://a.example/t), <https://b.example/>, [x][r] and Section 2.\n\n## 2. B\n\nText.\n\n[r]: https://c.example/r\n';
  it('writes words and targets of every form of link', () => {
    const edit = (index: number, changes: Parameters<typeof updateLink>[3]) => (policy: Policy) =>
      updateLink(policy.document, policy.inspection, index, changes);
    expect(written(text, edit(0, { text: 'the terms' }))).toContain('[the terms](https://a.example/t)');
    expect(written(text, edit(0, { url: 'https://a.example/(n)' }))).toContain('](<https://a.example/(n)>)');
    expect(written(text, edit(1, { url: 'https://b.example/new' }))).toContain('<https://b.example/new>');
    expect(written(text, edit(1, { text: 'B' }))).toContain('[B](https://b.example/)');
    expect(written(text, edit(2, { url: 'https://d.example/' }))).toContain('[r]: https://d.example/\n');
  });
  it('leads a reference to another section that is there', () => {
    const edit = (label: string) => (policy: Policy) =>
      retargetReference(policy.document, policy.inspection, 0, label);
    expect(written(text, edit('1'))).toContain('and Section 1.');
    expect(written(text, edit('7'))).toBe('not writable');
  });
});

describe('vendors', () => {
  it('gives a text without any a section with a table, before its history', () => {
    const fields = { name: 'Postbox', purpose: 'Mail', country: 'Ireland', links: ['https://p.example/'] };
    const text = '# P\n\nText.\n\n## Document history\n\n* 2 May 2019: First.\n';
    expect(written(text, ({ document, inspection }) => addVendor(document, inspection, fields))).toBe(
      '# P\n\nText.\n\n## Service providers\n\n| Vendor | Purpose | Country | Privacy policy |\n| --- | --- | --- | --- |\n| Postbox | Mail | Ireland | [Privacy policy](https://p.example/) |\n\n## Document history\n\n* 2 May 2019: First.\n',
    );
  });
  it('writes paragraphs that are a list in all but their marks, and says what it cannot', () => {
    const text =
      '# P\n\n## Our sub-processors\n\n**Postbox** – Answering of letters.\n\n**Quillmint** – Card payments.\n';
    const { document, inspection } = readPolicy(text);
    expect(vendorForms(document, inspection)).toMatchObject([
      { form: 'list', editable: ['name', 'purpose'], removable: true },
      { form: 'list', editable: ['name', 'purpose'], removable: true },
    ]);
    const purpose = written(text, (policy) =>
      updateVendor(policy.document, policy.inspection, 1, { purpose: 'Payments' }),
    );
    expect(purpose).toContain('**Quillmint** – Payments.\n');
    const fields = { name: 'Beet', purpose: 'Newsletter', country: '', links: [] };
    expect(written(text, (policy) => addVendor(policy.document, policy.inspection, fields))).toContain(
      '– Card payments.\n\n**Beet** – Newsletter.\n',
    );
  });
});

describe('data practices in sentences', () => {
  const PROSE =
    '# P\n\nHello. We collect your **e-mail** address to send you seeds; we keep it for 10 years. We may share it with our printer.\n';
  it('are read with the places of their fields', () => {
    expect(readPolicy(PROSE).inspection.dataPractices).toMatchObject([
      {
        category: 'e-mail address',
        purpose: 'send you seeds',
        basis: '',
        recipients: 'our printer',
        retention: 'for 10 years',
        line: 3,
      },
    ]);
  });
  it.each([
    ['We use it', []],
    ['We do not collect your location.', []],
    ['We may collect information about you.', []],
    ['Information that we collect: names and addresses.', []],
    ['We store log files for 14 days.', ['log files|||||for 14 days']],
    [
      'We process payment details for billing based on our contract with you.',
      ['payment details|billing|contract with you||'],
    ],
    ['We ask for your name. We use it to greet you.', ['name|greet you|||']],
    ['We keep raffle names in our ledger until the draw.', ['raffle names||||until the draw']],
    ['We collect your name, address, and from our shops your size.', ['name, address||||']],
    ['We note visits and also set a cookie to know you again.', []],
    ['We collect data related to the barn and your name.', ['data related to the barn and your name||||']],
  ])('%s', (text, practices) => {
    expect(
      readPolicy(`# P\n\n${text}\n`).inspection.dataPractices.map((read) =>
        [read.category, read.purpose, read.basis, read.recipients, read.retention].join('|'),
      ),
    ).toEqual(practices.map((words) => words.replace('|||||', '||||')));
  });
  it('are changed in place and taken out as sentences', () => {
    expect(
      written(PROSE, ({ document, inspection }) =>
        updatePractice(document, inspection, 0, { purpose: 'send you letters', retention: 'for 2 years' }),
      ),
    ).toContain('to send you letters; we keep it for 2 years. We may');
    expect(written(PROSE, ({ document, inspection }) => removePractice(document, inspection, 0))).toBe(
      '# P\n\nHello. We may share it with our printer.\n',
    );
  });
  it('are left alone where the words would be cut at their own point', () => {
    const { document, inspection } = readPolicy('# P\n\nWe store seed names in our ledger for 2 years.\n');
    expect(inspection.dataPractices).toHaveLength(1);
    expect(updatePractice(document, inspection, 0, { category: 'names of Tansy, Inc.' })).toBeNull();
  });
  it('take examples for no purpose', () => {
    const list =
      '# Information we collect\n\n* **Account data**, such as your name.\n* **Logs**: to find faults.\n';
    expect(readPolicy(list).inspection.dataPractices.map(({ purpose }) => purpose)).toEqual([
      '',
      'to find faults',
    ]);
  });
});

describe('details and history', () => {
  it('writes the title and states a missing date in the manner of the other', () => {
    const text = '# Old title\n\nEffective May 2, 2019.\n';
    expect(written(text, ({ document, inspection }) => writeTitle(document, inspection, 'New *title*'))).toBe(
      '# New \\*title\\*\n\nEffective May 2, 2019.\n',
    );
    expect(
      written(text, ({ document, inspection }) =>
        addDate(document, inspection, 'last-updated', '2020-01-31'),
      ),
    ).toBe('# Old title\n\nLast updated: January 31, 2020\n\nEffective May 2, 2019.\n');
  });
  it('writes a whole date where the text gave only its month', () => {
    const text = '# P\n\nLast updated: March 2021\n';
    expect(
      written(text, ({ document, inspection }) => writeDate(document, inspection, 0, '2021-03-04')),
    ).toBe('# P\n\nLast updated: 4 March 2021\n');
  });
  it('writes and removes entries of the history', () => {
    const text = '# P\n\n## Document history\n\n* 2 May 2019: Second.\n* 7 Nov 2018: First.\n';
    const edit = (changes: Parameters<typeof updateHistoryEntry>[3]) => (policy: Policy) =>
      updateHistoryEntry(policy.document, policy.inspection, 0, changes);
    expect(written(text, edit({ iso: '2019-06-30', note: 'Third' }))).toContain('* 30 June 2019: Third\n');
    expect(written(text, ({ document, inspection }) => removeHistoryEntry(document, inspection, 1))).toBe(
      '# P\n\n## Document history\n\n* 2 May 2019: Second.\n',
    );
  });
});

describe('moving numbered sections', () => {
  it('keeps numbers in order and references with their sections', () => {
    const text =
      '# T\n\n## 1. A\n\nSee section 3.\n\n## 2. B\n\n### 2.1 B1\n\nText.\n\n## 3. C\n\nSee section 2.1.\n';
    expect(written(text, ({ document, inspection }) => moveNumberedSection(document, inspection, 4, 2))).toBe(
      '# T\n\n## 1. A\n\nSee section 2.\n\n## 2. C\n\nSee section 3.1.\n\n## 3. B\n\n### 3.1 B1\n\nText.\n',
    );
  });
});
