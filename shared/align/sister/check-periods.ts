import type { TimeCommitment, TimeCommitmentKind } from '../../structure/inspection.ts';
import { isAgeOfUse } from '../age-of-use.ts';
import { durationText } from '../duration-text.ts';
import { stemWord, termOf } from '../passage-features.ts';
import { foldWords } from '../words.ts';
import { placeIn, type Sister } from './read-sister.ts';
import type { SisterFinding } from './sister-finding.ts';

const KIND_NAMES: Readonly<Record<TimeCommitmentKind, string>> = {
  retention: 'retention',
  deletion: 'deletion',
  backup: 'time in backups',
  'restore-window': 'time to restore',
  response: 'time to respond',
  'breach-notification': 'breach notice',
  notice: 'notice',
  lookback: 'period looked back on',
  'request-limit': 'limit of requests',
  'minimum-age': 'minimum age',
  other: 'period',
};
/** Kinds of which a company has one; of the others each may concern different data, so the sentences must resemble. */
const SINGULAR: ReadonlySet<TimeCommitmentKind> = new Set<TimeCommitmentKind>([
  'breach-notification',
  'minimum-age',
  'backup',
  'restore-window',
]);
/** Share of meaningful words that two sentences on the same period have in common, at least. */
const ALIKE = 0.3;
/** So many words in common at least, unless they are most of the shorter sentence: long sentences share some by chance. */
const ENOUGH_WORDS = 3;
/** Unclassified periods are compared only where the sentences are nearly the same. */
const NEARLY_SAME = 0.5;

/** Who is of age, and whose data may be sold, are other matters than who may use a service. */
const OF_AGE =
  /\bage of (?:legal )?(?:majority|consent)\b|\blegal (?:age|capacity)\b|[“"'‘]?\b(?:sells?|selling|sale)\b/i;

/** Periods of one kind and subject that two documents state differently. */
export function checkPeriods(sisters: readonly Sister[]): SisterFinding[] {
  return sisters.flatMap((a, index) => sisters.slice(index + 1).flatMap((b) => comparePeriods(a, b)));
}

function comparePeriods(a: Sister, b: Sister): SisterFinding[] {
  const [left, right] = [a, b].map(({ inspection }) =>
    inspection.timeCommitments.filter(
      ({ kind, quote }) => kind !== 'minimum-age' || (isAgeOfUse(quote) && !OF_AGE.test(quote)),
    ),
  );
  if (!left || !right) return [];
  const used = new Set<TimeCommitment>();
  return left.flatMap((time) => {
    const agrees = right.some((other) => samePeriod(time, other) && likeness(time, other) >= ALIKE);
    if (agrees && time.kind !== 'minimum-age') return [];
    const rival = right
      .filter(
        (other) =>
          other.kind === time.kind &&
          comparable(a, b, time.kind) &&
          !used.has(other) &&
          !left.some((own) => samePeriod(own, other)),
      )
      .map((other) => ({ other, score: likeness(time, other) }))
      .sort((x, y) => y.score - x.score)[0];
    if (!rival || samePeriod(time, rival.other) || rival.score < leastLikeness(time.kind)) return [];
    used.add(rival.other);
    return [
      {
        kind: 'period' as const,
        severity: 'warning' as const,
        message: `${a.label} and ${b.label} differ on ${KIND_NAMES[time.kind]}: ${durationText(time)} and ${durationText(rival.other)}.`,
        places: [placeIn(a, time.range), placeIn(b, rival.other.range)],
      },
    ];
  });
}

/** Rules for particular products have ages of their own. */
function comparable(a: Sister, b: Sister, kind: TimeCommitmentKind): boolean {
  return kind !== 'minimum-age' || (a.role !== 'other' && b.role !== 'other');
}

function leastLikeness(kind: TimeCommitmentKind): number {
  return SINGULAR.has(kind) ? 0 : kind === 'other' ? NEARLY_SAME : ALIKE;
}

function samePeriod(x: TimeCommitment, y: TimeCommitment): boolean {
  return x.kind === y.kind && inDays(x) === inDays(y);
}

/** Weeks, days and hours compare as one; months and years as one; the rest only with itself. */
function inDays({ value, unit }: TimeCommitment): string {
  if (unit === 'week') return `${value * 7 * 24} hours`;
  if (unit === 'day') return `${value * 24} hours`;
  if (unit === 'hour') return `${value} hours`;
  if (unit === 'year') return `${value * 12} months`;
  return `${value} ${unit}s`;
}

function likeness(x: TimeCommitment, y: TimeCommitment): number {
  const [a, b] = [meaningful(x.quote), meaningful(y.quote)];
  let common = 0;
  for (const word of a) if (b.has(word)) common++;
  const share = common / Math.max(1, Math.min(a.size, b.size));
  return common >= ENOUGH_WORDS || share >= NEARLY_SAME ? share : 0;
}

/** Every period has one. */
const UNITS = /^(?:hours?|(?:business|working|calendar)|days?|weeks?|months?|years?)$/;

/** Words of four letters or more that carry a subject, without endings, numbers and units. */
function meaningful(sentence: string): Set<string> {
  return new Set(
    foldWords(sentence)
      .filter((word) => word.length >= 4 && !/^\d/.test(word) && !UNITS.test(word) && termOf(word) !== '')
      .map(stemWord),
  );
}
