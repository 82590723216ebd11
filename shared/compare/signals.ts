import type { NameIndex } from './changed-names.ts';
import type { ChangedTokens } from './classify.ts';
import type { Signal } from './comparison.ts';
import type { ReadText } from './read-text.ts';
import { TARGET, TEXT } from './token-roles.ts';

const MODALS = words(
  'may might can could will would shall should must ought need needs required cannot won’t can’t shan’t mustn’t',
);
const NEGATIONS = words(
  'no not never none neither nor without cannot nobody nothing nowhere unless except non',
);
const NUMBER_WORDS = words(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen ' +
    'nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion twice double half',
);
const UNITS = words(
  'second seconds minute minutes hour hours day days week weeks month months quarter quarters year years',
);
const MONTHS = words(
  'january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec',
);
const MONEY = words('$ € £ ¥ % usd eur gbp cad aud dollar dollars euro euros pound pounds percent cents');
/** What may stand between a number and its unit: "thirty (30) business days", "seven to ten days". */
const QUALIFIERS = words(
  '( ) - – to or and business working calendar consecutive full additional more further',
);
/** How far a unit may stand from its number, and a month or currency, in tokens. */
const UNIT_REACH = 6;
const REACH = 3;

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}

interface Fact {
  readonly signal: Signal;
  readonly value: string;
}

/** Says which kinds of fact a change touches: those whose values differ between what it takes away and what it brings. */
export function findSignals(
  a: ReadText,
  b: ReadText,
  changed: ChangedTokens,
  lexicon: readonly string[],
  names: NameIndex,
): Signal[] {
  const old = [...collectFacts(a, changed.a, lexicon), ...namedFacts(a, changed.a, lexicon, names)];
  const fresh = [...collectFacts(b, changed.b, lexicon), ...namedFacts(b, changed.b, lexicon, names)];
  const balance = new Map<string, number>();
  for (const { signal, value } of old)
    balance.set(`${signal} ${value}`, (balance.get(`${signal} ${value}`) ?? 0) + 1);
  for (const { signal, value } of fresh)
    balance.set(`${signal} ${value}`, (balance.get(`${signal} ${value}`) ?? 0) - 1);
  const differing = new Set<Signal>();
  for (const { signal, value } of [...old, ...fresh])
    if (balance.get(`${signal} ${value}`) !== 0) differing.add(signal);
  return ORDER.filter((signal) => differing.has(signal));
}

const ORDER: readonly Signal[] = [
  'number',
  'duration',
  'date',
  'amount',
  'modal',
  'negation',
  'party',
  'vendor',
  'term',
  'link',
];

function collectFacts(side: ReadText, changed: readonly number[], lexicon: readonly string[]): Fact[] {
  const wordAt = (i: number): string =>
    (lexicon[side.tokens.id[i] ?? -1] ?? '').toLowerCase().replaceAll("'", '’');
  const near = (i: number, set: ReadonlySet<string>): boolean => {
    for (let k = i - REACH; k <= i + REACH; k++)
      if (k >= 0 && k < side.tokens.count && k !== i && set.has(wordAt(k))) return true;
    return false;
  };
  const nearNumber = (i: number): boolean => {
    for (let k = i - REACH; k <= i + 2; k++)
      if (k >= 0 && k !== i && k < side.tokens.count && isNumber(wordAt(k))) return true;
    return false;
  };
  const facts: Fact[] = [];
  for (const i of changed) {
    const value = wordAt(i);
    if (side.roles[i] === TARGET) facts.push({ signal: 'link', value });
    if (side.roles[i] !== TEXT) continue;
    for (const signal of signalsOf(
      value,
      (set) => near(i, set),
      () => nearNumber(i),
    ))
      facts.push({ signal, value });
    if (isPartOfDuration(i, side.tokens.count, wordAt)) facts.push({ signal: 'duration', value });
  }
  return facts;
}

/** The longest name that a changed word may belong to, in tokens. */
const LONGEST_NAME = 8;

/** Names of which at least one word has changed, each occurrence once. */
function namedFacts(
  side: ReadText,
  changed: readonly number[],
  lexicon: readonly string[],
  names: NameIndex,
): Fact[] {
  const facts: Fact[] = [];
  const wordAt = (i: number): string => lexicon[side.tokens.id[i] ?? -1] ?? '';
  let next = 0;
  for (const i of changed)
    for (let start = Math.max(next, i - LONGEST_NAME); start <= i; start++) {
      next = start + 1;
      for (const { words, signal } of names.get(wordAt(start)) ?? [])
        if (start + words.length > i && words.every((word, k) => wordAt(start + k) === word))
          facts.push({ signal, value: words.join(' ') });
    }
  return facts;
}

function* signalsOf(
  word: string,
  near: (set: ReadonlySet<string>) => boolean,
  nearNumber: () => boolean,
): Generator<Signal> {
  if (isNumber(word)) {
    yield 'number';
    if (/^\d+-(?:day|hour|week|month|year)s?$/.test(word)) yield 'duration';
    if (near(MONTHS) || /^\d{4}-\d{2}-\d{2}$/.test(word)) yield 'date';
    if (near(MONEY)) yield 'amount';
  }
  const month = MONTHS.has(word) && nearNumber();
  if (month) yield 'date';
  if (MONEY.has(word) && nearNumber()) yield 'amount';
  if (MODALS.has(word) && !(word === 'may' && month)) yield 'modal';
  if (NEGATIONS.has(word) || word.endsWith('n’t')) yield 'negation';
}

/** True for a number with its unit behind it, a unit with its number before it, and what qualifies the one or the other. */
function isPartOfDuration(i: number, count: number, wordAt: (i: number) => string): boolean {
  const word = wordAt(i);
  const isLink = (other: string): boolean => QUALIFIERS.has(other) || isNumber(other);
  const reaches = (step: number, isEnd: (other: string) => boolean): boolean => {
    for (let k = i + step; k >= 0 && k < count && Math.abs(k - i) <= UNIT_REACH; k += step) {
      if (isEnd(wordAt(k))) return true;
      if (!isLink(wordAt(k))) return false;
    }
    return false;
  };
  if (UNITS.has(word)) return reaches(-1, isNumber);
  if (isNumber(word)) return reaches(1, (other) => UNITS.has(other));
  return (
    /^\p{L}/u.test(word) &&
    QUALIFIERS.has(word) &&
    reaches(-1, isNumber) &&
    reaches(1, (other) => UNITS.has(other))
  );
}

function isNumber(word: string): boolean {
  return /\d/.test(word) || NUMBER_WORDS.has(word);
}
