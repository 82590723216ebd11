import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../shared/markdown/parse-document.ts';
import { inspect } from '../../../shared/structure/inspect.ts';
import type { Inspection } from '../../../shared/structure/inspection.ts';

const read = (text: string): Inspection => inspect(parseDocument(text));

describe('outline', () => {
  it('gives every heading its level, path and last line', () => {
    const text = '# Notice\n\nOne.\n\n## Data\n\n### Logs\n\nTwo three.\n\nRights\n------\n\nFour.\n';
    expect(
      read(text).sections.map(({ level, path, fromLine, toLine }) => [
        level,
        path.join(' > '),
        fromLine,
        toLine,
      ]),
    ).toEqual([
      [1, 'Notice', 1, 14],
      [2, 'Notice > Data', 5, 9],
      [3, 'Notice > Data > Logs', 7, 9],
      [2, 'Notice > Rights', 11, 14],
    ]);
  });

  it('counts the words of a section with those below it', () => {
    const [outer, inner] = read('# One two\n\nthree\n\n## four\n\nfive six\n').sections;
    expect([outer?.words, inner?.words]).toEqual([6, 3]);
  });

  it('does not take front matter for a heading', () => {
    const { sections, title } = read('---\ntitle: Cookie notice\nlayout: page\n---\n\n# Cookies here\n');
    expect([sections.map(({ heading }) => heading), title]).toEqual([['Cookies here'], 'Cookies here']);
  });
});

describe('archive note', () => {
  const note =
    '> *The following text was taken from the larkspur.co.uk notice that was archived on 2017-03-09. See the [snapshot](https://web.archive.org/web/2017/http%3A//larkspur.co.uk/x).*\n\n# Notice\n\nLarkSpur sells seeds. Last updated 1 March 2017.\n';

  it('gives the company as the text spells it, and the day of the copy', () => {
    const { archive } = read(note);
    expect([archive?.company, archive?.host, archive?.archivedOn]).toEqual([
      'LarkSpur',
      'larkspur.co.uk',
      '2017-03-09',
    ]);
  });

  it('keeps the day of the copy apart from the policy’s own date', () => {
    expect(read(note).dates.map(({ kind, iso }) => [kind, iso])).toEqual([
      ['archived', '2017-03-09'],
      ['last-updated', '2017-03-01'],
    ]);
  });
});

describe('dates', () => {
  it.each([
    ['Effective May 2, 2019. Document History', 'effective', '2019-05-02'],
    ['**Last Updated:** 30 May 2026', 'last-updated', '2026-05-30'],
    ['Effective Date: 1st of January, 2020', 'effective', '2020-01-01'],
    ['Last modified: 2024-02-29', 'last-updated', '2024-02-29'],
    ['Last modified on 08/12/2026', 'last-updated', '2026-08-12'],
    ['Last updated 15/04/2026', 'last-updated', '2026-04-15'],
    ['Published 3 Sept. 2021', 'published', '2021-09-03'],
    ['Stand / Last updated: 12. März 2022', 'last-updated', '2022-03-12'],
    ['This Privacy Notice comes into effect on 11 November 2026.', 'effective', '2026-11-11'],
    ['August 25, 2023 (effective date)', 'effective', '2023-08-25'],
  ])('reads "%s"', (line, kind, iso) => {
    expect(read(`# Policy\n\n${line}\n\nText.\n`).dates).toMatchObject([{ kind, iso, line: 3 }]);
  });

  it.each([
    'Copyright © 2011 Larkspur, Ltd. All rights reserved.',
    'The Act of 25 May 2018 applies to everybody who keeps records about other people in a systematic way.',
    'Last updated 31 February 2020',
    'This notice replaces the version of 3 March 2021.',
    'We were founded on 1 March 2008 in a garage and have grown since.',
  ])('finds no date of the policy in "%s"', (line) => {
    expect(read(`# Policy\n\n${line}\n`).dates).toEqual([]);
  });
});

describe('dates without a day', () => {
  it.each([
    ['Last updated: March 2021', 'last-updated', '2021-03-01'],
    ['**Effective December, 2024**', 'effective', '2024-12-01'],
    ['Last revised Sept. 2019.', 'last-updated', '2019-09-01'],
  ])('gives the first of the month for "%s" and says so', (line, kind, iso) => {
    expect(read(`# Policy\n\n${line}\n`).dates).toMatchObject([{ kind, iso, precision: 'month' }]);
  });

  it('reads none from a sentence', () => {
    expect(read('# Policy\n\nThe Seed Act, in force since May 2018, applies.\n').dates).toEqual([]);
  });

  it('reads the date of an addendum on a line of its own, however deep it stands', () => {
    const body = 'Text.\n\n'.repeat(20);
    const text = `# P\n\nEffective: 2 May 2019\n\n${body}## Addendum\n\n_Last updated: 3 June 2020_\n\n${body}`;
    expect(read(text).dates.map(({ iso }) => iso)).toEqual(['2019-05-02', '2020-06-03']);
  });
});

describe('title', () => {
  const front = '---\ntitle: Seed Notice\n---\n\n';
  it.each([
    [`${front}## Before you sow\n`, 'Seed Notice'],
    [`${front}# Cookies\n`, 'Cookies'],
    ['1. [Help](h)\n2. [Safety](s)\n\nRules\n=====\n', 'Rules'],
    ['Everywhere\n\nPrivacy Policy\n\n## Intro\n', 'Privacy Policy'],
    ['Seeds and more\n\n# Terms of Service\n', 'Terms of Service'],
    ['# Privacy PolicyLast Modified: 2022-10-27\n', 'Privacy Policy'],
  ])('of %j', (text, title) => {
    expect(read(text).title).toBe(title);
  });
});

describe('document history', () => {
  it('reads a list of dated entries with their links', () => {
    const text =
      '# P\n\n## Document History\n\n* 2 May 2019: Added [a note](https://x.example/n) on seeds.\n* 7 Nov 2018: Changed "7 days" to "60 days".\n* [old.pdf](https://x.example/old.pdf) \\- published March 15, 2008.\n';
    expect(read(text).history.map(({ iso, note, link, line }) => [iso, note, link, line])).toEqual([
      ['2019-05-02', 'Added a note on seeds.', 'https://x.example/n', 5],
      ['2018-11-07', 'Changed "7 days" to "60 days".', '', 6],
      ['2008-03-15', 'old.pdf', 'https://x.example/old.pdf', 7],
    ]);
    expect(read(text).timeCommitments).toEqual([]);
  });

  it('reads lines of one paragraph that each open with a version', () => {
    const text =
      '# P\n\n## Change history\n\n**Version 2.1** (3 June 2021): Added.\n**Version 2.0** (1 May 2020): New.\n';
    expect(read(text).history.map(({ iso, note, line }) => [iso, note, line])).toEqual([
      ['2021-06-03', 'Version 2.1 Added.', 5],
      ['2020-05-01', 'Version 2.0 New.', 6],
    ]);
  });

  it('reads lines under a title that lost its mark', () => {
    const { history } = read('# P\n\nCHANGE LOG\n2023-06-15 – Added mail\n2021-03-03 – First\n');
    expect(history.map(({ iso, note }) => [iso, note])).toEqual([
      ['2023-06-15', 'Added mail'],
      ['2021-03-03', 'First'],
    ]);
  });

  it('reads a table of versions', () => {
    const text =
      '# P\n\n## Change log\n\n| Date | Change |\n|---|---|\n| 2021-01-05 | First |\n| 2022-02-06 | Second |\n';
    expect(read(text).history.map(({ iso, note }) => [iso, note])).toEqual([
      ['2021-01-05', 'First'],
      ['2022-02-06', 'Second'],
    ]);
  });

  it('reads links whose words are dates', () => {
    const { history } = read('# P\n\nEarlier versions: [1 May 2018](v1.md), [1 January 2020](v2.md).\n');
    expect(history.map(({ iso, link }) => [iso, link])).toEqual([
      ['2018-05-01', 'v1.md'],
      ['2020-01-01', 'v2.md'],
    ]);
  });

  it('reads dates that stand alone over what changed then', () => {
    const entry = (date: string, note: string): string => `**${date}**\n\n* ${note}\n\n`;
    const text = `# P\n\n## Changes\n\n${entry('5 March 2019', 'Added 2.1.')}${entry('4 May 2020', 'Cut 3.')}${entry('1 June 2021', 'New tone.')}`;
    expect(read(text).history.map(({ iso, note }) => [iso, note])).toEqual([
      ['2019-03-05', 'Added 2.1.'],
      ['2020-05-04', 'Cut 3.'],
      ['2021-06-01', 'New tone.'],
    ]);
  });

  it('takes a dated sentence elsewhere for none', () => {
    expect(read('# P\n\n## Data\n\nOn 3 May 2018 the rules changed.\n').history).toEqual([]);
  });
});

describe('contacts', () => {
  it('counts an address in text and target, and leaves hidden ones out', () => {
    const text = 'Write to [a.b@seeds.example](mailto:a.b@seeds.example) or [email protected].\n';
    expect(read(text).emails).toMatchObject([{ email: 'a.b@seeds.example', occurrences: 2, line: 1 }]);
  });

  it('trusts the address shown over a mistyped target', () => {
    const { emails } = read('Write to [info@seeds.example](mailto:info@sedes.example).\n');
    expect(emails.map(({ email }) => email)).toEqual(['info@seeds.example']);
  });

  it('leaves a word that lost its space out of a linked address', () => {
    const { emails } = read('Write to us at[info@seeds.example](mailto:info@seeds.example).\n');
    expect(emails.map(({ email }) => email)).toEqual(['info@seeds.example']);
  });

  it('takes the target where the text shows none', () => {
    const { emails } = read('You may [write to us](mailto:info@seeds.example?subject=Hello).\n');
    expect(emails.map(({ email }) => email)).toEqual(['info@seeds.example']);
  });

  it('reads addresses in blocks that were taken for HTML or code', () => {
    const text =
      'Offices:\n\n<Garden Office>\n7 Quay\ngarden@larkspur.example\n\n    barn@larkspur.example\n\n<div data-to="no@larkspur.example">\n</div>\n';
    expect(read(text).emails.map(({ email, line }) => [email, line])).toEqual([
      ['garden@larkspur.example', 5],
      ['barn@larkspur.example', 7],
    ]);
  });

  it('reads telephone numbers and leaves other numbers alone', () => {
    const text = 'Call us at +1 (415) 555-0131 or phone 020 7946 0018. Our tax number is 26-2200095.\n';
    expect(read(text).phones).toEqual(['+1 (415) 555-0131', '020 7946 0018']);
  });
});

describe('entities', () => {
  it('reads companies of one’s own with address and number, not those named in passing', () => {
    const text =
      'Our Italian company is **Larkspur SRL**. Our tax identification number is IT-02921031299.\n\nLarkspur SRL fully owns Larkspur Seeds, LLC. Search is a service provided by Finder Corporation.\n\n**Larkspur Seeds, LLC**  \n12 Garden Street  \nSpringfield, IL, 62701\n';
    expect(read(text).entities.map(({ name, address, id }) => [name, address, id])).toEqual([
      ['Larkspur SRL', '', 'tax identification number IT-02921031299'],
      ['Larkspur Seeds, LLC', '12 Garden Street, Springfield, IL, 62701', ''],
    ]);
  });

  it.each([
    ['**Company** (called “We” or “Us” here) refers to 10 Seeds Corp, 1450 Mill Road.', ['10 Seeds Corp']],
    ['We are larkspur.com, Inc., and sell seeds.', ['larkspur.com, Inc.']],
    ['We may share it with (1) Bramble FZ-LLC, a group member in Dubai.', ['Bramble FZ-LLC']],
    ['When we say “us”, we mean Larkspur, PBC.', ['Larkspur, PBC']],
    ['You may write to us at:\n\nLarkspur Ltd\n7 Quay\nDublin 2', ['Larkspur Ltd']],
    ['Apps from the App Store: Bramble Inc. (“Bramble”) is no party to this.', []],
    ['You may see ads on and off the Larkspur Company Products.', []],
    ['Elsewhere: | **Larkspur Europe Ltd.**\\\n7 Quay\\\nDublin 2 |', ['Larkspur Europe Ltd.']],
  ])('reads %s', (text, names) => {
    expect(read(`${text}\n`).entities.map(({ name }) => name)).toEqual(names);
  });

  it('reads forms behind an ampersand', () => {
    const { entities } = read('Bramble & Co. Ltd ("Bramble") sells seeds.\n');
    expect(entities.map(({ name }) => name)).toEqual(['Bramble & Co. Ltd']);
  });

  it('reads an address in the sentence', () => {
    const { entities } = read(
      'Contact us at Larkspur B.V., Herengracht 1, 1015 BA Amsterdam, Netherlands.\n',
    );
    expect(entities).toMatchObject([
      { name: 'Larkspur B.V.', address: 'Herengracht 1, 1015 BA Amsterdam, Netherlands' },
    ]);
  });

  it('reads an address and a register that are told in words', () => {
    const text =
      'The data controller is Larkspur SAS, with a registered office located at 7 Quai des Brumes 13002 - Marseille (France), and which is registered under number 512 345 678 with the Marseille Trade Register.';
    expect(read(text).entities).toMatchObject([
      { address: '7 Quai des Brumes 13002 - Marseille (France)', id: '512 345 678' },
    ]);
  });
});

describe('links', () => {
  it('lists targets as written and leaves bare addresses to the contacts', () => {
    const text =
      'See [a](../b.md), <https://c.example/>, https://d.example/x and e@f.example; [g@h.example](mailto:g@h.example).\n';
    expect(read(text).links.map(({ url, text: shown }) => [url, shown])).toEqual([
      ['../b.md', 'a'],
      ['https://c.example/', 'https://c.example/'],
      ['https://d.example/x', 'https://d.example/x'],
      ['mailto:g@h.example', 'g@h.example'],
    ]);
  });
});

describe('language', () => {
  it.each([
    ['en', 'We keep the data that you give to us for as long as you have an account with us.'],
    ['de', 'Wir speichern die Daten, die Sie uns geben, und löschen sie, wenn Sie nicht mehr bei uns sind.'],
    ['', '0110 1010'],
  ])('tells %s', (language, text) => {
    expect(read(text).language).toBe(language);
  });
});
