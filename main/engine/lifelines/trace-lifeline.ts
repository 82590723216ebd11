import { compareTexts } from '../../../shared/compare/compare.ts';
import type { Span } from '../../../shared/compare/comparison.ts';
import type { Lifeline, LifelineEvent } from '../../../shared/ipc/contract.ts';
import type { VersionSummary } from '../../../shared/model/policy.ts';
import { ok, type Result } from '../../../shared/model/result.ts';
import type { TextRange } from '../../../shared/model/text.ts';
import type { Connection } from '../store/connection.ts';
import { dateOf } from '../store/current-version.ts';
import { listVersions, loadVersionText } from '../store/versions.ts';
import { mapRangeBack } from './map-range.ts';

/** The spans between two texts, by their hashes; a lifeline asks for the same pairs as the one before. */
export type SpanCache = Map<string, readonly Span[]>;

/** Less of a passage than this share in the version before, and it is another passage. */
const MIN_KEPT = 0.25;
const MAX_CACHED = 400;

/**
 * Follows a passage of a version back through the policy's versions, in order of their dates: each version in which its wording changed, and
 * the one in which it appeared. Yields before each version so that a caller can pause or stop.
 */
export function* traceLifeline(
  connection: Connection,
  start: VersionSummary,
  range: TextRange,
  cache: SpanCache,
): Generator<number, Result<Lifeline>> {
  const versions = inOrder(listVersions(connection, start.policyId));
  const events: LifelineEvent[] = [];
  let at = versions.findIndex(({ id }) => id === start.id);
  let place = range;
  let text = loadVersionText(connection, start);
  for (; text.ok; at--) {
    yield at;
    const version = versions[at];
    const before = versions[at - 1];
    if (!version) break;
    const passage = text.value.slice(place.from, place.to);
    if (!before) {
      events.push(describe('appeared', version, passage));
      break;
    }
    const earlier = loadVersionText(connection, before);
    if (!earlier.ok) return earlier;
    const step = stepBack(earlier.value, text.value, place, () =>
      spansBetween(before, version, earlier.value, text, cache),
    );
    if (step.kind !== 'same') events.push(describe(step.kind, version, passage));
    if (step.kind === 'appeared') break;
    place = step.place;
    text = earlier;
  }
  return text.ok ? ok({ events }) : text;
}

type Step = { readonly kind: 'same' | 'changed'; readonly place: TextRange } | { readonly kind: 'appeared' };

function stepBack(before: string, text: string, place: TextRange, spans: () => readonly Span[]): Step {
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

function spansBetween(
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

function inOrder(versions: readonly VersionSummary[]): VersionSummary[] {
  return [...versions].sort((x, y) =>
    dateOf(x) < dateOf(y) ? -1 : dateOf(x) > dateOf(y) ? 1 : x.number - y.number,
  );
}

function describe(kind: LifelineEvent['kind'], version: VersionSummary, text: string): LifelineEvent {
  return {
    kind,
    versionId: version.id,
    number: version.number,
    date: dateOf(version),
    note: version.note,
    text,
  };
}
