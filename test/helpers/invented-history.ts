/** A word of an invented policy, and the version in which it came in. */
interface InventedWord {
  readonly word: string;
  readonly origin: number;
}

type Sentence = readonly InventedWord[];
type Paragraph = readonly Sentence[];

export interface InventedVersion {
  readonly text: string;
  /** Each word in order of the text, with the version in which it came in. */
  readonly words: readonly InventedWord[];
}

const SYLLABLES = 'ba ce di fo gu ha je ki lo mu na pe qui ro su ta ve wi xo zu'.split(' ');
/** Every language has a few words that stand everywhere; they are what tempts an alignment. */
const COMMON = 'na o su le da vi ne tu ka mo'.split(' ');
const PARAGRAPHS = 24;

/** Makes a policy of invented words and edits it: the text of each version, and where each of its words truly comes from. */
export function inventHistory(versions: number, seed: number): InventedVersion[] {
  const { random, pick, below } = openDice(seed);
  const word = (origin: number): InventedWord => {
    if (random() < 0.35) return { word: pick(COMMON), origin };
    return { word: Array.from({ length: 2 + below(2) }, () => pick(SYLLABLES)).join(''), origin };
  };
  const sentence = (origin: number): Sentence => Array.from({ length: 7 + below(16) }, () => word(origin));
  const paragraph = (origin: number): Paragraph =>
    Array.from({ length: 1 + below(5) }, () => sentence(origin));
  const left: Paragraph[] = [];
  /** Changes one paragraph, or the list of them; gives what stands in its place. */
  const edits: readonly ((now: Paragraph[], at: number, version: number) => Paragraph[])[] = [
    // words replaced, added and taken out within a sentence: twice as often as anything else
    ...[0, 1].map(() => (now: Paragraph[], at: number, version: number) => {
      const which = below(now[at]?.length ?? 1);
      const changed = now[at]?.map((words, index) => {
        if (index !== which) return words;
        const from = below(words.length);
        const fresh = Array.from({ length: below(4) }, () => word(version));
        return [...words.slice(0, from), ...fresh, ...words.slice(from + below(4))];
      });
      return replace(now, at, [changed?.filter((words) => words.length > 0) ?? []]);
    }),
    (now, at, version) => {
      const where = below((now[at]?.length ?? 0) + 1);
      return replace(now, at, [now[at]?.toSpliced(where, 0, sentence(version)) ?? []]);
    },
    (now, at) => replace(now, at, [now[at]?.toSpliced(below(now[at]?.length ?? 1), 1) ?? []]),
    (now, at, version) => now.toSpliced(at, 0, paragraph(version)),
    (now, at) => {
      if (now.length < PARAGRAPHS / 2) return now;
      left.push(now[at] ?? []);
      return now.toSpliced(at, 1);
    },
    (now) =>
      left.length > 0
        ? now.toSpliced(below(now.length), 0, left.splice(below(left.length), 1)[0] ?? [])
        : now,
    (now, at) => {
      const moved = now[at] ?? [];
      const rest = now.toSpliced(at, 1);
      return rest.toSpliced(below(rest.length + 1), 0, moved);
    },
    (now, at) => {
      const middle = Math.ceil((now[at]?.length ?? 0) / 2);
      return replace(now, at, [now[at]?.slice(0, middle) ?? [], now[at]?.slice(middle) ?? []]);
    },
    (now, at) => now.toSpliced(at, 2, [...(now[at] ?? []), ...(now[at + 1] ?? [])]),
  ];
  let now = Array.from({ length: PARAGRAPHS }, () => paragraph(1));
  const history = [describe(now)];
  for (let version = 2; version <= versions; version++) {
    for (let count = 1 + below(4); count > 0; count--)
      now = pick(edits)(now, below(now.length), version).filter((sentences) => sentences.length > 0);
    history.push(describe(now));
  }
  return history;
}

function replace(now: readonly Paragraph[], at: number, by: readonly Paragraph[]): Paragraph[] {
  return now.toSpliced(at, 1, ...by);
}

function describe(paragraphs: readonly Paragraph[]): InventedVersion {
  const text = paragraphs.map((sentences) =>
    sentences.map((words) => `${words.map(({ word }) => word).join(' ')}.`).join(' '),
  );
  return { text: `${text.join('\n\n')}\n`, words: paragraphs.flat(2) };
}

/** Mulberry32: the same history for the same seed, everywhere. */
function openDice(seed: number): {
  random(): number;
  below(limit: number): number;
  pick<T>(values: readonly T[]): T;
} {
  let state = seed;
  const random = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  return {
    random,
    below: (limit) => Math.floor(random() * limit),
    pick(values) {
      const value = values[Math.floor(random() * values.length)];
      if (value === undefined) throw new Error('Nothing to choose from');
      return value;
    },
  };
}
