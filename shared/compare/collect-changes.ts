import type { Correspondence } from './assemble-spans.ts';
import { indexNames } from './changed-names.ts';
import { type ChangedTokens, classify } from './classify.ts';
import type { Change, ChangeKind, Span } from './comparison.ts';
import type { Definitions } from './definitions.ts';
import { type ChangeDraft, draftChanges } from './group-spans.ts';
import type { ReadText } from './read-text.ts';
import { changesSameMarkup } from './same-markup.ts';
import { findSignals, markNameStarts, type SignalContext } from './signals.ts';
import { hasTokens, SpanPlaces } from './span-places.ts';
import type { Steps } from './steps.ts';
import { firstTokenFrom } from './tokens.ts';
import { readWordKinds } from './word-kinds.ts';

/** Changes described between two steps: a few milliseconds. */
const CHANGES_PER_STEP = 200;

/** Groups the spans that are not kept into changes as a reader would count them, with their class, signals and sections. */
export function* collectChangesInSteps(
  a: ReadText,
  b: ReadText,
  spans: readonly Span[],
  match: Correspondence,
  definitions: Definitions,
  words: readonly string[],
): Steps<Change[]> {
  const places = new SpanPlaces(a, b, match);
  const matchedInB = new Uint8Array(b.tokens.count);
  for (const j of match.partner) if (j >= 0) matchedInB[j] = 1;
  const drafts = draftChanges(spans, places);
  yield 0.2;
  const kinds = readWordKinds(words);
  const names = indexNames([
    { side: a, definitions: definitions.a, touched: touchedIn(a, (i) => match.partner[i] === -1) },
    { side: b, definitions: definitions.b, touched: touchedIn(b, (j) => !matchedInB[j]) },
  ]);
  const context = { kinds, names, nameStarts: markNameStarts(names, words) };
  yield 0.3;
  const changes: Change[] = [];
  const make = (id: number, draft: ChangeDraft): Change => makeChange(id, draft, spans, places, context);
  const tokensOf = (change: Change): ChangedTokens =>
    changedTokens(
      places,
      change.spans.flatMap((index) => spans[index] ?? []),
    );
  for (const [index, draft] of drafts.entries()) {
    const last = changes.at(-1);
    const change = make(changes.length + 1, draft);
    if (last && changesSameMarkup(last, change, places, tokensOf))
      changes[changes.length - 1] = make(last.id, { ...draft, spans: [...last.spans, ...draft.spans] });
    else changes.push(change);
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

function makeChange(
  id: number,
  draft: ChangeDraft,
  spans: readonly Span[],
  places: SpanPlaces,
  context: SignalContext,
): Change {
  const own = draft.spans.flatMap((index) => spans[index] ?? []);
  const changed = changedTokens(places, own);
  const range = {
    fromA: Number.POSITIVE_INFINITY,
    toA: 0,
    fromB: Number.POSITIVE_INFINITY,
    toB: 0,
  };
  for (const span of own) {
    range.fromA = Math.min(range.fromA, span.fromA);
    range.toA = Math.max(range.toA, span.toA);
    range.fromB = Math.min(range.fromB, span.fromB);
    range.toB = Math.max(range.toB, span.toB);
  }
  const changeClass = draft.unit === 'move' ? 'moved' : classify(places.a, places.b, changed, context.kinds);
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

function changedTokens({ a, b }: SpanPlaces, own: readonly Span[]): ChangedTokens {
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
  draft: ChangeDraft,
  own: readonly Span[],
  places: SpanPlaces,
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
function kindOfSpace(own: readonly Span[], places: SpanPlaces): ChangeKind {
  for (const span of own) {
    if (span.op !== 'reflow') continue;
    const partsA = places.partsBlocksA(span.toA);
    const partsB = places.partsBlocksB(span.toB);
    if (!partsA && partsB) return 'split';
    if (partsA && !partsB) return 'join';
  }
  return 'format';
}
