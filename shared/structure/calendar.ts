import type { TextRange } from '../model/text.ts';

/** A calendar date in running text; `iso` is `YYYY-MM-DD`, of a month without a day its first day. */
export interface FoundDate extends TextRange {
  readonly iso: string;
  /** Set where the text names only the month. */
  readonly precision?: 'month';
}

// Month names as policies write them in English and in the six languages most often met beside it. Prefixes are listed
// where an abbreviation is usual; a full stop after an abbreviation is allowed by the pattern.
const MONTH_NAMES: readonly string[] = [
  'january|jan|januar|jänner|janvier|enero|gennaio|janeiro|januari',
  'february|feb|februar|février|fevrier|febrero|febbraio|fevereiro|februari',
  'march|mar|märz|maerz|mars|marzo|março|maart',
  'april|apr|avril|abril|aprile',
  'may|mai|mayo|maggio|maio|mei',
  'june|jun|juni|juin|junio|giugno|junho',
  'july|jul|juli|juillet|julio|luglio|julho',
  'august|aug|août|aout|agosto|augustus',
  'september|sept|sep|septembre|septiembre|settembre|setembro',
  'october|oct|oktober|okt|octobre|octubre|ottobre|outubro',
  'november|nov|novembre|noviembre|novembro',
  'december|dec|dezember|dez|décembre|decembre|diciembre|dicembre|dezembro',
];
const MONTHS: ReadonlyMap<string, number> = new Map(
  MONTH_NAMES.flatMap((names, index) => names.split('|').map((name) => [name, index + 1] as const)),
);
const MONTH = `(${MONTH_NAMES.join('|')})`;
const DAY = '(\\d{1,2})(?:st|nd|rd|th|er|º|\\.)?';
const YEAR = '((?:19|20)\\d{2})';
const GAP = '[\\s\\u00a0,.-]{1,3}';

const PATTERN = new RegExp(
  [
    `(?<![\\p{L}\\d])${MONTH}\\.?${GAP}${DAY}${GAP}${YEAR}(?!\\d)`,
    `(?<![\\p{L}\\d])${DAY}${GAP}(?:of |de |del )?${MONTH}\\.?${GAP}(?:of |de |del )?${YEAR}(?!\\d)`,
    `(?<!\\d)${YEAR}([-/._])(\\d{1,2})\\8(\\d{1,2})(?!\\d)`,
    `(?<![\\d./-])(\\d{1,2})([-/.])(\\d{1,2})\\12${YEAR}(?![\\d/-])`,
  ].join('|'),
  'giu',
);

/**
 * Finds the dates of a text in order. A slashed date with both numbers up to 12 is read month first, as policies in English
 * mostly mean it; a dotted or hyphened one day first.
 */
export function findDates(text: string): FoundDate[] {
  if (!/(?:19|20)\d{2}/.test(text)) return []; // most passages; the pattern is costly
  const found: FoundDate[] = [];
  for (const match of text.matchAll(PATTERN)) {
    const iso = readMatch(match);
    if (iso) found.push({ iso, from: match.index, to: match.index + match[0].length });
  }
  return found;
}

const MONTH_ALONE = new RegExp(
  `(?<![\\p{L}\\d]|\\d[\\s.])${MONTH}\\.?,?[\\s\\u00a0]+${YEAR}(?![\\d/-])`,
  'giu',
);

/** Finds the months of a text that are named with their year and without a day ("March 2021"), in order. */
export function findMonths(text: string): FoundDate[] {
  return [...text.matchAll(MONTH_ALONE)].map((match) => {
    const month = String(MONTHS.get((match[1] ?? '').toLowerCase())).padStart(2, '0');
    const range = { from: match.index, to: match.index + match[0].length };
    return { iso: `${match[2]}-${month}-01`, precision: 'month', ...range };
  });
}

function readMatch(match: RegExpMatchArray): string | null {
  const [, m1, d1, y1, d2, m2, y2, y3, , m3, d3, a, separator, b, y4] = match;
  if (m1) return toIso(y1, MONTHS.get(m1.toLowerCase()), Number(d1));
  if (m2) return toIso(y2, MONTHS.get(m2.toLowerCase()), Number(d2));
  if (y3) return toIso(y3, Number(m3), Number(d3));
  const first = Number(a);
  const second = Number(b);
  const monthFirst = separator === '/' ? first <= 12 : second > 12;
  return monthFirst ? toIso(y4, first, second) : toIso(y4, second, first);
}

function toIso(year: string | undefined, month: number | undefined, day: number): string | null {
  if (!year || !month || month < 1 || month > 12 || day < 1) return null;
  if (day > new Date(Date.UTC(Number(year), month, 0)).getUTCDate()) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
