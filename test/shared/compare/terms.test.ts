import { describe, expect, it } from 'vitest';
import { compareTexts } from '../../../shared/compare/compare.ts';
import type { Comparison } from '../../../shared/compare/comparison.ts';
import { proposeNote } from '../../../shared/compare/propose-note.ts';

const TERMS = `# Terms

The "Customer Account" is the record we keep of a customer.

A Customer Account may be closed at any time by the customer.

We back up every Customer Account at night, and nothing else.

Nobody may sell a Customer Account to another company.
`;

describe('a term renamed throughout', () => {
  it('is one rename with its places', () => {
    const { renames, changes } = compare(TERMS, TERMS.replaceAll('Customer Account', 'Member Profile'));
    expect(renames).toEqual([
      {
        from: 'Customer Account',
        to: 'Member Profile',
        changes: changes.map(({ id }) => id),
        complete: true,
      },
    ]);
  });

  it('is not complete where the old words still stand', () => {
    const { renames } = compare(
      TERMS,
      `${TERMS.replaceAll('Customer Account', 'Member Profile')}\nCustomer Account\n`,
    );
    expect(renames?.[0]?.complete).toBe(false);
  });

  it('says nothing of sentences that begin anew, or of function words', () => {
    const lines = ['berths', 'boats', 'crews', 'cranes'];
    const rules = (begin: string): string =>
      lines.map((line) => `* ${begin} ${line} of every member.\n`).join('');
    expect(compare(rules('Includes'), rules('Covers also')).renames).toBeUndefined();
    const clauses = (until: string): string =>
      lines.map((line) => `We keep ${line}, ${until} the year ends.\n\n`).join('');
    expect(compare(clauses('Until'), clauses('Before')).renames).toBeUndefined();
  });

  it('says nothing of single replacements', () => {
    expect(compare(TERMS, TERMS.replace('Nobody', 'Anybody')).renames).toBeUndefined();
  });
});

describe('a changed definition', () => {
  it('lists the clauses that use the term', () => {
    const edited = TERMS.replace('the record we keep of a customer', 'everything we know of a customer');
    const { definitions, changes } = compare(TERMS, edited);
    const uses = definitions?.[0]?.uses.map(({ from, to }) => edited.slice(from, to).split(' ')[0]);
    expect(definitions?.map(({ term, changes: ids }) => ({ term, ids }))).toEqual([
      { term: 'Customer Account', ids: changes.map(({ id }) => id) },
    ]);
    expect(uses).toEqual(['A', 'We', 'Nobody']);
  });

  it('says nothing where only other clauses changed', () => {
    expect(compare(TERMS, TERMS.replace('at night', 'at noon')).definitions).toBeUndefined();
  });
});

describe('the proposed note', () => {
  const policy = '# Privacy\n\n## Retention\n\nWe keep logs for 7 days.\n\n## Contact\n\nWrite to us.\n';

  it.each([
    [
      'We keep logs for 7 days',
      'We keep logs for up to 60 days',
      'Changed “Retention”. “7 days” became “up to 60 days”.',
    ],
    ['Write to us', '**Write** to us', 'Editorial only: formatting.'],
    [
      '## Contact',
      '## Cookies\n\nWe set none.\n\n### Pixels\n\nNor any of these.\n\n## Contact',
      'Added “Cookies”.',
    ],
    ['## Contact\n\nWrite to us.', '', 'Removed “Contact”.'],
    [
      'for 7 days.',
      'as we like.\n\nCookies\n-------\n\nWe set none.',
      'Changed “Retention”; added “Cookies”. “for 7 days” became “as we like”.',
    ],
    ['x', 'x', 'No changes.'],
  ])('%s -> %s', (old, fresh, note) => {
    expect(proposeNote(compare(policy, policy.replace(old, fresh)))).toBe(note);
  });
});

describe('the proposed note on vendors and terms', () => {
  const table =
    '## Subprocessors\n\n| Vendor | Purpose | Country |\n| --- | --- | --- |\n| Mapleway | Hosting | Ireland |\n| Inkwell | Printing | Spain |\n';

  it('names vendors that came and went', () => {
    const edited = table.replace(
      '| Inkwell | Printing | Spain |',
      '| Northfold | Payments and fraud checks | France |',
    );
    expect(proposeNote(compare(table, edited))).toMatch(/^Changed “Subprocessors”\./);
    expect(proposeNote(compare(table, `${table}| Northfold | Payments | France |\n`))).toBe(
      'Changed “Subprocessors”. Vendors: added Northfold.',
    );
  });

  it('names a term that was renamed', () => {
    expect(proposeNote(compare(TERMS, TERMS.replaceAll('Customer Account', 'Member Profile')))).toContain(
      '“Customer Account” is now “Member Profile”.',
    );
  });
});

function compare(a: string, b: string): Comparison {
  return compareTexts({ label: 'old', text: a }, { label: 'new', text: b });
}
