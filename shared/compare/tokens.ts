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

/** Gives each distinct string a small number, so that comparison works on integers. */
export class Interner {
  readonly words: string[] = [];
  readonly #ids = new Map<string, number>();

  idOf(word: string): number {
    const known = this.#ids.get(word);
    if (known !== undefined) return known;
    const id = this.words.length;
    this.words.push(word);
    this.#ids.set(word, id);
    return id;
  }
}

const SPACE = 0;
const MARK = 1;
const WORD = 2;
const JOINER = 3;

/** Kinds of the first 128 characters; a table because a regular expression per character took most of the tokeniser's time. */
const ASCII_KINDS = Uint8Array.from({ length: 128 }, (_, code) => kindOfCharacter(String.fromCharCode(code)));

/** Tokens cut between two steps: a few milliseconds. */
const STEP_TOKENS = 40_000;

/** Cuts a text into tokens in one pass, in steps. Gives the same tokens as `TOKEN_PATTERN` of shared/model/text.ts. */
export function* tokeniseInSteps(text: string, interner: Interner): Steps<Tokens> {
  const from: number[] = [];
  const to: number[] = [];
  const id: number[] = [];
  const kinds = new Map<number, number>();
  for (let at = 0; at < text.length; ) {
    const kind = kindAt(text, at, kinds);
    if (kind === SPACE) {
      at++;
      continue;
    }
    const end = kind === WORD ? endOfWord(text, at, kinds) : at + widthAt(text, at);
    from.push(at);
    to.push(end);
    id.push(interner.idOf(text.slice(at, end)));
    at = end;
    if (id.length % STEP_TOKENS === 0) yield at / text.length;
  }
  return { count: id.length, from: Int32Array.from(from), to: Int32Array.from(to), id: Int32Array.from(id) };
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
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}
