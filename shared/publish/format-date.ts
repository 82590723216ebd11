import type { IsoDate } from '../model/policy.ts';

const LONG_DATE = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** `2018-05-25` (or an instant) as "25 May 2018"; anything that is no date comes back as it is. */
export function longDate(iso: IsoDate): string {
  const instant = Date.parse(iso.length === 10 ? `${iso}T00:00:00Z` : iso);
  return Number.isNaN(instant) ? iso : LONG_DATE.format(instant);
}

/** A date as HTML that machines can read too; `iso` is `YYYY-MM-DD` or an instant. */
export function dateElement(iso: string): string {
  const day = iso.slice(0, 10);
  return /^\d{4}-\d{2}-\d{2}$/.test(day) ? `<time datetime="${day}">${longDate(day)}</time>` : '';
}
