import type { TimeUnit } from '../../../shared/structure/inspection.ts';
import type { Period } from '../../../shared/structure/lenses/commitments-lens.ts';

const UNITS: readonly (readonly [RegExp, TimeUnit])[] = [
  [/^(?:h|hours?|hrs?)$/, 'hour'],
  [/^(?:d|days?)$/, 'day'],
  [/^(?:(?:working|business)[ -]days?|wd)$/, 'working-day'],
  [/^(?:w|weeks?)$/, 'week'],
  [/^(?:m|months?)$/, 'month'],
  [/^(?:y|years?)$/, 'year'],
  [/^years? old$/, 'age'],
];

/** Reads "60 days", "2 weeks", "10 working days"; a number alone keeps the unit. Null for anything else. */
export function parsePeriod(entered: string, unit: TimeUnit): Period | null {
  const [, count = '', name = ''] = /^\s*(\d{1,4})\s*([a-z -]*?)\s*$/i.exec(entered) ?? [];
  const value = Number(count);
  if (!count || value < 1) return null;
  if (!name) return { value, unit };
  const found = UNITS.find(([pattern]) => pattern.test(name.toLowerCase()))?.[1];
  if (!found) return null;
  return unit === 'age'
    ? found === 'age' || found === 'year'
      ? { value, unit }
      : null
    : { value, unit: found };
}
