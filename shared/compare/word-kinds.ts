/** What a word may say, as bits, because many words are asked often. */
export const NUMBER = 1;
export const UNIT = 2;
export const MONTH = 4;
export const MONEY = 8;
export const MODAL = 16;
export const NEGATION = 32;
/** May stand between a number and its unit. */
export const LINK = 64;

const WORDS: readonly (readonly [kind: number, list: string])[] = [
  [
    NUMBER,
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen ' +
      'nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion twice double half',
  ],
  [
    UNIT,
    'second seconds minute minutes hour hours day days week weeks month months quarter quarters year years',
  ],
  [
    MONTH,
    'january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept ' +
      'oct nov dec',
  ],
  [MONEY, '$ € £ ¥ % usd eur gbp cad aud dollar dollars euro euros pound pounds percent cents'],
  [
    MODAL,
    'may might can could will would shall should must ought need needs required cannot won’t can’t shan’t mustn’t',
  ],
  [NEGATION, 'no not never none neither nor without cannot nobody nothing nowhere unless except non'],
  [LINK, '( ) - – to or and business working calendar consecutive full additional more further'],
];

/** Months only where they begin with a capital letter: "we may", "the march". */
const AMBIGUOUS_MONTHS = new Set(['may', 'march']);

const KINDS = new Map<string, number>();
for (const [kind, list] of WORDS)
  for (const word of list.split(' ')) KINDS.set(word, (KINDS.get(word) ?? 0) | kind);

/** For each token id: what the word may say, and the id of the first word that differs from it in case and apostrophes only. */
export interface WordKinds {
  readonly words: readonly string[];
  readonly kinds: Uint8Array;
  readonly folded: Int32Array;
}

/** Looks up every word of an interner once. */
export function readWordKinds(words: readonly string[]): WordKinds {
  const first = new Map<string, number>();
  const kinds = new Uint8Array(words.length);
  const folded = new Int32Array(words.length);
  words.forEach((word, id) => {
    const plain = word.toLowerCase().replaceAll("'", '’');
    const known = first.get(plain) ?? id;
    first.set(plain, known);
    folded[id] = known;
    const kind = AMBIGUOUS_MONTHS.has(plain) || known === id ? kindOf(plain) : (kinds[known] ?? 0);
    kinds[id] = AMBIGUOUS_MONTHS.has(plain) && !/^\p{Lu}\p{Ll}/u.test(word) ? kind & ~MONTH : kind;
  });
  return { words, kinds, folded };
}

function kindOf(word: string): number {
  const kind = KINDS.get(word) ?? 0;
  if (/\d/.test(word) && !isName(word)) return kind | NUMBER;
  return word.endsWith('n’t') ? kind | NEGATION : kind;
}

/** "37signals" and its like: digits with a word behind them that is no unit. "30days", "14th" and "5GB" are numbers. */
function isName(word: string): boolean {
  const [, rest = ''] = /^\d+(\p{L}{4,})/u.exec(word) ?? [];
  return rest !== '' && ((KINDS.get(rest) ?? 0) & UNIT) === 0;
}
