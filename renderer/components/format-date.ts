import type { IsoDate, Timestamp } from '../../shared/model/policy.ts';

const DAY = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});
const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'short', year: 'numeric', timeZone: 'UTC' });
const CLOCK = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const INSTANT_DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });

/** "2 May 2019"; the text itself where it is no date. */
export function formatDate(date: IsoDate): string {
  const instant = Date.parse(`${date}T00:00:00Z`);
  return Number.isNaN(instant) ? date : DAY.format(instant);
}

/** "14:03" on this computer's clock. */
export function formatClock(timestamp: Timestamp): string {
  const instant = Date.parse(timestamp);
  return Number.isNaN(instant) ? timestamp : CLOCK.format(instant);
}

/** "2 May 2019, 14:03" on this computer's clock. */
export function formatInstant(timestamp: Timestamp): string {
  const instant = Date.parse(timestamp);
  return Number.isNaN(instant) ? timestamp : `${INSTANT_DAY.format(instant)}, ${CLOCK.format(instant)}`;
}

/** "1 word", "2,345 words". */
export function formatCount(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;
}

/** "May 2019", for narrow places; the text itself where it is no date. */
export function formatMonth(date: IsoDate): string {
  const instant = Date.parse(`${date}T00:00:00Z`);
  return Number.isNaN(instant) ? date : MONTH.format(instant);
}
