import { compareInSteps } from './compare.ts';
import type { Comparison } from './comparison.ts';
import { runToEnd, type Steps, within } from './steps.ts';

/**
 * A stretch of three texts that correspond. Joined in order, the `base` of all passages is the base, their `mine` is mine and their
 * `theirs` is theirs, so that no word of any side is lost. `same` is unchanged, `both` was changed alike, `mine` and `theirs` were
 * changed on that side only, and `conflict` on both sides differently: a person decides.
 */
export interface MergePassage {
  readonly kind: 'same' | 'mine' | 'theirs' | 'both' | 'conflict';
  readonly base: string;
  readonly mine: string;
  readonly theirs: string;
}

/** Which side of a passage goes into the result; `both` is theirs and then mine. */
export type MergeChoice = 'mine' | 'theirs' | 'both';

/**
 * Merges two texts that were written from one base, with the comparison's own alignment. What both sides changed within one sentence is a
 * conflict even where the words are apart: a sentence put together from two hands may say what neither wrote. Without a base (null) every
 * difference is a conflict.
 */
export function mergeTexts(base: string | null, mine: string, theirs: string): readonly MergePassage[] {
  return runToEnd(mergeInSteps(base, mine, theirs));
}

/** The same in steps: yields the fraction done, 0 to 1; dropping the generator cancels. */
export function* mergeInSteps(
  base: string | null,
  mine: string,
  theirs: string,
): Steps<readonly MergePassage[]> {
  if (base === null) return withoutBase(yield* compareInSteps(labelled(theirs), labelled(mine)));
  const toMine = editsOf(yield* within(compareInSteps(labelled(base), labelled(mine)), 0, 0.5), 'mine');
  const toTheirs = editsOf(yield* within(compareInSteps(labelled(base), labelled(theirs)), 0.5, 1), 'theirs');
  const units = sentenceStarts(base);
  return passagesOf(base, regionsOf(base.length, units, [...toMine, ...toTheirs]));
}

/** What a choice makes of a passage; where none is made yet, mine, and both sides of a conflict. */
export function chosenText({ kind, mine, theirs }: MergePassage, choice: MergeChoice | undefined): string {
  switch (choice ?? defaultChoice(kind)) {
    case 'mine':
      return mine;
    case 'theirs':
      return theirs;
    case 'both':
      return bothTexts(theirs, mine);
  }
}

/** The merged text. `choices` are by the index of the passage. */
export function mergedText(
  passages: readonly MergePassage[],
  choices: ReadonlyMap<number, MergeChoice>,
): string {
  return passages.map((passage, index) => chosenText(passage, choices.get(index))).join('');
}

/** What is taken unless a person says otherwise: the side that changed, and of a conflict everything. */
export function defaultChoice(kind: MergePassage['kind']): MergeChoice {
  return kind === 'conflict' ? 'both' : kind === 'theirs' ? 'theirs' : 'mine';
}

type Side = 'mine' | 'theirs';

/** Replaces a range of the base by what one side has there. */
interface SideEdit {
  readonly side: Side;
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/** A range of the base with every edit in it; none crosses its ends. */
interface Region {
  readonly from: number;
  to: number;
  readonly edits: SideEdit[];
}

function labelled(text: string): Comparison['a'] {
  return { label: '', text };
}

/** Everything between the stretches that both texts keep, in order. A moved passage goes at one place and comes at the other. */
function editsOf({ a, b, spans }: Comparison, side: Side): SideEdit[] {
  const edits: SideEdit[] = [];
  let atA = 0;
  let atB = 0;
  const close = (fromA: number, fromB: number): void => {
    const edit = { side, from: atA, to: fromA, insert: b.text.slice(atB, fromB) };
    if (fromA > atA || fromB > atB) edits.push(slideToSentence(a.text, withoutCommonEnds(a.text, edit)));
  };
  const kept = spans.filter(({ op }) => op === 'keep').sort((x, y) => x.fromA - y.fromA);
  for (const span of kept) {
    if (span.fromB < atB) continue;
    close(span.fromA, span.fromB);
    atA = span.toA;
    atB = span.toB;
  }
  close(a.text.length, b.text.length);
  return edits;
}

/** Without what it replaces by itself: space that was compared as a whole has often only grown. */
function withoutCommonEnds(text: string, { side, from, to, insert }: SideEdit): SideEdit {
  let lead = 0;
  while (from + lead < to && lead < insert.length && text[from + lead] === insert[lead]) lead++;
  let trail = 0;
  const most = Math.min(to - from, insert.length) - lead;
  while (trail < most && text[to - 1 - trail] === insert[insert.length - 1 - trail]) trail++;
  return { side, from: from + lead, to: to - trail, insert: insert.slice(lead, insert.length - trail) };
}

/** A paragraph that came or went with the space ahead of it is the same as with the space behind it; so it touches no other sentence. */
function slideToSentence(text: string, edit: SideEdit): SideEdit {
  const { side, from, to, insert } = edit;
  if (from < to && insert !== '') return edit;
  const moving = from === to ? insert : text.slice(from, to);
  let by = 0;
  while (by < moving.length && /\s/.test(moving[by] ?? '') && text[to + by] === moving[by]) by++;
  const slid = from === to ? insert.slice(by) + insert.slice(0, by) : '';
  return { side, from: from + by, to: to + by, insert: slid };
}

function regionsOf(length: number, starts: readonly number[], edits: readonly SideEdit[]): Region[] {
  const widened = edits
    .map((edit) => ({ edit, ...widen(edit, starts, length) }))
    .sort((x, y) => x.from - y.from || x.to - y.to);
  const regions: Region[] = [];
  for (const { edit, from, to } of widened) {
    const last = regions.at(-1);
    const meets = last && (from < last.to || (from === last.from && from === last.to && to === from));
    if (last && meets) {
      last.to = Math.max(last.to, to);
      last.edits.push(edit);
    } else regions.push({ from, to, edits: [edit] });
  }
  return regions;
}

/** The whole sentences that an edit touches; an insertion between two sentences touches none. */
function widen(
  { from, to }: SideEdit,
  starts: readonly number[],
  length: number,
): { from: number; to: number } {
  const first = lastAtOrBefore(starts, from);
  if (from === to && starts[first] === from) return { from, to };
  if (from === to && from === length) return { from, to };
  const end = lastAtOrBefore(starts, Math.max(from, to - 1)) + 1;
  return { from: starts[first] ?? 0, to: starts[end] ?? length };
}

function lastAtOrBefore(starts: readonly number[], at: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** After a blank line, at the start of a list item, heading, quote or table row, and after a full stop: there a new sentence begins. */
const SENTENCE_END = /[.!?]["'”’)\]*_]*[ \t\n]+|\n(?=[ \t]*(?:\n|[-*+•>|#]|\d{1,9}[.)][ \t]))|\n[ \t]*\n+/g;

function sentenceStarts(text: string): readonly number[] {
  const starts = new Set([0]);
  for (const match of text.matchAll(SENTENCE_END)) starts.add(match.index + match[0].length);
  return [...starts].sort((x, y) => x - y);
}

function passagesOf(base: string, regions: readonly Region[]): readonly MergePassage[] {
  const passages: MergePassage[] = [];
  let at = 0;
  const same = (to: number): void => {
    const text = base.slice(at, to);
    if (text !== '') passages.push({ kind: 'same', base: text, mine: text, theirs: text });
    at = to;
  };
  for (const region of regions) {
    same(region.from);
    const text = base.slice(region.from, region.to);
    const mine = applySide(base, region, 'mine');
    const theirs = applySide(base, region, 'theirs');
    passages.push({ kind: kindOf(text, mine, theirs), base: text, mine, theirs });
    at = region.to;
  }
  same(base.length);
  return passages;
}

function kindOf(base: string, mine: string, theirs: string): MergePassage['kind'] {
  if (mine === theirs) return mine === base ? 'same' : 'both';
  if (mine === base) return 'theirs';
  return theirs === base ? 'mine' : 'conflict';
}

function applySide(base: string, { from, to, edits }: Region, side: Side): string {
  let out = '';
  let at = from;
  for (const edit of edits.filter((one) => one.side === side).sort((x, y) => x.from - y.from)) {
    out += base.slice(at, edit.from) + edit.insert;
    at = edit.to;
  }
  return out + base.slice(at, to);
}

function withoutBase(comparison: Comparison): readonly MergePassage[] {
  const passages: MergePassage[] = [];
  const { a } = comparison;
  let at = 0;
  const same = (to: number): void => {
    const text = a.text.slice(at, to);
    if (text !== '') passages.push({ kind: 'same', base: text, mine: text, theirs: text });
    at = to;
  };
  for (const { from, to, insert } of editsOf(comparison, 'mine')) {
    same(from);
    passages.push({ kind: 'conflict', base: '', mine: insert, theirs: a.text.slice(from, to) });
    at = to;
  }
  same(a.text.length);
  return passages;
}

/** One after the other, as paragraphs of their own where both are more than a part of a line. */
function bothTexts(first: string, second: string): string {
  if (first === '' || second === '' || /\s$/.test(first) || /^\s/.test(second)) return first + second;
  return `${first} ${second}`;
}
