import { hashWith, type Interner } from './interner.ts';
import type { Steps } from './steps.ts';

/**
 * The tokens of a text in order: words and single marks as CONTRACT.md defines them, white space left out. Token `i` is
 * `text.slice(from[i], to[i])`; equal `id`s mean equal characters, across every text read with the same `Interner`.
 */
export interface Tokens {
  readonly count: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly id: Int32Array;
}

const SPACE = 0;
const MARK = 1;
const WORD = 2;
const JOINER = 3;

/** Kinds of the first 128 characters; a table because a regular expression per character took most of the tokeniser's time. */
const ASCII_KINDS = Uint8Array.from({ length: 128 }, (_, code) => kindOfCharacter(String.fromCharCode(code)));

/** Tokens cut between two steps: a few milliseconds. */
const STEP_TOKENS = 40_000;
/** Characters to a token, at least, in prose; the table grows where there are fewer. */
const TOKEN_LENGTH = 4;

/** Cuts a text into tokens in one pass, in steps. Gives the same tokens as `TOKEN_PATTERN` of shared/model/text.ts. */
export function* tokeniseInSteps(text: string, interner: Interner): Steps<Tokens> {
  const kinds = new Map<number, number>();
  const table = new TokenTable(Math.ceil(text.length / TOKEN_LENGTH) + 1);
  for (let at = 0; at < text.length; ) {
    const kind = kindAt(text, at, kinds);
    if (kind === SPACE) {
      at++;
      continue;
    }
    const end = kind === WORD ? endOfWord(text, at, kinds) : at + widthAt(text, at);
    let hash = 0;
    for (let k = at; k < end; k++) hash = hashWith(hash, text.charCodeAt(k));
    table.add(at, end, interner.idOf(text, at, end, hash));
    at = end;
    if (table.count % STEP_TOKENS === 0) yield at / text.length;
  }
  return table.finish();
}

/** Columns of numbers that grow. */
class TokenTable {
  count = 0;
  #from: Int32Array;
  #to: Int32Array;
  #id: Int32Array;

  constructor(capacity: number) {
    this.#from = new Int32Array(capacity);
    this.#to = new Int32Array(capacity);
    this.#id = new Int32Array(capacity);
  }

  add(from: number, to: number, id: number): void {
    if (this.count === this.#from.length) this.#resize(2 * this.count);
    this.#from[this.count] = from;
    this.#to[this.count] = to;
    this.#id[this.count] = id;
    this.count++;
  }

  finish(): Tokens {
    this.#resize(this.count);
    return { count: this.count, from: this.#from, to: this.#to, id: this.#id };
  }

  #resize(capacity: number): void {
    this.#from = resized(this.#from, capacity);
    this.#to = resized(this.#to, capacity);
    this.#id = resized(this.#id, capacity);
  }
}

function resized(column: Int32Array, capacity: number): Int32Array {
  if (capacity <= column.length) return column.slice(0, capacity);
  const larger = new Int32Array(capacity);
  larger.set(column);
  return larger;
}

/** Index of the first token that begins at or behind `offset`. */
export function firstTokenFrom(tokens: Tokens, offset: number): number {
  let low = 0;
  let high = tokens.count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens.from[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** True where the token that begins with this character is a word, not a mark. */
export function beginsWord(text: string, at: number): boolean {
  return kindAt(text, at, NO_CACHE) === WORD;
}

const NO_CACHE: Map<number, number> = new Map();

function endOfWord(text: string, from: number, kinds: Map<number, number>): number {
  let at = from;
  for (;;) {
    const kind = at < text.length ? kindAt(text, at, kinds) : SPACE;
    if (kind === WORD) at += widthAt(text, at);
    else if (kind === JOINER && at + 1 < text.length && kindAt(text, at + 1, kinds) === WORD) at++;
    else return at;
  }
}

function kindAt(text: string, at: number, kinds: Map<number, number>): number {
  const unit = text.charCodeAt(at);
  if (unit < 128) return ASCII_KINDS[unit] ?? MARK;
  const code = text.codePointAt(at) ?? unit;
  const known = kinds.get(code);
  if (known !== undefined) return known;
  const kind = kindOfCharacter(String.fromCodePoint(code));
  if (kinds !== NO_CACHE) kinds.set(code, kind);
  return kind;
}

function kindOfCharacter(character: string): number {
  if (/^[\p{L}\p{N}\p{M}]$/u.test(character)) return WORD;
  if (/^\s$/u.test(character)) return SPACE;
  return /^['’‘\-‐‑]$/u.test(character) ? JOINER : MARK;
}

/** A character outside the basic plane takes two UTF-16 units; a lone surrogate takes one. */
function widthAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (unit < 0xd800 || unit > 0xdbff) return 1;
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}
