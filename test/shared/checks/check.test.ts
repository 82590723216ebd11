import { describe, expect, it } from 'vitest';
import { check } from '../../../shared/checks/check.ts';
import type { Finding } from '../../../shared/checks/finding.ts';
import { DEFAULT_PROFILE, type HouseProfile } from '../../../shared/checks/profile.ts';
import { RULES } from '../../../shared/checks/rules.ts';
import { parseDocument } from '../../../shared/markdown/parse-document.ts';
import { applyEdits } from '../../../shared/model/text.ts';
import { inspect } from '../../../shared/structure/inspect.ts';

/** A text with a mistake, the place the finding names, and the text without the mistake. */
interface Case {
  readonly rule: string;
  readonly before: string;
  readonly found: string;
  readonly after: string;
  /** True when the finding's own edits lead from one to the other. */
  readonly fixes?: true;
  readonly profile?: Partial<HouseProfile>;
}

const english = 'We keep the data that you give to us for as long as you have an account with us.';
const long = Array.from({ length: 90 }, (_, index) => `word${index}`).join(' ');
const policy = (rest: string): string =>
  `# Privacy Notice\n\nEffective 1 May 2020. The GDPR applies. ${rest} ${'We take care of what you send us. '.repeat(60)}\n`;
const everything =
  'Our legal basis is consent, which you may withdraw. We keep data for a year. Service providers receive it. It is transferred under standard contractual clauses. You have the right to access and erasure and may complain to a supervisory authority. Contact us at a@b.example.';

const CASES: readonly Case[] = [
  {
    rule: 'archive-link',
    before: 'See [seeds](https://archive.ph/2020/https://seeds.example/p).',
    found: '[seeds](https://archive.ph/2020/https://seeds.example/p)',
    after: 'See [seeds](https://seeds.example/p).',
    fixes: true,
  },
  {
    rule: 'contradicting-period',
    before:
      'We give 30 days notice of material changes to this policy.\n\nIf we make material changes to this policy, we will notify you 14 days in advance.',
    found: '14 days',
    after:
      'We give 30 days notice of material changes to this policy.\n\nIf we make material changes to this policy, we will notify you 30 days in advance.',
  },
  {
    rule: 'contradicting-period',
    before: 'Server logs are stored for 12 months.\n\nWe keep server logs for 6 months.',
    found: '6 months',
    after: 'Server logs are stored for 12 months.\n\nWe keep backup tapes for 6 months.',
  },
  {
    rule: 'link-disagreement',
    before: 'See [https://seeds.example/privacy](https://seeds.example/terms).',
    found: '[https://seeds.example/privacy](https://seeds.example/terms)',
    after: 'See [https://seeds.example/privacy](https://seeds.example/privacy).',
    fixes: true,
  },
  {
    rule: 'obfuscated-address',
    before: 'Write to help at seeds dot example today.',
    found: 'help at seeds dot example',
    after: 'Write to help@seeds.example today.',
    fixes: true,
  },
  {
    rule: 'placeholder',
    before: 'We at <Company Name> care.',
    found: '<Company Name>',
    after: 'We at Larkspur care.',
  },
  {
    rule: 'placeholder',
    before: 'We delete it within XX days.',
    found: 'XX days',
    after: 'We delete it within 30 days.',
  },
  {
    rule: 'date-disagreement',
    before: `# P\n\nLast updated: 1 May 2020\n\n${'Text.\n\n'.repeat(12)}## End\n\nLast updated: 3 March 2011\n`,
    found: 'Last updated: 3 March 2011',
    after: `# P\n\nLast updated: 1 May 2020\n\n${'Text.\n\n'.repeat(12)}## End\n\nLast updated: 1 May 2020\n`,
  },
  {
    rule: 'surplus-cells',
    before: '| Seed | Kept |\n| --- | --- |\n| Oats | a year | or two |\n',
    found: 'or two |',
    after: '| Seed | Kept |\n| --- | --- |\n| Oats | a year or two |\n',
  },
  {
    rule: 'obfuscated-address',
    before: 'Write to [email protected] today.',
    found: '[email protected]',
    after: 'Write to a@b.example today.',
  },
  {
    rule: 'obfuscated-address',
    before: 'Write to help (at) seeds [dot] example today.',
    found: 'help (at) seeds [dot] example',
    after: 'Write to help@seeds.example today.',
    fixes: true,
  },
  {
    rule: 'link-disagreement',
    before: 'Write to [info@seeds.example](mailto:info@sedes.example?subject=Hi).',
    found: '[info@seeds.example](mailto:info@sedes.example?subject=Hi)',
    after: 'Write to [info@seeds.example](mailto:info@seeds.example?subject=Hi).',
    fixes: true,
  },
  {
    rule: 'link-disagreement',
    before: 'See [www.seeds.example/help](https://barn.example/help).',
    found: '[www.seeds.example/help](https://barn.example/help)',
    after: 'See [www.seeds.example/help](https://www.seeds.example/help).',
    fixes: true,
  },
  {
    rule: 'archive-link',
    before: 'See [terms](https://web.archive.org/web/20190507061744id_/https%3A//seeds.example/terms).',
    found: '[terms](https://web.archive.org/web/20190507061744id_/https%3A//seeds.example/terms)',
    after: 'See [terms](https://seeds.example/terms).',
    fixes: true,
  },
  {
    rule: 'dead-anchor',
    before: '# Data we keep\n\nSee [data](#data-we-hold).',
    found: '[data](#data-we-hold)',
    after: '# Data we keep\n\nSee [data](#data-we-keep).',
  },
  {
    rule: 'wrong-section-reference',
    before: '# 1. Data\n\nSee Section 3.\n\n# 2. Rights\n',
    found: 'Section 3',
    after: '# 1. Data\n\nSee Section 2.\n\n# 2. Rights\n',
  },
  {
    rule: 'wrong-section-reference',
    before: '# 1. Data\n\nSee Section 1, Your Rights, below.\n\n# 2. Your Rights\n',
    found: 'Section 1, Your Rights',
    after: '# 1. Data\n\nSee Section 2, Your Rights, below.\n\n# 2. Your Rights\n',
    fixes: true,
  },
  {
    rule: 'missing-section-reference',
    before: '# Retention\n\nMore in the section titled “Deletion”.',
    found: 'section titled “Deletion”',
    after: '# Retention\n\nMore in the section titled “Retention”.',
  },
  {
    rule: 'placeholder',
    before: 'We are [Company Name] and write to you.',
    found: '[Company Name]',
    after: 'We are Larkspur and write to you [1] [sic].',
  },
  {
    rule: 'outdated-framework',
    before: 'We comply with the EU-U.S. Privacy Shield Framework.',
    found: 'EU-U.S. Privacy Shield',
    after: 'The Privacy Shield was invalidated in 2020; we use standard contractual clauses.',
  },
  {
    rule: 'name-differs',
    before:
      'We define these as our “Services”:\n\n* Seed for Cloud Box\n* Seed Desk\n\nSeed Forms for Cloud Box keeps your mail. The Services are good.',
    found: 'Seed Forms for Cloud Box',
    after:
      'We define these as our “Services”:\n\n* Seed for Cloud Box\n* Seed Desk\n\nSeed for Cloud Box keeps your mail. The Services are good.',
  },
  {
    rule: 'undefined-term',
    before: `${english} When you use our Services, the Services log it, and so do other Services of ours.`,
    found: 'Services',
    after: `${english} When you use our sites (the “Services”), the Services log it, and so do other Services of ours.`,
  },
  {
    rule: 'unused-term',
    before: 'Where you are (“Location Data”) is kept.',
    found: 'Location Data',
    after: 'Where you are (“Location Data”) is kept. Location Data is deleted. Location Data is yours.',
  },
  {
    rule: 'once-used-term',
    before: 'Where you are (“Location Data”) is kept. Location Data is deleted.',
    found: 'Location Data',
    after: 'Where you are (“Location Data”) is kept. Location Data is deleted. Location Data is yours.',
  },
  {
    rule: 'duplicate-definition',
    before: 'Our site (the “Barn”) is open.\n\nOur shop (the “Barn”) is shut. The Barn and the Barn.',
    found: 'Barn',
    after: 'Our site (the “Barn”) is open.\n\nOur shop is shut. The Barn and the Barn.',
  },
  {
    rule: 'miscapitalised-term',
    before: '“Personal Data” means data about you. We keep Personal Data. Your personal data is safe.',
    found: 'personal data',
    after: '“Personal Data” means data about you. We keep Personal Data. Your Personal Data is safe.',
    fixes: true,
  },
  {
    rule: 'used-before-definition',
    before: 'We keep Personal Data.\n\n“Personal Data” means data about you.',
    found: 'Personal Data',
    after: '“Personal Data” means data about you.\n\nWe keep Personal Data.',
  },
  {
    rule: 'date-disagreement',
    before: '# P\n\nEffective 1 May 2019\n\n## Document History\n\n* 2 June 2020: Changed.\n',
    found: 'Effective 1 May 2019',
    after: '# P\n\nEffective 2 June 2020\n\n## Document History\n\n* 2 June 2020: Changed.\n',
  },
  {
    rule: 'impossible-date',
    before: 'Last updated 31 February 2020.',
    found: '31 February 2020',
    after: 'Last updated 29 February 2020.',
  },
  {
    rule: 'no-date',
    before: `# Notice\n\n${'We take care of it. '.repeat(60)}`,
    found: '# Notice',
    after: `# Notice\n\nEffective 1 May 2020\n\n${'We take care of it. '.repeat(60)}`,
  },
  {
    rule: 'contradicting-period',
    before: 'Server logs of visits are kept for 30 days.\n\nServer logs of visits are kept for 60 days.',
    found: '60 days',
    after: 'Server logs of visits are kept for 30 days.\n\nOrders from customers are kept for 60 days.',
  },
  {
    rule: 'numbering-gap',
    before: '# 1. A\n\n# 2. B\n\n# 4. C\n',
    found: '4',
    after: '# 1. A\n\n# 2. B\n\n# 3. C\n',
    fixes: true,
  },
  {
    rule: 'heading-level',
    before: '# A\n\n### B\n',
    found: '### B',
    after: '# A\n\n## B\n',
  },
  {
    rule: 'duplicate-heading',
    before: '# A\n\n## Your Data\n\n## Your data\n',
    found: '## Your data',
    after: '# A\n\n## Your Data\n\n## Our data\n',
  },
  {
    rule: 'duplicate-paragraph',
    before: `${english}\n\nOther.\n\n${english}\n\nMore.\n`,
    found: english,
    after: `${english}\n\nOther.\n\nMore.\n`,
    fixes: true,
  },
  {
    rule: 'repeated-word',
    before: 'We keep it in the the barn.',
    found: 'the the',
    after: 'We keep it in the barn.',
    fixes: true,
  },
  {
    rule: 'missing-item',
    before: policy(
      everything.replace('Our legal basis is consent, which you may withdraw.', 'You may withdraw consent.'),
    ),
    found: '# Privacy Notice',
    after: policy(everything),
  },
  {
    rule: 'long-sentence',
    before: `${long}.`,
    found: `${long}.`,
    after: `${long.replace('word45', 'word45. Word')}.`,
  },
  {
    rule: 'hard-to-read',
    before: `${english}\n\n${'Notwithstanding the aforementioned contractual indemnification obligations, the beneficiaries of this agreement necessarily acknowledge the comprehensive organisational accountability of the operator. '.repeat(12)}`,
    found: english,
    after: `${english}\n\n${'We keep your mail. You can ask us to stop at any time. '.repeat(12)}`,
  },
  {
    rule: 'house-wording',
    before: 'Utilize the form. We utilize it.',
    found: 'Utilize',
    after: 'Use the form. We use it.',
    profile: { preferredWordings: [{ avoid: 'utilize', prefer: 'use' }] },
  },
  {
    rule: 'required-section',
    before: '# Data\n',
    found: '',
    after: '# Data\n\n## Cookies\n',
    profile: { requiredSections: ['Cookies'] },
  },
];

describe('rules', () => {
  it.each(CASES)(
    '$rule finds “$found” before, and nothing after',
    ({ rule, before, found, after, profile }) => {
      const findings = findingsOf(before, rule, profile);
      expect(findings[0] && before.slice(findings[0].from, findings[0].to)).toBe(found);
      expect(findingsOf(after, rule, profile)).toEqual([]);
    },
  );

  it.each(CASES.filter(({ fixes }) => fixes))(
    'the fix of $rule for “$found” mends it',
    ({ rule, before, after }) => {
      const edits = findingsOf(before, rule).flatMap((finding) => finding.edits ?? []);
      expect(applyEdits(before, edits)).toBe(after);
    },
  );

  it('every rule has a case', () => {
    const tried = new Set(CASES.map(({ rule }) => rule));
    expect(RULES.map(({ name }) => name).filter((name) => !tried.has(name))).toEqual([]);
  });

  it.each([
    ['archive-link', 'See [the archive](https://archive.example/web/x).'],
    [
      'link-disagreement',
      'See [seeds.example](https://www.seeds.example/) and [help](https://barn.example).',
    ],
    [
      'wrong-section-reference',
      '# 1. Data\n\nSee Section 9 of the Seed Act, 18 U.S.C. Section 2703.\n\n# 2. Rights\n',
    ],
    [
      'undefined-term',
      `${english} Our Terms define terms. Capitalized terms not defined here have the meaning given there. Our Services, our Services, our Services.`,
    ],
    ['duplicate-paragraph', 'Opt out here.\n\nOpt out here.\n'],
    ['repeated-word', 'We know that that is so, and had had it.'],
    [
      'name-differs',
      'We define these as our “Services”:\n\n* Seed Desk\n* Seed Cloud Desk\n\nSeed Cloud Desk is good. The Services are good.',
    ],
    ['outdated-framework', 'Safe harbor is a good thing to have on the coast.'],
  ])('%s keeps quiet about “%s”', (rule, text) => {
    expect(findingsOf(text, rule)).toEqual([]);
  });
});

describe('what is no mistake', () => {
  const filler = 'Words that say little.\n\n'.repeat(12);
  it.each([
    ['date-disagreement', `# P\n\nUpdated: 1 May 2020\n\n${filler}## Addendum\n\nUpdated: 2 June 2021\n`],
    ['date-disagreement', '# P\n\nLast updated: May 2020\n\nText.\n\nLast updated: 14 May 2020\n'],
    ['dead-anchor', '# P\n\n## [](#data-kept)Data we keep\n\nText.\n\nSee [it](#data-kept).\n'],
    ['duplicate-definition', 'The site (the “Site”).\n\n“Site” has the meaning given in section 1.\n'],
    [
      'duplicate-definition',
      `# Terms\n\nThe site (the “Site”).\n\n${filler}# Terms of Service\n\nThe site (the “Site”).\n`,
    ],
    ['placeholder', 'Do not write “people of \\[your town\\] are dull”.\n'],
    ['placeholder', 'Just [contact us](mail of ours) then.\n'],
    ['repeated-word', 'Go to [seeds.to](https://seeds.to) to see them.\n'],
    ['wrong-section-reference', '# P\n\n## 1. A\n\n## 2. B\n\n3\\. User news\n\nSee Section 3.\n'],
    ['wrong-section-reference', '# P\n\n## 1. A\n\n## 2. B\n\nSee Section 10A and Section 7027(m).\n'],
    ['missing-section-reference', '# P\n\nSee the “help” section of your browser.\n'],
    [
      'used-before-definition',
      'Any Seed Data counts.\n\n# Definitions\n\n“Seed Data” means data of seeds.\n',
    ],
    [
      'contradicting-period',
      '| Data | Kept for |\n|---|---|\n| Mail | one month after we collected it from you |\n| Logs | two months after we collected it from you |\n',
    ],
  ])('%s: %j', (rule, text) => {
    const document = parseDocument(text);
    expect(check(document, inspect(document)).findings.filter((finding) => finding.rule === rule)).toEqual(
      [],
    );
  });
});

describe('check', () => {
  it('gives findings in the order of the text, with lines', () => {
    const { findings } = report('Write to [email protected].\n\nIn the the barn.\n\nOr [email protected].\n');
    expect(findings.map(({ rule, fromLine, toLine }) => [rule, fromLine, toLine])).toEqual([
      ['obfuscated-address', 1, 1],
      ['repeated-word', 3, 3],
      ['obfuscated-address', 5, 5],
    ]);
  });

  it('leaves out what the house turns off', () => {
    const { findings } = report('In the the barn.\n', { disabledRules: ['repeated-word'] });
    expect(findings).toEqual([]);
  });

  it('names each rule once', () => {
    const names = RULES.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });
});

function report(text: string, profile: Partial<HouseProfile> = {}): { findings: readonly Finding[] } {
  const document = parseDocument(text);
  return check(document, inspect(document), { ...DEFAULT_PROFILE, ...profile });
}

function findingsOf(text: string, rule: string, profile?: Partial<HouseProfile>): Finding[] {
  return report(text, profile).findings.filter((finding) => finding.rule === rule);
}
