import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../shared/markdown/parse-document.ts';
import { inspect } from '../../../shared/structure/inspect.ts';

/** `name | purpose | country | links` a vendor. */
function vendorsOf(text: string): string[] {
  return inspect(parseDocument(text)).vendors.map(({ name, purpose, country, links }) =>
    [name, purpose, country, links.join(' ')].join(' | '),
  );
}

const PAYING = ['Mint | payment providers |  | ', 'Kale | payment providers |  | '];

describe('vendors in tables', () => {
  it('reads columns by their titles and lets a row without bars continue the one above', () => {
    const text =
      'Vendor | Purpose | Country | Privacy Policy Link\n---|---|---|---\nPostbox | Support desk | USA |  [Policy](https://p.example/a)  \n[Security](https://p.example/b)  \nMint | Payments | Australia | [Mint](https://m.example/)\n';
    expect(vendorsOf(text)).toEqual([
      'Postbox | Support desk | USA | https://p.example/a https://p.example/b',
      'Mint | Payments | Australia | https://m.example/',
    ]);
  });

  it('keeps columns when a cell is empty', () => {
    const text = '| Sub-processor | Purpose | Location |\n|---|---|---|\n| Postbox |  | Ireland |\n';
    expect(vendorsOf(text)).toEqual(['Postbox |  | Ireland | ']);
  });

  it.each([
    '| Processing activity | Legal basis |\n|---|---|\n| Payments | Contract |\n',
    '| Category | Third parties |\n|---|---|\n| Identifiers | Affiliates; service providers |\n',
    '| Name | Provider | Duration |\n|---|---|---|\n',
  ])('takes other tables for none', (table) => {
    expect(vendorsOf(`# Data\n\n${table}`)).toEqual([]);
  });
});

describe('vendors in lists', () => {
  it('reads linked names with purpose, and the country from the words before', () => {
    const text =
      'We use the following processors, all located in the US:\n\n* [Postbox](https://p.example/gdpr). Email service.\n* [seedMail](https://s.example/). Newsletter service.\n';
    expect(vendorsOf(text)).toEqual([
      'Postbox | Email service | United States | https://p.example/gdpr',
      'seedMail | Newsletter service | United States | https://s.example/',
    ]);
  });

  it('reads items that are bare names, and what stands in brackets', () => {
    const text =
      'We use the following third-party services:\n\n- Postbox\n- Mint, Inc. (payments, USA)\n- **Beet**: heatmaps\n- Kale – letters (Ireland)\n';
    expect(vendorsOf(text)).toEqual([
      'Postbox |  |  | ',
      'Mint, Inc | payments | United States | ',
      'Beet | heatmaps |  | ',
      'Kale | letters | Ireland | ',
    ]);
  });

  it('takes kinds of recipients for none', () => {
    const text =
      'We share data with service providers:\n\n* **Hosting Providers**: who store data\n* **Advertising Partners**: who show ads\n';
    expect(vendorsOf(text)).toEqual([]);
  });
});

describe('vendors with a paragraph of their own', () => {
  it('reads titles and the purpose the text gives', () => {
    const text =
      '# Tools\n\n## Postbox\n\nPostbox is our help desk software, so we can answer you. See its Privacy Policy here.\n\n## Mint / Coin\n\nWe use Mint as our payment processor and Coin as our bookkeeping tool.\n';
    expect(vendorsOf(text)).toEqual([
      'Postbox | help desk software |  | ',
      'Mint | payment processor |  | ',
      'Coin | bookkeeping tool |  | ',
    ]);
  });

  it('reads them where a page lost its headings and empty lines', () => {
    const long =
      'We share what we must, and nothing more, with the companies below, each bound by a contract that says what it may do.';
    const text = `${long}\nPostbox\nPostbox helps us answer your letters. Learn about its privacy policy here, and about the way it keeps what you write to us.\n`;
    expect(vendorsOf(text)).toEqual(['Postbox | answer your letters |  | ']);
  });

  it('does not take a word that is explained for a vendor', () => {
    expect(vendorsOf('## Impersonation\n\nImpersonation is pretending to be someone else.\n')).toEqual([]);
  });
});

describe('vendors in paragraphs', () => {
  it('reads names in bold with what follows them', () => {
    const text =
      '## Sub-processors\n\n**Mint Payments Europe, Ltd.** – payments – Ireland – [privacy](https://m.example/p)\n\n**Attic, Inc.** – storage – USA\n';
    expect(vendorsOf(text)).toEqual([
      'Mint Payments Europe, Ltd. | payments | Ireland | https://m.example/p',
      'Attic, Inc. | storage | United States | ',
    ]);
  });
});

describe('vendors named in two places', () => {
  const table = '| Vendor | Purpose |\n| --- | --- |\n| Postbox Analytics | counts |\n';
  it.each([
    ['We use Postbox to count readers.', ['Postbox Analytics | counts']],
    [
      'We use Post Analytics to count readers.',
      ['Postbox Analytics | counts', 'Post Analytics | count readers'],
    ],
    ['We use Postb to count readers.', ['Postbox Analytics | counts', 'Postb | count readers']],
  ])('are one where all words of the one are in the other: %s', (sentence, expected) => {
    const found = vendorsOf(`${table}\n${sentence}`).map((vendor) => vendor.replace(/ \| {2}\| $/, ''));
    expect(found).toEqual(expected);
  });
});

describe('vendors in prose', () => {
  it.each([
    ['Key service providers we use include Postbox, Mint, and Seed Bank.', ['Postbox', 'Mint', 'Seed Bank']],
    ['We run ads on third-party platforms such as Postbox and Mint.', ['Postbox', 'Mint']],
    ['We use Postbox Analytics to understand how you read.', ['Postbox Analytics']],
    ['Our payment processor, Mint, keeps the card number.', ['Mint']],
    ['We use Postbox for letters and Attic to keep them.', ['Postbox', 'Attic']],
    ['Payments are processed by Mint.', ['Mint']],
    [
      'We partner with *Mint* (payments), *Beet Mail* (e-mail) and *Kale* (delivery).',
      ['Mint', 'Beet Mail', 'Kale'],
    ],
    ['Our site is hosted on Attic Cloud Storage (ACS), which is in Ireland.', ['Attic Cloud Storage (ACS)']],
    ['We work with advertising partners like Beet, Kale & Yarrow.', ['Beet', 'Kale', 'Yarrow']],
    ['The site is operated by Larkspur Holdings.', []],
    ['We use Personal Data to help you.', []],
    ['You can log in using third-party applications such as Postbox.', []],
    ['We share data with third-party companies such as hosting firms.', []],
  ])('%s', (text, names) => {
    const found = inspect(parseDocument(`“Personal Data” means data. ${text}\n`)).vendors;
    expect(found.map(({ name }) => name)).toEqual(names);
  });

  it('reads companies with their forms, purposes and countries', () => {
    const text =
      'Our subprocessors include: Attic, Inc. (hosting; Ireland), Snow Inc. (data warehouse), Sales.example, Inc. (CRM) and Desk, Ltd. (support).\n';
    expect(vendorsOf(text)).toEqual([
      'Attic | hosting | Ireland | ',
      'Snow | data warehouse |  | ',
      'Sales.example | CRM |  | ',
      'Desk | support |  | ',
    ]);
  });

  it('adds a former name given in brackets', () => {
    const text =
      'Your Q (formerly Quill) handle is shown. We verify through third-party platforms such as Q.\n';
    expect(vendorsOf(text)[0]).toMatch(/^Q \(formerly Quill\) \|/);
  });
});

describe('vendors in running text', () => {
  it.each([
    [
      'Payments are taken by payment processors on our behalf (such as Mint).',
      ['Mint | payment processors |  | '],
    ],
    [
      'These include providers of payment processing (Mint), letters, push delivery (Kale Messaging), verification (Beet ID, Leek ID), and others (SMS).',
      [
        'Mint | payment processing |  | ',
        'Kale Messaging | push delivery |  | ',
        'Beet ID | verification |  | ',
        'Leek ID | verification |  | ',
      ],
    ],
    ['We integrate with a payment provider, Mint, which does the rest.', ['Mint | payment provider |  | ']],
    [
      'It uses third-party session cookies provided by Mint’s BotGuard to stop robots.',
      ['Mint | session cookies |  | '],
    ],
    ['We share the data with Beet, who acts as our data processor.', ['Beet | data processor |  | ']],
    [
      'We use third party providers, including Mint N.V. (for card processing) and Kale B.V. (for letters) in the Netherlands, Beet Inc. (for calls) in the United States, and others.',
      [
        'Mint N.V. | card processing | Netherlands | ',
        'Kale B.V. | letters | Netherlands | ',
        'Beet | calls | United States | ',
      ],
    ],
    ['All billing is processed through Mint.', ['Mint | billing processed |  | ']],
    ['Kale is our primary mail server.', ['Kale | primary mail server |  | ']],
    [
      'We may rely on a third-party, Mint LLC, part of Kale, for translation of letters.',
      ['Mint | translation of letters |  | '],
    ],
    [
      'We do so by measuring the use of our pages via Mint and Kale.',
      ['Mint | measuring the use of our pages |  | ', 'Kale | measuring the use of our pages |  | '],
    ],
    ['We use Mint and Kale for in-app sales.', ['Mint | in-app sales |  | ', 'Kale | in-app sales |  | ']],
    ['We use payment providers such as Mint (Privacy Policy) and Kale (Privacy Policy).', PAYING],
  ])('reads %s', (text, vendors) => {
    expect(vendorsOf(`# Sharing\n\n${text}\n`)).toEqual(vendors);
  });

  it.each([
    'The providers named in III (Dispute Resolution) and IV (Class Waiver) of the Annex stay.',
    'Our policies (6.1 Privacy Policy (https://x.example/p), 6.2 Terms (https://x.example/t)) bind vendors.',
    'Providers must except (1) letters and (2) calls.',
  ])('reads nobody in: %s', (text) => {
    expect(vendorsOf(`# Sharing\n\n${text}\n`)).toEqual([]);
  });

  it('takes what a text says of its own company for no vendor', () => {
    const text =
      'Larkspur respects your privacy.\n\nSome buyer uses Larkspur to sell seeds.\n\nA third party, Mint Ltd, is our representative.\n';
    expect(vendorsOf(text)).toEqual([]);
  });

  it('reads a list that says what each does', () => {
    const text =
      'We use third-party services:\n\n- Mint processes all payments\n- Kale Web (KW) hosts our servers\n';
    expect(vendorsOf(text)).toEqual([
      'Mint | processes all payments |  | ',
      'Kale Web (KW) | hosts our servers |  | ',
    ]);
  });

  it('reads a list of links under "advertising partners"', () => {
    const text =
      'Third-party advertising partners\n\n* [Mint](https://m.example/)\n* [Kale](https://k.example/)\n';
    expect(vendorsOf(text)).toEqual(['Mint |  |  | https://m.example/', 'Kale |  |  | https://k.example/']);
  });
});
