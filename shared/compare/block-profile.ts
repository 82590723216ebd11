import type { ReadText } from './read-text.ts';
import type { Segment } from './segments.ts';
import { BULLET, NUMBER_MARKER, TEXT } from './token-roles.ts';
import type { CommonWords } from './token-values.ts';

/** What likeness is worth where one block is a heading, the other a row, and so on. */
const OTHER_KIND = 0.8;

/** With fewer words that say something, a block is told by all of its words. */
const FEWEST_CONTENT_WORDS = 4;

/** What alignment needs to know of a block. Token ids are those of the texts' common interner. */
export class BlockProfile {
  /** The words that a reader sees, in order; all tokens where there are none, as in a rule. */
  readonly words: Int32Array;
  /** Equal for equal words in the same kind of block. */
  readonly wordKey: number;
  /** Equal for equal tokens, addresses and markup included, but not the bullet or number, which changes with the neighbours. */
  readonly sourceKey: number;
  readonly kind: Segment['kind'];
  /** Number of tokens, addresses and markup included. */
  readonly size: number;
  readonly #common: CommonWords;
  #sorted: Int32Array | null = null;
  #content: Int32Array | null = null;

  constructor(all: Int32Array, words: Int32Array, kind: Segment['kind'], common: CommonWords) {
    this.#common = common;
    this.words = words;
    this.wordKey = hashOf(words, kind.length * 128 + kind.charCodeAt(0));
    this.sourceKey = hashOf(all, 0);
    this.kind = kind;
    this.size = all.length;
  }

  /** The words in order of their ids; made when first asked for, since most blocks have an equal one and need none. */
  get sorted(): Int32Array {
    this.#sorted ??= this.words.slice().sort();
    return this.#sorted;
  }

  /** How many of the words say something: marks and function words do not. */
  get saying(): number {
    return this.words.reduce((count, id) => count + (this.#common[id] === 0 ? 1 : 0), 0);
  }

  /** The same without marks and function words, which unrelated blocks share too; with them where little else is left. */
  get content(): Int32Array {
    if (this.#content) return this.#content;
    const own = this.sorted.filter((id) => this.#common[id] === 0);
    this.#content = own.length >= FEWEST_CONTENT_WORDS ? own : this.sorted;
    return this.#content;
  }
}

/** Reads what a block is made of. */
export function profileOf(side: ReadText, segment: Segment, common: CommonWords): BlockProfile {
  const { tokens, roles } = side;
  let first = segment.tokenFrom;
  while (first < segment.tokenTo && (roles[first] === BULLET || roles[first] === NUMBER_MARKER)) first++;
  first += enumeratorLength(side, first, segment.tokenTo);
  const all = tokens.id.subarray(first, segment.tokenTo);
  const visible: number[] = [];
  for (let i = first; i < segment.tokenTo; i++) if (roles[i] === TEXT) visible.push(tokens.id[i] ?? 0);
  return new BlockProfile(all, visible.length > 0 ? Int32Array.from(visible) : all, segment.kind, common);
}

/** 53 bits of two multiplicative hashes: equal for equal lists, and for others once in 10^15 pairs, which costs a pairing only. */
function hashOf(list: Int32Array, seed: number): number {
  let high = seed + 1;
  let low = seed + 0x9e37;
  for (const id of list) {
    high = Math.imul(high ^ id, 0x5bd1e995) ^ (high >>> 15);
    low = Math.imul(low + id, 0x01000193) ^ (low >>> 13);
  }
  return (high >>> 0) * 0x200000 + (low & 0x1fffff);
}

/** Tokens of a heading's marks and number, "## 3." or "4\\)"; 0 where a block does not begin with a number, or is nothing else. */
function enumeratorLength({ text, tokens, roles }: ReadText, from: number, to: number): number {
  const wordAt = (i: number): string => text.slice(tokens.from[i], tokens.to[i]);
  let at = from;
  while (at < to && roles[at] !== TEXT) at++;
  if (!/^\d{1,3}$/.test(wordAt(at))) return 0;
  while (at < to && (/^(?:\d{1,3}|[.)])$/.test(wordAt(at)) || roles[at] !== TEXT)) at++;
  return at < to && /^[.)]$/.test(wordAt(at - 1)) ? at - from : 0;
}

/** Number of equal words of two blocks, each used once. */
export function sharedWords(a: BlockProfile, b: BlockProfile): number {
  return countShared(a.sorted, b.sorted);
}

function countShared(a: Int32Array, b: Int32Array): number {
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const x = a[i] ?? 0;
    const y = b[j] ?? 0;
    if (x === y) {
      shared++;
      i++;
      j++;
    } else if (x < y) i++;
    else j++;
  }
  return shared;
}

/** What `similarity` cannot exceed, from the blocks' lengths alone. */
export function mostAlike({ content: a }: BlockProfile, { content: b }: BlockProfile): number {
  const total = a.length + b.length;
  return total === 0 ? 1 : (2 * Math.min(a.length, b.length)) / total;
}

/** Likeness of two blocks, 0 to 1: the share of their content words that they have in common (Dice 1945). */
export function similarity(a: BlockProfile, b: BlockProfile): number {
  const total = a.content.length + b.content.length;
  const alike = total === 0 ? 1 : (2 * countShared(a.content, b.content)) / total;
  return a.kind === b.kind ? alike : alike * OTHER_KIND;
}

/** Pairs of neighbouring words as numbers; a single word stands for itself. */
export function* shinglesOf(words: Int32Array): Generator<number> {
  if (words.length === 1) yield words[0] ?? 0;
  for (let k = 0; k + 1 < words.length; k++)
    yield (words[k] ?? 0) * 0x200000 + (words[k + 1] ?? 0) + 0x200000;
}
