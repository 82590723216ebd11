import type { Correspondence } from './assemble-spans.ts';
import { indexNames } from './changed-names.ts';
import { type ChangedTokens, classify } from './classify.ts';
import type { Change, ChangeKind, Span } from './comparison.ts';
import type { ReadText } from './read-text.ts';
import type { Segment } from './segments.ts';
import { findSignals, type SignalContext } from './signals.ts';
import type { Steps } from './steps.ts';
import { firstTokenFrom } from './tokens.ts';
import { readWordKinds } from './word-kinds.ts';

/** A change in the making: its spans (indices) and what it replaces whole. */
interface Draft {
  readonly spans: number[];
  readonly unit: Unit;
  readonly move: number;
}

/** What a span stands in: words within a block that goes on, a whole block of one side, a moved passage, or white space. */
type Unit = 'words' | 'old-block' | 'new-block' | 'move' | 'space';

/** Changes described between two steps: a few milliseconds. */
const CHANGES_PER_STEP = 200;

/** Groups the spans that are not kept into changes as a reader would count them, with their class, signals and sections. */
export function* collectChangesInSteps(
  a: ReadText,
  b: ReadText,
  spans: readonly Span[],
  match: Correspondence,
  words: readonly string[],
): Steps<Change[]> {
  const places = new Places(a, b, match);
  const matchedInB = new Uint8Array(b.tokens.count);
  for (const j of match.partner) if (j >= 0) matchedInB[j] = 1;
  const drafts = mergeReplacedBlocks(groupSpans(spans, places), spans, places);
  yield 0.2;
  const kinds = readWordKinds(words);
  const names = indexNames([
    { side: a, touched: touchedIn(a, (i) => match.partner[i] === -1) },
    { side: b, touched: touchedIn(b, (j) => !matchedInB[j]) },
  ]);
  const context = { kinds, names };
  yield 0.3;
  const changes: Change[] = [];
  for (const [index, draft] of drafts.entries()) {
    addChange(changes, makeChange(changes.length + 1, draft, spans, places, context), places);
    if (changes.length % CHANGES_PER_STEP === 0) yield 0.3 + (0.7 * index) / drafts.length;
  }
  return changes;
}

/** Answers whether a stretch of characters holds a token without partner. */
function touchedIn(
  { tokens }: ReadText,
  isAlone: (token: number) => boolean,
): (from: number, to: number) => boolean {
  return (from, to) => {
    for (let i = firstTokenFrom(tokens, from); i < tokens.count && (tokens.from[i] ?? 0) < to; i++)
      if (isAlone(i)) return true;
    return false;
  };
}

/** Answers where a span stands in the blocks of both texts. */
class Places {
  readonly a: ReadText;
  readonly b: ReadText;
  readonly #segmentOfA: Int32Array;
  readonly #segmentOfB: Int32Array;
  readonly #wholeA: Uint8Array;
  readonly #wholeB: Uint8Array;

  constructor(a: ReadText, b: ReadText, match: Correspondence) {
    this.a = a;
    this.b = b;
    this.#segmentOfA = segmentOfTokens(a);
    this.#segmentOfB = segmentOfTokens(b);
    this.#wholeA = new Uint8Array(a.segments.length).fill(1);
    this.#wholeB = new Uint8Array(b.segments.length).fill(1);
    match.partner.forEach((j, i) => {
      if (j < 0) return;
      this.#wholeA[this.#segmentOfA[i] ?? 0] = 0;
      this.#wholeB[this.#segmentOfB[j] ?? 0] = 0;
    });
  }

  /** True where the white space that ends at `offset` parts two blocks. */
  partsBlocksA(offset: number): boolean {
    const token = firstTokenFrom(this.a.tokens, offset);
    return (
      token > 0 && token < this.#segmentOfA.length && this.#segmentOfA[token] !== this.#segmentOfA[token - 1]
    );
  }

  partsBlocksB(offset: number): boolean {
    const token = firstTokenFrom(this.b.tokens, offset);
    return (
      token > 0 && token < this.#segmentOfB.length && this.#segmentOfB[token] !== this.#segmentOfB[token - 1]
    );
  }

  segmentIndexA(offset: number): number {
    return this.#segmentOfA[Math.min(firstTokenFrom(this.a.tokens, offset), this.a.tokens.count - 1)] ?? 0;
  }

  segmentIndexB(offset: number): number {
    return this.#segmentOfB[Math.min(firstTokenFrom(this.b.tokens, offset), this.b.tokens.count - 1)] ?? 0;
  }

  segmentA(span: { fromA: number }): Segment | undefined {
    return this.a.segments[this.segmentIndexA(span.fromA)];
  }

  segmentB(span: { fromB: number }): Segment | undefined {
    return this.b.segments[this.segmentIndexB(span.fromB)];
  }

  unitOf(span: Span): Unit {
    switch (span.op) {
      case 'move':
        return 'move';
      case 'delete':
        if (!hasTokens(this.a, span.fromA, span.toA)) return 'space';
        return this.#wholeA[this.segmentIndexA(span.fromA)] === 1 ? 'old-block' : 'words';
      case 'insert':
        if (!hasTokens(this.b, span.fromB, span.toB)) return 'space';
        return this.#wholeB[this.segmentIndexB(span.fromB)] === 1 ? 'new-block' : 'words';
      default:
        return 'space';
    }
  }
}

function segmentOfTokens({ tokens, segments }: ReadText): Int32Array {
  const owner = new Int32Array(tokens.count);
  segments.forEach((segment, index) => {
    owner.fill(index, segment.tokenFrom, segment.tokenTo);
  });
  return owner;
}

function hasTokens({ tokens }: ReadText, from: number, to: number): boolean {
  const first = firstTokenFrom(tokens, from);
  return first < tokens.count && (tokens.from[first] ?? 0) < to;
}

function groupSpans(spans: readonly Span[], places: Places): Draft[] {
  const drafts: Draft[] = [];
  const moves = new Map<number, Draft>();
  const reflows = new Map<number, Draft>();
  let open: Draft | null = null;
  let space: number[] = [];
  const add = (draft: Draft): Draft => {
    drafts.push(draft);
    return draft;
  };
  const closeSpace = (): void => {
    for (const index of space) {
      const span = spans[index];
      if (!span) continue;
      const segment = places.segmentIndexA(span.fromA);
      const known = reflows.get(segment);
      if (known) known.spans.push(index);
      else reflows.set(segment, add({ spans: [index], unit: 'space', move: 0 }));
    }
    space = [];
  };
  spans.forEach((span, index) => {
    const unit = span.op === 'keep' ? null : places.unitOf(span);
    if (unit === null || unit === 'move') {
      closeSpace();
      open = null;
    }
    if (unit === null) return;
    const move = span.move ?? 0;
    if (unit === 'move') {
      const known = moves.get(move);
      if (known) known.spans.push(index);
      else moves.set(move, add({ spans: [index], unit, move }));
      return;
    }
    if (unit === 'space') {
      if (open && span.op !== 'reflow') open.spans.push(index);
      else space.push(index);
      return;
    }
    if (open && continues(open, unit, move, span, spans, places)) open.spans.push(index);
    else open = add({ spans: [index], unit, move });
    const loose = space.filter((other) => spans[other]?.op !== 'reflow');
    open.spans.push(...loose);
    space = space.filter((other) => spans[other]?.op === 'reflow');
    closeSpace();
  });
  closeSpace();
  for (const draft of drafts) draft.spans.sort((x, y) => x - y);
  return drafts.sort((x, y) => (x.spans[0] ?? 0) - (y.spans[0] ?? 0));
}

/** True where a span goes on with the change before it: rows stand alone, and a heading begins another change. */
function continues(
  open: Draft,
  unit: Unit,
  move: number,
  span: Span,
  spans: readonly Span[],
  places: Places,
): boolean {
  if (open.unit !== unit || open.move !== move) return false;
  if (unit === 'words') return true;
  const last = spans[open.spans.findLast((index) => places.unitOf(spans[index] ?? span) === unit) ?? -1];
  if (!last) return false;
  const before = unit === 'old-block' ? places.segmentA(last) : places.segmentB(last);
  const here = unit === 'old-block' ? places.segmentA(span) : places.segmentB(span);
  if (before === here) return true;
  if (here?.kind === 'table-row' || before?.kind === 'table-row') return false;
  return here?.kind !== 'heading' || before?.kind === 'heading';
}

/** One block that stands where another one stood is one replacement. */
function mergeReplacedBlocks(drafts: readonly Draft[], spans: readonly Span[], places: Places): Draft[] {
  const merged: Draft[] = [];
  for (const draft of drafts) {
    const before = merged.at(-1);
    const follows = before?.unit === 'old-block' && draft.unit === 'new-block' && before.move === draft.move;
    if (follows && isAdjacent(before, draft) && replacesOne(before, draft, spans, places))
      before.spans.push(...draft.spans);
    else merged.push(draft);
  }
  return merged;
}

function isAdjacent(before: Draft, after: Draft): boolean {
  return (before.spans.at(-1) ?? -2) + 1 === after.spans[0];
}

function replacesOne(before: Draft, after: Draft, spans: readonly Span[], places: Places): boolean {
  const old = new Set(before.spans.map((index) => places.segmentA(spans[index] ?? NOWHERE)));
  const fresh = new Set(after.spans.map((index) => places.segmentB(spans[index] ?? NOWHERE)));
  const rows = [...old, ...fresh].filter((segment) => segment?.kind === 'table-row').length;
  return old.size === 1 && fresh.size === 1 && rows !== 1;
}

const NOWHERE = { fromA: 0, fromB: 0 };

/** Adds a change; marks around the same words, such as those of bold type, are one change with the ones before in their block. */
function addChange(changes: Change[], change: Change, places: Places): void {
  const last = changes.at(-1);
  const joins =
    last?.class === 'markup' &&
    change.class === 'markup' &&
    last.move === change.move &&
    places.segmentA(last) === places.segmentA(change) &&
    places.segmentB(last) === places.segmentB(change);
  if (!joins) {
    changes.push(change);
    return;
  }
  changes[changes.length - 1] = {
    ...last,
    toA: change.toA,
    toB: change.toB,
    spans: [...last.spans, ...change.spans],
  };
}

function makeChange(
  id: number,
  draft: Draft,
  spans: readonly Span[],
  places: Places,
  context: SignalContext,
): Change {
  const own = draft.spans.flatMap((index) => spans[index] ?? []);
  const changed = changedTokens(places, own);
  const range = {
    fromA: own.reduce((least, span) => Math.min(least, span.fromA), Number.POSITIVE_INFINITY),
    toA: own.reduce((most, span) => Math.max(most, span.toA), 0),
    fromB: own.reduce((least, span) => Math.min(least, span.fromB), Number.POSITIVE_INFINITY),
    toB: own.reduce((most, span) => Math.max(most, span.toB), 0),
  };
  const changeClass =
    draft.unit === 'move' ? 'moved' : classify(places.a, places.b, changed, context.kinds.words);
  const change: Change = {
    id,
    kind: kindOf(draft, own, places, changeClass),
    class: changeClass,
    ...range,
    sectionA: places.segmentA(range)?.section ?? [],
    sectionB: places.segmentB(range)?.section ?? [],
    signals: draft.unit === 'move' ? [] : findSignals(places.a, places.b, changed, context),
    spans: draft.spans,
  };
  return draft.move > 0 ? { ...change, move: draft.move } : change;
}

function changedTokens({ a, b }: Places, own: readonly Span[]): ChangedTokens {
  const inA: number[] = [];
  const inB: number[] = [];
  for (const span of own) {
    if (span.op === 'delete') addTokens(inA, a, span.fromA, span.toA);
    if (span.op === 'insert') addTokens(inB, b, span.fromB, span.toB);
  }
  return { a: inA, b: inB };
}

function addTokens(list: number[], { tokens }: ReadText, from: number, to: number): void {
  for (let i = firstTokenFrom(tokens, from); i < tokens.count && (tokens.from[i] ?? 0) < to; i++)
    list.push(i);
}

function kindOf(
  draft: Draft,
  own: readonly Span[],
  places: Places,
  changeClass: Change['class'],
): ChangeKind {
  if (draft.unit === 'move') return 'move';
  if (draft.unit === 'space') return kindOfSpace(own, places);
  const deletes = own.some((span) => span.op === 'delete' && hasTokens(places.a, span.fromA, span.toA));
  const inserts = own.some((span) => span.op === 'insert' && hasTokens(places.b, span.fromB, span.toB));
  const [first] = own;
  const segment = first && (deletes ? places.segmentA(first) : places.segmentB(first));
  if (changeClass === 'link-target' || changeClass === 'link-tracking') return 'link';
  if (segment?.kind === 'table-row') return draft.unit === 'words' ? 'cell' : 'row';
  if (changeClass === 'markup' || changeClass === 'reflow' || changeClass === 'numbering') return 'format';
  if (deletes && inserts) return 'replace';
  return deletes ? 'delete' : 'insert';
}

/** White space that begins or ends a block's parting is a split or a join; any other is layout. */
function kindOfSpace(own: readonly Span[], places: Places): ChangeKind {
  for (const span of own) {
    if (span.op !== 'reflow') continue;
    const partsA = places.partsBlocksA(span.toA);
    const partsB = places.partsBlocksB(span.toB);
    if (!partsA && partsB) return 'split';
    if (partsA && !partsB) return 'join';
  }
  return 'format';
}
