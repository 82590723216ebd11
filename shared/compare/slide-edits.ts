import type { Matches } from './lcs.ts';
import type { ReadText } from './read-text.ts';

const SENTENCE_END = /^[.!?…]$/;
const CLAUSE_END = /^[,;:]$/;
const OPENS = /^[([“‘"]$/;
const CLOSES = /^[)\]”’"]$/;
/** How far an edit is slid at most, in tokens: about two long sentences. */
const REACH = 80;

/**
 * Where the same words can be told as inserted (or deleted) at several places, chooses the one that a reader expects: "stays.
 * [The second is new.] The third" rather than "stays. The [second is new. The] third". Changes `matches` in place.
 */
export function slideEdits(a: ReadText, b: ReadText, matches: Matches): void {
  slideSide(b, matches.b, matches.a);
  slideSide(a, matches.a, matches.b);
}

/** Slides the runs that stand only in `side`: `own` are its matched tokens, `other` their partners. */
function slideSide(side: ReadText, own: number[], other: readonly number[]): void {
  for (let k = 0; k + 1 < own.length; k++) {
    const from = (own[k] ?? 0) + 1;
    const to = own[k + 1] ?? 0;
    if (to === from || (other[k + 1] ?? 0) !== (other[k] ?? 0) + 1) continue;
    const shift = bestShift(side, from, to, roomBefore(side, own, k, to), roomBehind(side, own, k + 1, from));
    const length = to - from;
    for (let t = 0; t < shift; t++) own[k + 1 + t] = (own[k + 1 + t] ?? 0) - length;
    for (let t = 0; t < -shift; t++) own[k - t] = (own[k - t] ?? 0) + length;
  }
}

/** How many tokens the run that ends before `to` can move towards the start, its words staying the same. */
function roomBefore({ tokens }: ReadText, own: readonly number[], k: number, to: number): number {
  let room = 0;
  while (room < REACH && room <= k) {
    const place = own[k - room] ?? 0;
    if (place !== (own[k] ?? 0) - room || tokens.id[place] !== tokens.id[to - 1 - room]) break;
    room++;
  }
  return room;
}

function roomBehind({ tokens }: ReadText, own: readonly number[], k: number, from: number): number {
  let room = 0;
  while (room < REACH && k + room < own.length) {
    const place = own[k + room] ?? 0;
    if (place !== (own[k] ?? 0) + room || tokens.id[place] !== tokens.id[from + room]) break;
    room++;
  }
  return room;
}

function bestShift(side: ReadText, from: number, to: number, before: number, behind: number): number {
  let best = 0;
  let bestValue = boundaryValue(side, from, to);
  for (let shift = -before; shift <= behind; shift++) {
    const value = boundaryValue(side, from + shift, to + shift);
    if (value <= bestValue) continue;
    best = shift;
    bestValue = value;
  }
  return best;
}

/** How well a run begins and ends: whole blocks before whole sentences, those before clauses and brackets. */
function boundaryValue(side: ReadText, from: number, to: number): number {
  const first = wordAt(side, from);
  const last = wordAt(side, to - 1);
  const before = wordAt(side, from - 1);
  if (beginsLine(side, from) && beginsLine(side, to)) return 5;
  if ((beginsLine(side, from) || SENTENCE_END.test(before)) && SENTENCE_END.test(last)) return 4;
  if (OPENS.test(first) && CLOSES.test(last)) return 3;
  if (CLAUSE_END.test(first) && !CLAUSE_END.test(last)) return 2;
  return CLAUSE_END.test(last) && !CLAUSE_END.test(first) ? 1 : 0;
}

function wordAt({ text, tokens }: ReadText, token: number): string {
  return token < 0 || token >= tokens.count ? '' : text.slice(tokens.from[token], tokens.to[token]);
}

function beginsLine({ text, tokens }: ReadText, token: number): boolean {
  if (token <= 0 || token >= tokens.count) return true;
  return text.slice(tokens.to[token - 1], tokens.from[token]).includes('\n');
}
