import { describe, expect, it } from 'vitest';
import { compareTexts } from '../../../shared/compare/compare.ts';
import type { Change, Comparison } from '../../../shared/compare/comparison.ts';
import { parseNotation } from './notation.ts';

/** Each line is shown exactly as it is written: these are the edits, no others. */
const SHOWN_AS_WRITTEN = [
  'We keep it for [7/up to 60] days.',
  'We [may/will] share your data with others.',
  'You [can/cannot] withdraw your consent at any time.',
  'The first sentence stays. [/The second one is new. ]The third sentence stays.',
  'The first sentence stays. [The second one goes. /]The third sentence stays.',
  'We store names[, addresses/] and telephone numbers of our customers in Ireland.',
  'Write to [help/privacy]@harbourlight.example for help with your account.',
  '| Vendor | Purpose |\n| --- | --- |\n| Mapleway | [Hosting/Backups] |\n| Northfold | Payments |\n',
  '| Vendor | Purpose |\n| --- | --- |\n| Mapleway | Hosting |\n[| Inkwell | Printing |\n/]| Northfold | Payments |\n',
  '1. We collect names.\n2. We collect addresses.\n[/3. We collect telephone numbers.\n]',
];

describe('words', () => {
  it.each(SHOWN_AS_WRITTEN)('%s', (notation) => {
    const { a, b } = parseNotation(notation);
    expect(notationOf(compare(a, b))).toBe(notation);
  });

  it('shows a sentence that was written anew as a whole', () => {
    const shown = notationOf(
      compare(
        'Intro stays as it is here. We log all visits to the site so that we can find faults in it quickly. Outro stays too.',
        'Intro stays as it is here. Records of the kind described above are made by third parties on their own. Outro stays too.',
      ),
    );
    expect(shown.match(/\[/g)).toHaveLength(1);
  });

  it('does not pair unrelated passages', () => {
    const { stats } = compare(
      'We sell bicycles to the people of the town and repair them in the winter.',
      'Cookies are small files that a site places on the computer of a visitor.',
    );
    expect(stats.kept).toBe(0);
  });
});

describe('sentences', () => {
  const first = 'We write to you before we change what this policy says about your data.';
  const second = 'Questions about the register go to the clerk at the harbour office in Sligo.';
  const news = 'Vessels under six metres berth for nothing between October and Easter.';

  it('keeps one that was split off its paragraph, with a new paragraph in between', () => {
    const { a, b } = parseNotation(`${first}[ /\n\n${news}\n\n]${second}\n`);
    const { spans, stats } = compare(a, b);
    const inserted = spans.filter(({ op }) => op === 'insert').map(({ fromB, toB }) => b.slice(fromB, toB));
    expect([stats.deleted, inserted.join('').trim()]).toEqual([0, news]);
  });

  it('keeps those of a table that became a list', () => {
    const table = `| Matter | What we do |\n| --- | --- |\n| Notice | ${first} |\n| Register | ${second} |\n`;
    const { stats } = compare(
      `Our duties:\n\n${table}`,
      `Our duties:\n\n* ${news}\n* ${first}\n* ${second}\n`,
    );
    expect(stats).toMatchObject({ deleted: 6, inserted: 11 });
  });

  it('lends none to a passage that only speaks of the same', () => {
    const { stats } = compare(
      `${first}\n\nMembers see the register whenever they want to, and so do their families and heirs.\n`,
      `${first}\n\n${news}\n\n${second}\n`,
    );
    expect(stats.kept).toBe(14);
  });
});

describe('classes', () => {
  it.each([
    ['markup', 'We [/**]never[/**] sell data to anyone.', 'format'],
    ['typography', 'Our users["/”] data is safe with us.', 'replace'],
    ['typography', 'The Service is free [-/–] for now and for a while.', 'replace'],
    ['reflow', 'We never sell[ /\n]data to anyone.', 'format'],
    ['link-target', 'See ⟦our terms⟧(https://[old/new].example/terms) for more.', 'link'],
    ['link-target', 'See ⟦our terms⟧(https://a.example/terms[?lang=en/?lang=de]) for more.', 'link'],
    ['link-tracking', 'See ⟦our terms⟧(https://a.example/terms[/?utm_source=mail]) for more.', 'link'],
    ['substantive', 'We store names[,/;] addresses and numbers.', 'replace'],
    ['numbering', '## [3/4]. Retention\n\nWe keep data.', 'format'],
    ['numbering', '### 3.[2/3] Retention\n\nWe keep data.', 'format'],
    ['numbering', '([a/b]) to keep data.', 'format'],
    ['substantive', '- [2/3].9% of each payment', 'replace'],
    ['substantive', '([30/60]) days before the end of the year.', 'replace'],
    ['substantive', '[1/2].5 hours of support a week', 'replace'],
    ['substantive', '[01/02].03.2024 was the first day.', 'replace'],
    ['substantive', '| Fee | Terms |\n| --- | --- |\n| [5/6].5 | 10 days |\n', 'cell'],
    ['substantive', 'The [user’s/users’] data is safe with us.', 'replace'],
    ['markup', '| Data | Why |\n| --- | --- |\n| [•/*] Names of members | to write |\n', 'cell'],
    ['typography', 'We keep [\u200b/]data.', 'delete'],
    ['substantive', 'We keep [\u202e/]data.', 'delete'],
    ['substantive', 'The price[/*] is due.', 'insert'],
    ['link-target', 'See [⟦/]our terms[⟧(terms.html)/] for more.', 'link'],
    ['link-target', 'See ⟦our terms⟧(https://[a/b].example/the/terms/of/use[/?lang=de]) for more.', 'link'],
  ] as const)('%s: %s', (expected, notation, kind) => {
    const { a, b } = parseNotation(notation);
    const { changes } = compare(a, b);
    expect(changes.map((change) => [change.class, change.kind])).toEqual([[expected, kind]]);
  });
});

describe('signals', () => {
  it.each([
    ['number,duration', 'We keep it for [7/60] days.'],
    ['number,duration', 'We keep it for [seven/thirty] business days.'],
    ['number,date', 'Effective May [2/3], 2019.'],
    ['date', 'Effective [May/June] 2, 2019.'],
    ['number,amount', 'The fee is $[20/30] a month.'],
    ['modal', 'We [may/must] tell you.'],
    ['negation', 'We do [not/] sell your data.'],
    ['party', 'The controller is [Harbourlight Ltd/Mapleway Inc.], Dublin.'],
    ['link', 'See ⟦terms⟧(https://a.example/[a/b]).'],
    ['', 'We are [glad/happy] to help.'],
    ['modal', 'In 5 cases we [may/must] tell you.'],
    ['', 'The site of [Harbour/47ferries] is down.'],
  ])('%s: %s', (expected, notation) => {
    const { a, b } = parseNotation(notation);
    expect(signalsOf(compare(a, b))).toBe(expected);
  });

  it('marks a defined term', () => {
    const definition = 'Harbourlight runs the site (the "Online Services").\n\n';
    const { a, b } = parseNotation('We may close the [Online Services/shop] at night.');
    expect(signalsOf(compare(definition + a, definition + b))).toBe('term');
  });

  it('marks a vendor', () => {
    const table =
      '## Subprocessors\n\n| Vendor | Purpose | Country |\n| --- | --- | --- |\n| Mapleway | Hosting | Ireland |\n';
    expect(signalsOf(compare(table, `${table}| Northfold | Payments | France |\n`))).toBe('vendor');
  });
});

describe('passages', () => {
  const para = (name: string): string =>
    `${name} tells us what it wants to keep, and for how long it wants to keep it in ${name}.\n\n`;

  it('links both ends of a moved paragraph by number', () => {
    const { spans } = compare(
      para('Alder') + para('Birch') + para('Cedar'),
      para('Birch') + para('Cedar') + para('Alder'),
    );
    expect(spans.filter((span) => span.op !== 'keep').map(({ op, move }) => ({ op, move }))).toEqual([
      { op: 'move', move: 1 },
    ]);
  });

  it('gives the section of a change on both sides', () => {
    const [change] = compare(
      '# Policy\n\n## Old name\n\nWe keep it.\n',
      '# Policy\n\n## Old name\n\nWe sell it.\n',
    ).changes;
    expect([change?.sectionA, change?.sectionB]).toEqual([
      ['Policy', 'Old name'],
      ['Policy', 'Old name'],
    ]);
  });

  it('compares empty texts', () => {
    expect(compare('', '').changes).toEqual([]);
    expect(compare('', 'New.').changes.map((change) => change.kind)).toEqual(['insert']);
    expect(compare('Old.', '').changes.map((change) => change.kind)).toEqual(['delete']);
  });
});

function compare(a: string, b: string): Comparison {
  return compareTexts({ label: 'old', text: a }, { label: 'new', text: b });
}

function signalsOf({ changes }: Comparison): string {
  return changes.flatMap((change: Change) => [...change.signals]).join(',');
}

/** Writes a comparison in the notation of `parseNotation`. */
function notationOf({ a, b, spans }: Comparison): string {
  let out = '';
  let deleted = '';
  const flush = (inserted: string): void => {
    if (deleted || inserted) out += `[${deleted}/${inserted}]`;
    deleted = '';
  };
  for (const span of spans) {
    if (span.op === 'delete') {
      flush('');
      deleted = a.text.slice(span.fromA, span.toA);
    } else if (span.op === 'insert') flush(b.text.slice(span.fromB, span.toB));
    else {
      flush('');
      out += b.text.slice(span.fromB, span.toB);
    }
  }
  flush('');
  return out;
}
