import type { VersionKind } from '../../shared/model/policy.ts';

/** What the Save version dialog asks for; an empty date means that none is known. */
export interface VersionForm {
  readonly effectiveDate: string;
  readonly note: string;
  readonly kind: VersionKind;
  readonly author: string;
}

/** Why the form cannot be saved as it stands, or null. */
export function versionFormError({ effectiveDate }: VersionForm): string | null {
  if (effectiveDate === '') return null;
  const instant = Date.parse(`${effectiveDate}T00:00:00Z`);
  const isDate = /^\d{4}-\d{2}-\d{2}$/.test(effectiveDate) && !Number.isNaN(instant);
  // JavaScript reads 31 February as 3 March; only what comes back unchanged is a date of the calendar.
  return isDate && new Date(instant).toISOString().startsWith(effectiveDate)
    ? null
    : 'This is not a date of the calendar.';
}
