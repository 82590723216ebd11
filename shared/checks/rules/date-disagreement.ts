import type { HistoryEntry, StatedDate } from '../../structure/inspection.ts';
import type { Reading } from '../../structure/reading.ts';
import type { LibraryDates } from '../library-dates.ts';
import { isPolicyTitle } from '../other-policies.ts';
import type { Problem, Rule } from '../rule.ts';

/** A date this near the end closes the policy, whatever heading is above it. */
const CLOSING_PASSAGES = 3;
/** Between another policy's title and its date there may be a table of contents. */
const TITLE_REACH = 5;
/** The head of a policy may have several headings before its date. */
const HEAD_PASSAGES = 8;

/** Dates that cannot all be right: two of a kind, a history that goes further than the date at the head, or others than the library's. */
export const dateDisagreement: Rule = {
  name: 'date-disagreement',
  title: 'Dates that disagree',
  find: ({ inspection, reading, library }) => {
    const { dates, history } = inspection;
    const own = dates.filter((date) => date.kind !== 'archived' && !isOfAnAddendum(reading, date));
    const problems = [...secondOfAKind(own, 'effective'), ...secondOfAKind(own, 'last-updated')];
    const newest = history
      .map(({ iso }) => iso)
      .sort()
      .at(-1);
    const latest = own
      .map(({ iso }) => iso)
      .sort()
      .at(-1);
    const stated = own.find(({ iso }) => iso === latest);
    if (newest && stated && newest > stated.iso && !isSameDate(stated, newest))
      problems.push({
        range: stated.range,
        severity: 'error',
        message: `The document history ends on ${newest}, but the date given here is ${stated.iso}.`,
        fix: { label: 'Bring the date and the history together.' },
      });
    return [...problems, ...againstLibrary(own, library), ...leftOut(history, library)];
  },
};

/** A date right under a later heading, or under the title of another policy, is that of an addendum on the same page. */
function isOfAnAddendum(reading: Reading, date: StatedDate): boolean {
  const passage = reading.passages.find(({ range }) => date.range.from < range.to);
  if (!passage || passage.index <= HEAD_PASSAGES || passage.kind === 'heading') return false;
  const heading = passage.heading > 0 ? reading.headings[passage.heading] : undefined;
  const opens = heading && passage.index === heading.index + 1;
  if (opens && passage.index < reading.passages.length - CLOSING_PASSAGES) return true;
  const above = reading.passages.slice(passage.index - TITLE_REACH, passage.index);
  return above.some(({ plain: { text } }) => isPolicyTitle(text));
}

/** True if a date may be that day: one without a day is the same as any of its month. */
function isSameDate(date: StatedDate, iso: string, precision?: 'month'): boolean {
  return date.precision || precision ? date.iso.slice(0, 7) === iso.slice(0, 7) : date.iso === iso;
}

/** The date at the head against the date under which the library keeps the text, or against the versions before it. */
function againstLibrary(own: readonly StatedDate[], { own: kept, versions }: LibraryDates): Problem[] {
  const stated =
    own.find(({ kind }) => kind === 'effective') ?? own.find(({ kind }) => kind === 'last-updated');
  if (!stated) return [];
  const { range, iso } = stated;
  if (kept)
    return own.some((date) => isSameDate(date, kept))
      ? []
      : [
          {
            range,
            severity: 'warning',
            message: `The library keeps this text as the version of ${kept}; here it says ${iso}.`,
            fix: { label: 'Bring the text and the library together.' },
          },
        ];
  const newest = newestVersion(versions);
  if (!newest || own.some((date) => date.iso >= newest.date || isSameDate(date, newest.date))) return [];
  return [
    {
      range,
      severity: 'error',
      message: `Version ${newest.number} in the library took effect on ${newest.date}; the date given here, ${iso}, is before that.`,
      fix: { label: 'Give the date of the version to come.' },
    },
  ];
}

function newestVersion(versions: LibraryDates['versions']): { number: number; date: string } | null {
  const dated = versions.flatMap(({ number, effectiveDate }) =>
    effectiveDate ? [{ number, date: effectiveDate }] : [],
  );
  return dated.reduce<(typeof dated)[number] | null>(
    (best, version) => (best && best.date >= version.date ? best : version),
    null,
  );
}

/** The newest version that a history passes over, though it tells of earlier and of later ones. */
function leftOut(history: readonly HistoryEntry[], { versions }: LibraryDates): Problem[] {
  const told = history.map(({ iso }) => iso).sort();
  const [first, last] = [told[0], told.at(-1)];
  if (!first || !last) return [];
  const passed = versions
    .filter(({ kind, effectiveDate: date }) => kind === 'substantive' && date && date > first && date < last)
    .filter(({ effectiveDate }) => !told.includes(effectiveDate ?? ''));
  const newest = newestVersion(passed);
  const entry = history.find(({ iso }) => newest !== null && iso > newest.date);
  if (!newest || !entry) return [];
  return [
    {
      range: entry.range,
      severity: 'warning',
      message: `The document history passes over version ${newest.number}, which took effect on ${newest.date}.`,
      fix: { label: 'Tell of that version too.' },
    },
  ];
}

function secondOfAKind(dates: readonly StatedDate[], kind: StatedDate['kind']): Problem[] {
  const [first, ...rest] = dates.filter((date) => date.kind === kind);
  if (!first) return [];
  return rest
    .filter((date) => !isSameDate(first, date.iso, date.precision))
    .map(({ range, iso }) => ({
      range,
      severity: 'warning',
      message: `Line ${first.line} gives ${first.iso} as the ${kind.replace('-', ' ')} date; here it is ${iso}.`,
      fix: { label: 'Give one date, or say what each stands for.' },
    }));
}
