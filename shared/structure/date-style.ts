import { findDates } from './calendar.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/**
 * Writes a date the way another one is written: "2 May 2019", "May 2nd, 2019", "02/05/2019", "2019-05-02". Where the sample's way
 * could be misread (a slashed date whose day may be a month, a month in another language), the date is written as ISO 8601.
 */
export function writeDateLike(sample: string, iso: string): string {
  const found = findDates(sample)[0];
  if (!found) return iso;
  const written = sample.slice(found.from, found.to);
  const candidate = inWords(written, iso) ?? inFigures(written, iso) ?? iso;
  return findDates(candidate)[0]?.iso === iso ? candidate : iso;
}

function inWords(sample: string, iso: string): string | null {
  const [year = '', month = '', day = ''] = iso.split('-');
  const name = /\p{L}{3,}\.?/u.exec(sample)?.[0] ?? '';
  const index = MONTHS.findIndex((full) =>
    full.toLowerCase().startsWith(name.toLowerCase().replace('.', '').slice(0, 3)),
  );
  if (!name || index < 0) return null;
  const full = MONTHS[Number(month) - 1] ?? '';
  const short =
    name.replace('.', '').length <= 4 && name.replace('.', '').length < (MONTHS[index] ?? '').length;
  const cut = short ? full.slice(0, 3) + (name.endsWith('.') ? '.' : '') : full;
  const cased = name === name.toUpperCase() ? cut.toUpperCase() : cut;
  const number = /(?<!\d)0\d(?!\d)/.test(sample) ? day : String(Number(day));
  const withSuffix = /\d(?:st|nd|rd|th)\b/i.test(sample) ? number + ordinalSuffix(Number(day)) : number;
  const comma = /,\s*\d{4}$/.test(sample) ? ',' : '';
  if (sample.startsWith(name)) return `${cased} ${withSuffix}${comma} ${year}`;
  const of = /\bof\b/.test(sample) ? ' of' : '';
  return `${withSuffix}${of} ${cased}${comma} ${year}`;
}

function inFigures(sample: string, iso: string): string | null {
  const [year = '', month = '', day = ''] = iso.split('-');
  const yearFirst = /^\d{4}([-/._])/.exec(sample)?.[1];
  if (yearFirst) return [year, month, day].join(yearFirst);
  const parts = /^(\d{1,2})([-/.])(\d{1,2})\2\d{4}$/.exec(sample);
  const separator = parts?.[2];
  if (!separator) return null;
  const monthFirst = separator === '/' && Number(parts[1]) <= 12;
  return (monthFirst ? [month, day, year] : [day, month, year]).join(separator);
}

function ordinalSuffix(day: number): string {
  if (day >= 11 && day <= 13) return 'th';
  return ['th', 'st', 'nd', 'rd'][day % 10] ?? 'th';
}
