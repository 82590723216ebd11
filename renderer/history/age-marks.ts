import type { PassageAge } from '../../shared/ipc/history-requests.ts';
import { formatDate, formatMonth } from '../components/format-date.ts';
import type { AgeMark } from '../editor/age-decorations.ts';

/** Shades that can be told apart in a narrow strip. */
const BANDS = 4;

/** What the margin shows: a label where the age is another than above, and a shade by rank among the ages of this text. */
export function ageMarks(ages: readonly PassageAge[]): readonly AgeMark[] {
  const dates = [...new Set(ages.filter(({ since }) => since !== null).map(({ date }) => date))].sort();
  return ages.map((age, index) => ({
    fromLine: age.fromLine,
    toLine: age.toLine,
    label: sameAge(age, ages[index - 1]) ? '' : shortAge(age),
    words: ageWords(age),
    band: bandOf(age, dates),
  }));
}

/** "This paragraph reads so since 2 May 2019, version 5." */
export function ageWords({ since, date }: PassageAge): string {
  return since === null
    ? 'This paragraph is new or changed in the draft.'
    : `This paragraph reads so since ${formatDate(date)}, version ${since}.`;
}

/** The age of the paragraph on a 1-based line; null on a line of none. */
export function ageOnLine(ages: readonly PassageAge[], line: number): PassageAge | null {
  return ages.find((age) => age.fromLine <= line && line <= age.toLine) ?? null;
}

function shortAge({ since, date }: PassageAge): string {
  return since === null ? 'draft' : formatMonth(date);
}

function sameAge(age: PassageAge, above: PassageAge | undefined): boolean {
  return above !== undefined && above.since === age.since && above.date === age.date;
}

function bandOf({ since, date }: PassageAge, dates: readonly string[]): number {
  if (since === null) return 0;
  const younger = dates.length - 1 - dates.indexOf(date);
  return 1 + Math.min(BANDS - 1, Math.floor((younger * BANDS) / Math.max(1, dates.length)));
}
