import type { Span } from '../../../shared/compare/comparison.ts';
import type { OriginSpan } from '../../../shared/ipc/history-requests.ts';
import type { VersionSummary } from '../../../shared/model/policy.ts';
import { ok, type Result } from '../../../shared/model/result.ts';
import { TOKEN_PATTERN } from '../../../shared/model/text.ts';
import { inDateOrder } from '../../../shared/model/version-order.ts';
import type { Connection } from '../store/connection.ts';
import { listVersions, loadVersionText } from '../store/versions.ts';
import { openLeftWords } from './left-words.ts';
import { type SpanCache, spansBetween } from './trace-lifeline.ts';

/** The words of a text in order, and for each the number of the version in which it came in. */
interface KnownOrigins {
  readonly text: string;
  readonly words: readonly PlacedWord[];
  readonly origins: readonly number[];
}

export interface PlacedWord {
  readonly from: number;
  readonly to: number;
  readonly word: string;
}

/**
 * From which version each word of a version comes, through edits, moves, splits and joins, in order of the versions' dates. Words that were
 * taken out and came back in a row keep the version in which they first came in. Yields before each version.
 */
export function* traceOrigins(
  connection: Connection,
  target: VersionSummary,
  cache: SpanCache,
): Generator<number, Result<readonly OriginSpan[]>> {
  const versions = inDateOrder(listVersions(connection, target.policyId));
  const last = versions.findIndex(({ id }) => id === target.id);
  const left = openLeftWords();
  let known: KnownOrigins = { text: '', words: [], origins: [] };
  for (let at = 0; at <= last; at++) {
    yield last - at;
    const [before, version] = [versions[at - 1], versions[at]];
    if (!version) break;
    const text = loadVersionText(connection, version);
    if (!text.ok) return text;
    const spans = before ? spansBetween(before, version, known.text, text, cache) : [];
    const carried = carryOver(known, text.value, spans);
    left.add(known.words, known.origins, carried.taken);
    left.recall(carried.words, carried.origins);
    const origins = carried.origins.map((origin) => origin ?? version.number);
    known = { text: text.value, words: carried.words, origins };
  }
  return ok(joinSpans(known));
}

interface Carried {
  readonly words: readonly PlacedWord[];
  /** Null for words that are new. */
  readonly origins: (number | null)[];
  /** Indexes of the earlier words that went on into the new text. */
  readonly taken: ReadonlySet<number>;
}

/** Gives the words of a text the origins of those they correspond to: equal words in equal order within each span that both texts have. */
function carryOver(known: KnownOrigins, text: string, spans: readonly Span[]): Carried {
  const words = placeWords(text);
  const origins: (number | null)[] = words.map(() => null);
  const taken = new Set<number>();
  for (const span of spans) {
    if (span.op === 'insert' || span.op === 'delete') continue;
    let a = firstWordFrom(known.words, span.fromA);
    for (let b = firstWordFrom(words, span.fromB); (words[b]?.to ?? Infinity) <= span.toB; b++, a++) {
      if (known.words[a]?.word !== words[b]?.word || (known.words[a]?.to ?? Infinity) > span.toA) break;
      origins[b] = known.origins[a] ?? null;
      taken.add(a);
    }
  }
  return { words, origins, taken };
}

function placeWords(text: string): PlacedWord[] {
  return [...text.matchAll(TOKEN_PATTERN)].map(({ 0: word, index }) => ({
    from: index,
    to: index + word.length,
    word,
  }));
}

/** Index of the first word that begins at or after an offset. */
function firstWordFrom(words: readonly PlacedWord[], offset: number): number {
  let low = 0;
  for (let high = words.length; low < high; ) {
    const middle = (low + high) >> 1;
    if ((words[middle]?.from ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function joinSpans({ words, origins }: KnownOrigins): OriginSpan[] {
  const spans: { from: number; to: number; number: number }[] = [];
  for (const [at, { from, to }] of words.entries()) {
    const number = origins[at] ?? 0;
    const last = spans.at(-1);
    if (last?.number === number) last.to = to;
    else spans.push({ from, to, number });
  }
  return spans;
}
