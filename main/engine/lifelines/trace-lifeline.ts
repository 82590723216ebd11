import { compareTexts } from '../../../shared/compare/compare.ts';
import type { Span } from '../../../shared/compare/comparison.ts';
import { redlinePieces } from '../../../shared/compare/redline-pieces.ts';
import type { Lifeline, LifelineEvent } from '../../../shared/ipc/history-requests.ts';
import type { VersionSummary } from '../../../shared/model/policy.ts';
import { ok, type Result } from '../../../shared/model/result.ts';
import type { TextRange } from '../../../shared/model/text.ts';
import { dateOf, inDateOrder } from '../../../shared/model/version-order.ts';
import type { Connection } from '../store/connection.ts';
import { listVersions, loadVersionText } from '../store/versions.ts';
import { mapRangeBack } from './map-range.ts';

/** The spans between two texts, by their hashes; a lifeline asks for the same pairs as the one before. */
export type SpanCache = Map<string, readonly Span[]>;

/** Less of a passage than this share in the version before, and it is another passage. */
const MIN_KEPT = 0.25;
/** Fewer words than this stand in many texts by chance; more that are the same again were taken out and put back. */
const MIN_RETURNING_WORDS = 4;
const MAX_CACHED = 400;

/**
 * Follows a passage of a version back through the policy's versions, in order of their dates: each version in which its wording changed, and
 * the one in which it appeared; where it had been taken out for a while, the one in which it came back. Yields before each version so that a caller can pause or stop.
 */
export function* traceLifeline(
  connection: Connection,
  start: VersionSummary,
  range: TextRange,
  cache: SpanCache,
): Generator<number, Result<Lifeline>> {
  const versions = inDateOrder(listVersions(connection, start.policyId));
  const events: LifelineEvent[] = [];
  let at = versions.findIndex(({ id }) => id === start.id);
  let place = range;
  let text = loadVersionText(connection, start);
  const note = (
    kind: LifelineEvent['kind'],
    version: VersionSummary,
    before: string,
    after: string,
  ): void => {
    events.push(describe(kind, version, place, before, after));
  };
  for (; text.ok; at--) {
    yield at;
    const version = versions[at];
    const before = versions[at - 1];
    if (!version) break;
    const passage = text.value.slice(place.from, place.to);
    if (!before) {
      note('appeared', version, '', passage);
      break;
    }
    const earlier = loadVersionText(connection, before);
    if (!earlier.ok) return earlier;
    const step = stepBack(earlier.value, text.value, place, () =>
      spansBetween(before, version, earlier.value, text, cache),
    );
    if (step.kind === 'appeared') {
      const left = yield* findBefore(connection, versions, at - 1, passage);
      note(left ? 'returned' : 'appeared', version, '', passage);
      if (!left) break;
      ({ place, text } = left);
      at = left.at + 1; // the loop goes one back
      continue;
    }
    if (step.kind === 'changed')
      note('changed', version, earlier.value.slice(step.place.from, step.place.to), passage);
    place = step.place;
    text = earlier;
  }
  return text.ok ? ok({ events }) : text;
}

/** The newest version before `below` that has the passage word for word, once; null when none has or it is too short to tell. */
function* findBefore(
  connection: Connection,
  versions: readonly VersionSummary[],
  below: number,
  passage: string,
): Generator<
  number,
  { readonly at: number; readonly place: TextRange; readonly text: Result<string> } | null
> {
  const wording = passage.trim();
  if ((wording.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) < MIN_RETURNING_WORDS) return null;
  for (let at = below - 1; at >= 0; at--) {
    yield at;
    const version = versions[at];
    const text = version && loadVersionText(connection, version);
    const from = text?.ok ? onlyPlace(text.value, wording) : -1;
    if (text && from >= 0) return { at, place: { from, to: from + wording.length }, text };
  }
  return null;
}

type Step = { readonly kind: 'same' | 'changed'; readonly place: TextRange } | { readonly kind: 'appeared' };

/** Finds a passage of a text in the one before; the spans between the two are asked for only where they are needed. */
export function stepBack(before: string, text: string, place: TextRange, spans: () => readonly Span[]): Step {
  if (before === text) return { kind: 'same', place };
  const passage = text.slice(place.from, place.to);
  const found = onlyPlace(before, passage);
  // The same words in one place only, here and before: no comparison is needed to know that they are the same passage.
  if (found >= 0 && onlyPlace(text, passage) >= 0)
    return { kind: 'same', place: { from: found, to: found + passage.length } };
  const mapped = mapRangeBack(spans(), place);
  if (!mapped || mapped.kept < passage.length * MIN_KEPT) return { kind: 'appeared' };
  const kind = mapped.whole && before.slice(mapped.from, mapped.to) === passage ? 'same' : 'changed';
  return { kind, place: mapped };
}

function onlyPlace(text: string, passage: string): number {
  const first = text.indexOf(passage);
  return first >= 0 && text.indexOf(passage, first + 1) < 0 ? first : -1;
}

/** The spans between two versions, computed once. */
export function spansBetween(
  before: VersionSummary,
  version: VersionSummary,
  earlier: string,
  text: Result<string>,
  cache: SpanCache,
): readonly Span[] {
  const key = `${before.textHash}${version.textHash}`;
  const known = cache.get(key);
  if (known || !text.ok) return known ?? [];
  const { spans } = compareTexts({ label: '', text: earlier }, { label: '', text: text.value });
  if (cache.size >= MAX_CACHED) cache.clear();
  cache.set(key, spans);
  return spans;
}

function describe(
  kind: LifelineEvent['kind'],
  version: VersionSummary,
  { from, to }: TextRange,
  before: string,
  text: string,
): LifelineEvent {
  const { id: versionId, number, note } = version;
  const redline = redlinePieces(before, text);
  return { kind, versionId, number, date: dateOf(version), note, text, from, to, redline };
}
