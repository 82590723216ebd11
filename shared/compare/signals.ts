import { SIGNALS } from './change-selection.ts';
import type { NameIndex } from './changed-names.ts';
import type { ChangedTokens } from './classify.ts';
import type { Signal } from './comparison.ts';
import type { ReadText } from './read-text.ts';
import { TARGET, TEXT } from './token-roles.ts';
import { LINK, MODAL, MONEY, MONTH, NEGATION, NUMBER, UNIT, type WordKinds } from './word-kinds.ts';

/** How far a unit may stand from its number, and a month or currency, in tokens. */
const UNIT_REACH = 6;
const REACH = 3;
/** The longest name that a changed word may belong to, in tokens. */
const LONGEST_NAME = 8;
const WRITTEN_DURATION = /^\d+-(?:day|hour|week|month|year)s?$/i;
const WRITTEN_DATE = /^\d{4}-\d{2}-\d{2}$/;

/** What changes are searched with: the kinds of all words, and the names that either text knows. */
export interface SignalContext {
  readonly kinds: WordKinds;
  readonly names: NameIndex;
  /** For each token id, 1 where a name begins with it; a look-up by word for each changed token took longest of all. */
  readonly nameStarts: Uint8Array;
}

/** Marks each interned word with which a name begins. */
export function markNameStarts(names: NameIndex, words: readonly string[]): Uint8Array {
  return Uint8Array.from(words, (word) => (names.has(word) ? 1 : 0));
}

/** How much oftener each fact, a signal and its value, stands in what a change takes away than in what it brings. */
type Balance = Map<string, { readonly signal: Signal; count: number }>;

/** Says which kinds of fact a change touches: those whose values differ between what it takes away and what it brings. */
export function findSignals(
  a: ReadText,
  b: ReadText,
  changed: ChangedTokens,
  context: SignalContext,
): Signal[] {
  const balance: Balance = new Map();
  weigh(balance, a, changed.a, context, 1);
  weigh(balance, b, changed.b, context, -1);
  const differing = new Set(
    [...balance.values()].filter(({ count }) => count !== 0).map(({ signal }) => signal),
  );
  return SIGNALS.filter((signal) => differing.has(signal));
}

function weigh(
  balance: Balance,
  side: ReadText,
  changed: readonly number[],
  context: SignalContext,
  sign: number,
): void {
  const { kinds } = context;
  const add = (signal: Signal, value: number | string): void => {
    const key = `${signal} ${value}`;
    const known = balance.get(key);
    if (known) known.count += sign;
    else balance.set(key, { signal, count: sign });
  };
  const { id } = side.tokens;
  for (const i of changed) {
    const word = id[i] ?? 0;
    if (side.roles[i] === TARGET) add('link', word);
    else if (side.roles[i] === TEXT && (kinds.kinds[word] ?? 0) !== 0)
      for (const signal of signalsOf(side, i, kinds)) add(signal, kinds.folded[word] ?? word);
  }
  for (const { signal, words } of changedNames(side, changed, context)) add(signal, words.join(' '));
}

function* signalsOf(side: ReadText, i: number, kinds: WordKinds): Generator<Signal> {
  const { id, count } = side.tokens;
  const kindAt = (k: number): number => (k < 0 || k >= count ? 0 : (kinds.kinds[id[k] ?? 0] ?? 0));
  const near = (kind: number): boolean => {
    for (let k = i - REACH; k <= i + REACH; k++) if (k !== i && (kindAt(k) & kind) !== 0) return true;
    return false;
  };
  const kind = kindAt(i);
  const word = kinds.words[id[i] ?? 0] ?? '';
  const isNumber = (kind & NUMBER) !== 0;
  const isMonth = (kind & MONTH) !== 0 && near(NUMBER);
  if (isNumber) yield 'number';
  if (WRITTEN_DURATION.test(word) || isPartOfDuration(kindAt, i)) yield 'duration';
  if (isMonth || (isNumber && (near(MONTH) || WRITTEN_DATE.test(word)))) yield 'date';
  if ((isNumber && near(MONEY)) || ((kind & MONEY) !== 0 && near(NUMBER))) yield 'amount';
  if ((kind & MODAL) !== 0 && !isMonth) yield 'modal';
  if ((kind & NEGATION) !== 0) yield 'negation';
}

/** True for a number with its unit behind it, a unit with its number before it, and what stands between the two. */
function isPartOfDuration(kindAt: (token: number) => number, i: number): boolean {
  const reaches = (step: number, wanted: number): boolean => {
    for (let k = i + step; Math.abs(k - i) <= UNIT_REACH; k += step) {
      if ((kindAt(k) & wanted) !== 0) return true;
      if ((kindAt(k) & (LINK | NUMBER)) === 0) return false;
    }
    return false;
  };
  const kind = kindAt(i);
  if ((kind & UNIT) !== 0) return reaches(-1, NUMBER);
  if ((kind & NUMBER) !== 0) return reaches(1, UNIT);
  return (kind & LINK) !== 0 && reaches(-1, NUMBER) && reaches(1, UNIT);
}

/** Names of which at least one word has changed, each occurrence once. */
function* changedNames(
  side: ReadText,
  changed: readonly number[],
  { kinds, names, nameStarts }: SignalContext,
): Generator<{ readonly signal: Signal; readonly words: readonly string[] }> {
  const { id } = side.tokens;
  const wordAt = (i: number): string => kinds.words[id[i] ?? -1] ?? '';
  let next = 0;
  for (const i of changed)
    for (let start = Math.max(next, i - LONGEST_NAME); start <= i; start++) {
      next = start + 1;
      if (nameStarts[id[start] ?? 0] === 0) continue;
      for (const name of names.get(wordAt(start)) ?? [])
        if (start + name.words.length > i && name.words.every((word, k) => wordAt(start + k) === word))
          yield name;
    }
}
