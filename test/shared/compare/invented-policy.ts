/** A source of random numbers that repeats itself for the same seed (mulberry32). */
export class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** A whole number from 0 up to, not including, `limit`. */
  roll(limit: number): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  }

  pick<T>(list: readonly T[]): T {
    const found = list[this.roll(list.length)];
    if (found === undefined) throw new Error('Nothing to pick from');
    return found;
  }
}

const WHO = [
  'Harbourlight Ltd',
  'our support team',
  'each customer',
  'an administrator',
  'the account holder',
  'our auditors',
  'a visitor',
];
const DOES = [
  'keeps',
  'reviews',
  'receives',
  'deletes',
  'exports',
  'records',
  'corrects',
  'discloses',
  'encrypts',
  'stores',
];
const WHAT = [
  'billing records',
  'log files',
  'usage statistics',
  'contact details',
  'payment data',
  'support messages',
  'cookie identifiers',
  'device reports',
  'location traces',
  'survey answers',
];
const HOW = [
  'in the data centre',
  'on request',
  'with consent',
  'for security reasons',
  'in encrypted form',
  'under contract',
  'in the European Union',
  'before the audit',
  'after a complaint',
];
const RULES = [
  'This may take up to {n} days.',
  'We will answer within {n} hours.',
  'You must be at least {n} years old.',
  'We do not sell any of it.',
  'We may keep copies for {n} months.',
  'Nobody else can read it.',
];
const TOPICS = [
  'Collection',
  'Retention',
  'Security',
  'Cookies',
  'Payments',
  'Children',
  'Transfers',
  'Rights',
  'Complaints',
  'Contact',
  'Vendors',
  'Changes',
];

/** One sentence of an invented policy; two of them are hardly ever the same. */
export function inventSentence(dice: Dice): string {
  const subject = dice.pick(WHO);
  const opening = subject[0]?.toUpperCase() + subject.slice(1);
  return `${opening} ${dice.pick(DOES)} ${dice.pick(WHAT)} and ${dice.pick(WHAT)} of group ${dice.roll(900)} ${dice.pick(HOW)}.`;
}

export function inventParagraph(dice: Dice, sentences = 3): string {
  const rule = dice.pick(RULES).replace('{n}', String(2 + dice.roll(80)));
  return [...Array.from({ length: sentences }, () => inventSentence(dice)), rule].join(' ');
}

/** A policy as its sections, each a heading with paragraphs and sometimes a list; joined they are the text. */
export function inventSections(dice: Dice, count: number): string[] {
  return Array.from({ length: count }, (_, index) => {
    const paragraphs = Array.from({ length: 2 + dice.roll(3) }, () => inventParagraph(dice));
    const items = Array.from({ length: dice.roll(2) * 4 }, () => `* ${inventSentence(dice)}`);
    const heading = `## ${dice.pick(TOPICS)} and ${dice.pick(TOPICS).toLowerCase()} (part ${index + 1})`;
    return `${[heading, ...paragraphs, items.join('\n')].filter(Boolean).join('\n\n')}\n\n`;
  });
}
