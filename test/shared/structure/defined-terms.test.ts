import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../shared/markdown/parse-document.ts';
import { inspect } from '../../../shared/structure/inspect.ts';

function termsOf(text: string): string[] {
  return inspect(parseDocument(text)).definedTerms.map(({ term }) => term);
}

describe('defined terms', () => {
  it.each([
    ['We define the following as our " **Seed Services** ":', ['Seed Services']],
    ['Larkspur Inc. (“Larkspur,” “we” or “us”) sells seeds.', ['Larkspur']],
    ['Larkspur Inc. ("**we**", "**us**", "**our**") sells seeds.', ['we']],
    ['Our website (the “Site”) and products (collectively, the “Services”).', ['Site', 'Services']],
    [
      'The app ( "**Seed App**" or "**the App**") and sites (at a.example; each a **"Site"**).',
      ['Seed App', 'the App', 'Site'],
    ],
    ['“Personal Data” means any data about you.', ['Personal Data']],
    ['Personal information means any information about a person.', ['Personal information']],
    ['It is kept in a database (which we call "**Barn**").', ['Barn']],
    ['When we say “customer” or “user”, we mean a person who buys.', ['customer', 'user']],
    ['We collect your "Contact Data" - information that lets us write to you.', ['Contact Data']],
    ['A "cookie" is a small file.', ['cookie']],
    ['Nobody under the age of 13 (“Children” or “Child”) may join.', ['Children', 'Child']],
    ['Larkspur LLC (with its affiliates, “Larkspur”) sells seeds.', ['Larkspur']],
    ['Larkspur Ltd (No. 12 345 678) ("Larkspur") sells seeds.', ['Larkspur']],
    ['“**You**” may be a visitor or a buyer.', ['You']],
    ['You may tend beds for a club (your "**Club**").', ['Club']],
    ['Some beds are sold (such beds, "**Paid Beds**").', ['Paid Beds']],
    ['Disputes end under this Section 11.2 (collectively, the "Peace Rules").', ['Peace Rules']],
    ['For residents, these pages ("**U.S. Pages**") apply.', ['U.S. Pages']],
    ['We’ll refer to the gate as the “Door” from here on.', ['Door']],
    ['We’ll collectively call these the ‘Seed Tools’.', ['Seed Tools']],
    ['How we handle your “Seed Data”, which is what tells you apart.', ['Seed Data']],
    ['The rules, the price list and the map, together, the “Papers.”', ['Papers']],
    ['A "bean counter" (also known as a tally) is a small file.', ['bean counter']],
    ['Larkspur defines the term “Grower” as one who grows.', ['Grower']],
    ['Registered growers are “Growers”.', ['Growers']],
    ['Our website and tools (collectively, the Seed Tools) help.', ['Seed Tools']],
    ['You visit seeds.example (the Site).', ['Site']],
    ['Voice data means recordings of your voice.', ['Voice data']],
    ['**Company** (called "the Company" in this text) sells seeds.', ['the Company']],
  ])('%s', (text, terms) => {
    expect(termsOf(`${text}\n`)).toEqual(terms);
  });

  it.each([
    'Choose “Delete Account” in your settings.',
    'The owners (as defined in the terms) decide (see "When required" below).',
    'Our products do not "call home".',
    'Sign in with Q (fka ‘Quill’) or press the (‘Save’ button).',
    'This means the data stays here.',
    '"Services" has the meaning set forth in the Agreement.',
    'See sections 8 and 9 (“Ownership”).',
    'That term is defined in the “Payments” section below.',
    'Such report refers to an audit.',
    'We share it as told above (see section titled: “Why we share”).',
    'Do not call anybody names (e.g., “turnip” or “sprout”).',
    'We may use any technical means to stop bots.',
    'See what this means for you.',
    'As told in sections 2.b (“Grants”) and 11.6 (“Survival”).',
    'The term “including” means “including without limitation.”',
    'You may ask for erasure ("right to be forgotten").',
    'Nobody agrees on what “Do Not Track” means.',
    'A file lives as long as a visit ("brief guest").',
    'We may send ‘Last Updated’ notes.',
  ])('finds none in "%s"', (text) => {
    expect(termsOf(`${text}\n`)).toEqual([]);
  });

  it('reads a list of definitions', () => {
    const text = '# Definitions\n\n* **Account** a record made for you\n* **Device**: each machine\n';
    expect(termsOf(text)).toEqual(['Account', 'Device']);
  });

  it('gives place, sentence and number of further uses', () => {
    const text =
      '# P\n\nFirst. The site (the “Barn”) is open. Barns and the *Barn* help; barn owls do not.\n';
    const [term] = inspect(parseDocument(text)).definedTerms;
    expect(term).toMatchObject({
      term: 'Barn',
      sentence: 'The site (the “Barn”) is open.',
      uses: 2,
      line: 3,
    });
    expect(text.slice(term?.range.from, term?.range.to)).toBe('Barn');
  });
});
